import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { keepers } from '../organisation/places.js';
import { organisationQueries } from '../organisation/queries.js';
import { useDates } from '../shell/dates.js';
import { Page } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Paragraph } from '../ui.js';
import { changes, type EmploymentImport, ImportState } from './import-state.js';

const route = getRouteApi('/inside/organisation/employment-imports');

/** The files of the HR system that were read, and what came of each. */
export function ImportsPage() {
  const { t } = useTranslation();
  const { page = 1 } = route.useSearch();
  const imports = useQuery({ ...organisationQueries.imports(page), placeholderData: keepPreviousData });
  return (
    <Page
      title={t('imports.title')}
      trail={useOrganisationTrail()}
      roles={keepers}
      tools={
        <Link to="/organisation/employment-imports/new" className="ams-button ams-button--primary">
          {t('imports.add')}
        </Link>
      }
    >
      <Paragraph className="measure">{t('imports.lead')}</Paragraph>
      <Loaded query={imports}>
        {({ items, total, pageSize }) =>
          total === 0 ? (
            <div className="section">
              <Empty>{t('imports.none')}</Empty>
            </div>
          ) : (
            <>
              <p className="found">{t('imports.found', { count: total })}</p>
              <ImportTable imports={items} />
              <Paging page={page} pageSize={pageSize} total={total} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function ImportTable({ imports }: { readonly imports: readonly EmploymentImport[] }) {
  const { t } = useTranslation();
  const { day, moment } = useDates();
  return (
    <Table
      label={t('imports.title')}
      rows={imports}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'day',
          head: t('imports.referenceDay'),
          isName: true,
          cell: ({ id, referenceDay }) => (
            <Link to="/organisation/employment-imports/$importId" params={{ importId: id }}>
              {day(referenceDay)}
            </Link>
          ),
        },
        { key: 'requested', head: t('imports.requested'), cell: ({ requestedAt }) => moment(requestedAt) },
        { key: 'state', head: t('imports.state'), cell: (one) => <ImportState of={one} /> },
        {
          key: 'outcome',
          head: t('imports.outcome'),
          cell: (one) => <Outcome of={one} />,
        },
      ]}
    />
  );
}

function Outcome({ of }: { readonly of: EmploymentImport }) {
  const { t } = useTranslation();
  const { totals } = of;
  if (!totals) return null;
  if (totals.fault > 0) return t('imports.faults', { count: totals.fault });
  return changes(of) ? t('imports.counts', { ...totals }) : t('imports.nothing');
}
