import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { organisationQueries } from '../organisation/queries.js';
import { SelectFilter } from '../shell/filters.js';
import { Section } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { oneOf } from '../shell/search.js';
import { Empty, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';
import type { EmploymentImport } from './import-state.js';
import { LineDetails } from './line-details.js';
import { type LineFilter, lineFilters } from './line-search.js';

type Line = Schemas['ImportLineView'];
type Totals = Schemas['ImportTotalsView'];

const route = getRouteApi('/inside/organisation/employment-imports/$importId');

const looks: Record<Line['kind'], readonly [TagTone, TagIcon]> = {
  fault: ['late', 'warning'],
  added: ['ok', 'check'],
  changed: ['info', 'half'],
  ended: ['attention', 'clock'],
  unchanged: ['plain', 'none'],
};

/** What comes of each row: first what somebody must look at. */
export function ImportLines({ of, totals }: { readonly of: EmploymentImport; readonly totals: Totals }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page = 1, show = firstOf(totals) } = search;
  const lines = useQuery({
    ...organisationQueries.importLines(of.id, { ...queryOf(show), page }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section id="lines" title={t('imports.lines.title')}>
      <div className="filters">
        <SelectFilter
          id="show"
          label={t('imports.lines.show')}
          value={show}
          choose={(value) =>
            void navigate({
              search: { show: oneOf(lineFilters, value) },
              replace: true,
              resetScroll: false,
            })
          }
        >
          {lineFilters.map((filter) => (
            <option key={filter} value={filter}>
              {t('imports.lines.option', {
                kind: t(`imports.lines.kinds.${filter}`),
                number: numberOf(filter, totals),
              })}
            </option>
          ))}
        </SelectFilter>
      </div>
      <Loaded query={lines} rows={8}>
        {({ items, total, pageSize }) => (
          <div aria-busy={lines.isPlaceholderData}>
            <p role="status" className="found">
              {t('imports.lines.found', { count: total })}
            </p>
            {items.length === 0 ? (
              <Empty>
                {numberOf(show, totals) > 0 ? t('imports.lines.forgotten') : t('imports.lines.none')}
              </Empty>
            ) : (
              <LineTable lines={items} />
            )}
            <Paging page={page} pageSize={pageSize} total={total} hash="lines" />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function LineTable({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('imports.lines.title')}
      rows={lines}
      keyOf={({ row, personnelNumber }) => `${row}-${personnelNumber}`}
      columns={[
        {
          key: 'who',
          head: t('imports.lines.who'),
          isName: true,
          cell: ({ row, name, personId, personnelNumber }) => (
            <>
              {personId && name ? (
                <Link to="/organisation/persons/$personId" params={{ personId }}>
                  {name}
                </Link>
              ) : (
                (name ?? (row === null ? t('imports.lines.wholeFile') : t('imports.lines.noName')))
              )}
              {personnelNumber && (
                <span className="task-note">{t('imports.lines.number', { number: personnelNumber })}</span>
              )}
            </>
          ),
        },
        {
          key: 'row',
          head: t('imports.lines.row'),
          cell: ({ row }) => row ?? t('imports.lines.notInFile'),
        },
        {
          key: 'kind',
          head: t('imports.lines.what'),
          cell: ({ kind }) => {
            const [tone, icon] = looks[kind];
            return (
              <Tag tone={tone} icon={icon}>
                {t(`imports.lines.kind.${kind}`)}
              </Tag>
            );
          },
        },
        { key: 'details', head: t('imports.lines.details'), cell: (line) => <LineDetails of={line} /> },
      ]}
    />
  );
}

/** Faults first; then what changes; then all. */
function firstOf(totals: Totals): LineFilter {
  return lineFilters.find((filter) => numberOf(filter, totals) > 0) ?? 'all';
}

function numberOf(filter: LineFilter, totals: Totals): number {
  if (filter === 'accounts') return totals.accountsRemaining;
  if (filter !== 'all') return totals[filter];
  const { added, changed, ended, unchanged, fault } = totals;
  return added + changed + ended + unchanged + fault;
}

function queryOf(show: LineFilter): { readonly kind?: Line['kind']; readonly accountRemains?: true } {
  if (show === 'accounts') return { accountRemains: true };
  return show === 'all' ? {} : { kind: show };
}
