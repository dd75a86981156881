import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { organisationQueries } from '../organisation/queries.js';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Paragraph } from '../ui.js';
import { ConfirmImport } from './confirm-import.js';
import { type ImportColumn, importColumns } from './import-columns.js';
import { ImportLines } from './import-lines.js';
import { type EmploymentImport, shownState } from './import-state.js';
import { ImportStory } from './import-story.js';
import { ImportTotals } from './import-totals.js';

const route = getRouteApi('/inside/organisation/employment-imports/$importId');

/** One file: how far it is, what it would do, and doing that. */
export function ImportPage() {
  const { t } = useTranslation();
  const { day } = useDates();
  const { importId } = route.useParams();
  const found = useQuery(organisationQueries.employmentImport(importId));
  const trail = useOrganisationTrail();
  useCatchingUp(found.data);
  return (
    <Page
      title={found.data ? t('imports.ofDay', { day: day(found.data.referenceDay) }) : t('imports.title')}
      trail={[...trail, { label: t('imports.title'), to: '/organisation/employment-imports' }]}
    >
      <Loaded query={found}>{(one) => <Import of={one} />}</Loaded>
    </Page>
  );
}

function Import({ of }: { readonly of: EmploymentImport }) {
  const { t } = useTranslation();
  const isFaulty = shownState(of) === 'faulty';
  return (
    <>
      <Section id="state" title={t('imports.told.title')}>
        <ImportStory of={of} />
      </Section>
      {of.totals && (
        <>
          {isFaulty && <ImportLines of={of} totals={of.totals} />}
          <ImportTotals of={of} totals={of.totals} />
          {of.may.confirm && <ConfirmImport of={of} totals={of.totals} />}
          {!isFaulty && <ImportLines of={of} totals={of.totals} />}
          <Reading columns={of.columns} />
        </>
      )}
    </>
  );
}

function Reading({ columns }: { readonly columns: Readonly<Partial<Record<ImportColumn, string>>> }) {
  const { t } = useTranslation();
  return (
    <Section id="reading" title={t('imports.reading.title')}>
      <details>
        <summary>{t('imports.reading.show')}</summary>
        <Paragraph className="measure muted">{t('imports.reading.lead')}</Paragraph>
        <Table
          label={t('imports.reading.title')}
          rows={importColumns}
          keyOf={(column) => column}
          columns={[
            {
              key: 'column',
              head: t('imports.reading.column'),
              isName: true,
              cell: (column) => t(`imports.columns.${column}`),
            },
            {
              key: 'heading',
              head: t('imports.reading.heading'),
              cell: (column) =>
                columns[column] ?? <span className="muted">{t('imports.reading.absent')}</span>,
            },
          ]}
        />
      </details>
    </Section>
  );
}

/** Once it was applied, what the other pages remember of people is no longer so. */
function useCatchingUp(found: EmploymentImport | undefined): void {
  const client = useQueryClient();
  const before = useRef<string>(undefined);
  const state = found?.state;
  useEffect(() => {
    const isDone = before.current === 'applying' && state !== 'applying';
    before.current = state;
    if (isDone) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }, [client, state]);
}
