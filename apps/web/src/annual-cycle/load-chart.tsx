import { useTranslation } from 'react-i18next';
import { stackedBars } from '@weerbaar/core/charts';
import { ChartFigure } from '../shell/chart.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import type { Action } from './action-search.js';
import { loadOf } from './load.js';

/** Whether a quarter is too full. A part of the app by itself: the charts weigh something. */
export default function LoadChart({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const euros = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const load = loadOf(actions);
  return (
    <Section id="load" title={t('cycle.load')}>
      <ChartFigure
        caption={t('cycle.loadCaption')}
        draw={(width) =>
          stackedBars({
            id: 'load-chart',
            title: t('cycle.load'),
            language,
            width,
            axisTitle: t('cycle.hours'),
            categories: load.map(
              ({ quarter, isFull }) =>
                t('cycle.quarterN', { quarter }) + (isFull ? ` (${t('cycle.full').toLowerCase()})` : ''),
            ),
            series: [
              { label: t('cycle.hoursDone'), fill: 'solid', values: load.map(({ hoursDone }) => hoursDone) },
              {
                label: t('cycle.hoursOpen'),
                fill: 'light',
                values: load.map(({ hours, hoursDone }) => hours - hoursDone),
              },
            ],
          })
        }
        table={
          <Table
            label={t('cycle.load')}
            rows={load}
            keyOf={({ quarter }) => String(quarter)}
            columns={[
              {
                key: 'quarter',
                head: t('cycle.quarter'),
                isName: true,
                cell: ({ quarter, isFull }) => (
                  <>
                    {t('cycle.quarterN', { quarter })}{' '}
                    {isFull && (
                      <Tag tone="attention" icon="warning">
                        {t('cycle.full')}
                      </Tag>
                    )}
                  </>
                ),
              },
              { key: 'count', head: t('cycle.count'), isNumber: true, cell: ({ count }) => count },
              { key: 'hours', head: t('cycle.hours'), isNumber: true, cell: ({ hours }) => hours },
              {
                key: 'budget',
                head: t('cycle.budget'),
                isNumber: true,
                cell: ({ budget }) => euros.format(budget),
              },
            ]}
          />
        }
      />
    </Section>
  );
}
