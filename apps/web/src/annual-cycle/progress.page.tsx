import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Page, Section } from '../shell/page.js';
import { Empty, Fault, Loaded, Loading } from '../shell/states.js';
import { type Column, Table } from '../shell/table.js';
import { ActionStatusTag } from '../start/action-status.js';
import { Label, Paragraph, Select } from '../ui.js';
import { type Action, isQuarter, type Quarter, quarters } from './action-search.js';
import { quarterOf, type Reporting, reportingOf } from './progress.js';
import { useYear } from './use-year.js';

const route = getRouteApi('/inside/annual-cycles/$year/progress');

/** Who has told how it goes in a quarter, and who has not. */
export function ProgressPage() {
  const { t } = useTranslation();
  const { year, trails } = useYear();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const session = useQuery(queries.session).data;
  const actions = useQuery(queries.actions(year));
  const quarter = search.quarter ?? quarterOf(year, session?.lastSeenAt ?? '');
  return (
    <Page title={t('cycle.progress')} trail={trails.cycle}>
      <Paragraph className="measure">{t('cycle.progressLead')}</Paragraph>
      <div className="filters" role="search" aria-label={t('cycle.progress')}>
        <div className="filter">
          <Label htmlFor="quarter">{t('cycle.quarter')}</Label>
          <Select
            id="quarter"
            value={quarter}
            onChange={({ target: { value } }) => {
              const chosen = Number(value);
              void navigate({ search: isQuarter(chosen) ? { quarter: chosen } : {}, replace: true });
            }}
          >
            {quarters.map((one) => (
              <option key={one} value={one}>
                {t('cycle.quarterN', { quarter: one })}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <Loaded query={actions}>{({ items }) => <Round actions={items} quarter={quarter} />}</Loaded>
    </Page>
  );
}

function Round({ actions, quarter }: { readonly actions: readonly Action[]; readonly quarter: Quarter }) {
  const { t } = useTranslation();
  const { params } = useYear();
  const notes = useQueries({ queries: actions.map(({ id }) => queries.progressNotes(id)) });
  const fault = notes.find(({ error }) => error);
  if (fault) return <Fault error={fault.error} again={() => void fault.refetch()} />;
  if (notes.some(({ isPending }) => isPending)) return <Loading rows={6} />;
  const notesOf = new Map(actions.map(({ id }, index) => [id, notes[index]?.data?.items ?? []]));
  const asked = reportingOf(actions, quarter, ({ id }) => notesOf.get(id) ?? []);
  const reported = asked.filter(({ note }) => note);
  const waiting = asked.filter(({ note }) => !note);
  const columns: readonly Column<Reporting>[] = [
    {
      key: 'title',
      head: t('cycle.action'),
      isName: true,
      cell: ({ action: { id, number, title } }) => (
        <Link to="/annual-cycles/$year/actions/$actionId" params={{ ...params, actionId: id }}>
          {number}. {title}
        </Link>
      ),
    },
    { key: 'owner', head: t('cycle.owner'), cell: ({ action }) => action.owner?.name ?? t('cycle.nobody') },
    {
      key: 'status',
      head: t('cycle.status'),
      cell: ({ action, note }) => <ActionStatusTag status={note?.status ?? action.status} />,
    },
  ];
  return (
    <>
      <p role="status" className="found">
        {t('cycle.progressFound', { reported: reported.length, total: asked.length })}
      </p>
      <Section id="waiting" title={t('cycle.waiting')}>
        {waiting.length === 0 ? (
          <Empty>{t('cycle.nothingWaiting')}</Empty>
        ) : (
          <Table
            label={t('cycle.waiting')}
            rows={waiting}
            keyOf={({ action }) => action.id}
            columns={columns}
          />
        )}
      </Section>
      <Section id="reported" title={t('cycle.done')}>
        {reported.length === 0 ? (
          <Empty>{t('cycle.nothingDone')}</Empty>
        ) : (
          <Table
            label={t('cycle.done')}
            rows={reported}
            keyOf={({ action }) => action.id}
            columns={[...columns, { key: 'note', head: t('cycle.note'), cell: ({ note }) => note?.note }]}
          />
        )}
      </Section>
    </>
  );
}
