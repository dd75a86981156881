import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Fill, stackedBars } from '@weerbaar/core/charts';
import { queries } from '../api/queries.js';
import { judgements, type Judgement } from '../building-blocks/block-search.js';
import { aspects, type Block, judgementOf } from '../building-blocks/state.js';
import { ChartFigure } from '../shell/chart.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';

const fillOf: Readonly<Record<Judgement, Fill>> = {
  sufficient: 'solid',
  partial: 'light',
  insufficient: 'crossed',
  unknown: 'plain',
};

/** How the adviser judged the blocks of each theme. A part of the app by itself: the charts weigh something. */
export default function JudgementChart({ blocks }: { readonly blocks: readonly Block[] }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const themes = useQuery(queries.themes);
  return (
    <Section id="chart" title={t('start.chartTitle')}>
      <Loaded query={themes}>
        {(all) => {
          const rows = all.map(({ code, name }) => {
            const own = blocks.filter(({ theme }) => theme === code);
            const given = own.flatMap((block) =>
              aspects.map((aspect) => judgementOf(block, aspect, 'assessed')),
            );
            const count = (judgement: Judgement) => given.filter((one) => one === judgement).length;
            return { code, name: name[language], count, total: given.length };
          });
          return (
            <ChartFigure
              caption={t('start.chartCaption')}
              draw={(width) =>
                stackedBars({
                  id: 'judgement-chart',
                  title: t('start.chartTitle'),
                  language,
                  width,
                  axisTitle: t('start.chartAxis'),
                  categories: rows.map(({ name }) => name),
                  series: judgements.map((judgement) => ({
                    label: t(`judgements.${judgement}`),
                    fill: fillOf[judgement],
                    values: rows.map(({ count }) => count(judgement)),
                  })),
                })
              }
              table={
                <Table
                  label={t('start.chartTitle')}
                  rows={rows}
                  keyOf={({ code }) => code}
                  columns={[
                    { key: 'theme', head: t('start.theme'), isName: true, cell: ({ name }) => name },
                    ...judgements.map((judgement) => ({
                      key: judgement,
                      head: t(`judgements.${judgement}`),
                      isNumber: true,
                      cell: ({ count }: (typeof rows)[number]) => count(judgement),
                    })),
                    { key: 'total', head: t('start.total'), isNumber: true, cell: ({ total }) => total },
                  ]}
                />
              }
            />
          );
        }}
      </Loaded>
    </Section>
  );
}
