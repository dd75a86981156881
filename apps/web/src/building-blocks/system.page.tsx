import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useMe } from '../organisation/places.js';
import { Page, Section } from '../shell/page.js';
import { Empty, Fault, Loading } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { BlockTable } from './block-table.js';
import { HeatMap } from './heat-map.js';
import { managers } from './rights.js';
import { type Block, matches } from './state.js';
import { SystemFilters } from './system-filters.js';

const route = getRouteApi('/inside/building-blocks');

/** The integrity system in one picture, and as a table below it. The filters stand in the address. */
export function SystemPage() {
  const { t } = useTranslation();
  const blocks = useQuery(queries.buildingBlocks);
  const themes = useQuery(queries.themes);
  const { holds } = useMe();
  const fault = blocks.error ?? themes.error;
  return (
    <Page
      title={t('system.title')}
      trail={[{ label: t('pages.start'), to: '/' }]}
      tools={holds(...managers) && <Tools />}
    >
      {blocks.data && themes.data ? (
        <System blocks={blocks.data.items} themes={themes.data} />
      ) : fault ? (
        <Fault error={fault} again={() => void Promise.all([blocks.refetch(), themes.refetch()])} />
      ) : (
        <Loading rows={8} />
      )}
    </Page>
  );
}

function Tools() {
  const { t } = useTranslation();
  return (
    <>
      <Link to="/building-blocks/new" className="ams-button ams-button--primary">
        {t('blockForms.add')}
      </Link>
      <Link to="/building-blocks/order" className="ams-button ams-button--secondary">
        {t('blockForms.order')}
      </Link>
    </>
  );
}

interface SystemProps {
  readonly blocks: readonly Block[];
  readonly themes: readonly Schemas['ThemeView'][];
}

function System({ blocks, themes }: SystemProps) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { basis = 'assessed' } = search;
  const me = useMe();
  const found = blocks.filter((block) => matches(block, search, me));
  const isFiltered = found.length < blocks.length;
  return (
    <>
      <Paragraph className="measure">{t('system.lead', { count: blocks.length })}</Paragraph>
      <SystemFilters blocks={blocks} search={search} />
      <p role="status" className="found">
        {t('system.found', { count: found.length, total: blocks.length })}
      </p>
      <Section id="map" title={t('system.mapTitle')} tools={<a href="#table">{t('system.toTable')}</a>}>
        <HeatMap blocks={blocks} themes={themes} found={new Set(found)} basis={basis} />
      </Section>
      <Section id="table" title={isFiltered ? t('system.tableTitleFiltered') : t('system.tableTitle')}>
        {found.length === 0 ? (
          <Empty>{t('system.empty')}</Empty>
        ) : (
          <BlockTable blocks={found} today={me.today} basis={basis} />
        )}
      </Section>
    </>
  );
}
