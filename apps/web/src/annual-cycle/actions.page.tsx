import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useMe } from '../organisation/places.js';
import { Filters, SelectFilter } from '../shell/filters.js';
import { Page, Section } from '../shell/page.js';
import { type SortableColumn, SortableTable } from '../shell/sortable-table.js';
import { Empty, Loaded } from '../shell/states.js';
import { Together } from '../shell/together.js';
import { Skeleton } from '../ui.js';
import {
  type Action,
  type ActionSearch,
  isQuarter,
  isStatus,
  matches,
  orderIn,
  quarters,
  sortFor,
  statuses,
} from './action-search.js';
import { useActionColumns } from './action-columns.js';
import { BulkEdit } from './bulk-edit.js';
import { PlanNote } from './plan-note.js';
import { insiders, useRights } from './rights.js';
import { ChooseAll, useChosen } from './use-chosen.js';
import { useBlockNames, useYear } from './use-year.js';

const LoadChart = lazy(() => import('./load-chart.js'));
const route = getRouteApi('/inside/annual-cycles/$year/actions');

/** All actions of a year. The filters stand in the address. */
export function ActionsPage() {
  const { t } = useTranslation();
  const { year, params, trails } = useYear();
  const { edit } = useRights();
  const actions = useQuery(queries.actions(year));
  return (
    <Page
      title={t('cycle.actions')}
      trail={trails.cycle}
      roles={insiders}
      tools={
        <>
          <Link to="/annual-cycles/$year/board" params={params} className="ams-button ams-button--secondary">
            {t('cycle.board')}
          </Link>
          {edit && (
            <Link
              to="/annual-cycles/$year/actions/new"
              params={params}
              className="ams-button ams-button--primary"
            >
              {t('cycle.addAction')}
            </Link>
          )}
        </>
      }
    >
      <Together>
        <PlanNote year={year} />
        <CarryOver />
        <Loaded query={actions} rows={8}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{t('cycle.noActions')}</Empty>
            ) : (
              <>
                <Actions actions={items} />
                <Suspense fallback={<Skeleton.Image />}>
                  <LoadChart actions={items} />
                </Suspense>
              </>
            )
          }
        </Loaded>
      </Together>
    </Page>
  );
}

/** To what was left open, where there was a year before. */
function CarryOver() {
  const { t } = useTranslation();
  const { year, params } = useYear();
  const { edit } = useRights();
  const cycles = useQuery(queries.annualCycles).data?.items ?? [];
  const isPlanned = cycles.some((one) => one.year === year && one.phase === 'plan');
  const open = useQuery({ ...queries.openBefore(year), enabled: edit && isPlanned }).data?.actions ?? [];
  if (open.length === 0) return null;
  return (
    <div className="tools">
      <Link
        to="/annual-cycles/$year/actions/carry-over"
        params={params}
        className="ams-button ams-button--secondary"
      >
        {t('cycle.carryOver', { count: open.length, year: year - 1 })}
      </Link>
    </div>
  );
}

function Actions({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  const { year } = useYear();
  const search = route.useSearch();
  const me = useMe();
  const { title, block, owner, quarter, status } = useActionColumns(year);
  const navigate = route.useNavigate();
  const found = actions.filter((action) => matches(action, search, me));
  const { chosen, choose, column } = useChosen(found);
  const mayEdit = found.some(({ abilities }) => abilities.edit);

  const columns: readonly SortableColumn<Action>[] = [
    title,
    block,
    owner,
    quarter,
    {
      key: 'hours',
      head: t('cycle.hours'),
      isNumber: true,
      sortBy: ({ hours }) => hours ?? undefined,
      cell: ({ hours }) => hours ?? '–',
    },
    status,
    ...(mayEdit ? [column] : []),
  ];

  return (
    <>
      <ActionFilters actions={actions} search={search} />
      <p role="status" className="found">
        {t('cycle.found', { count: found.length, total: actions.length })}
      </p>
      <Section
        id="table"
        title={t('cycle.actions')}
        tools={
          mayEdit && <ChooseAll shown={found} label={t('cycle.chooseAll')} chosen={chosen} choose={choose} />
        }
      >
        {found.length === 0 ? (
          <Empty>{t('cycle.noActionsFound')}</Empty>
        ) : (
          <SortableTable
            label={t('cycle.actions')}
            rows={found}
            keyOf={({ id }) => id}
            columns={columns}
            order={orderIn(search)}
            reorder={(order) => void navigate({ search: { ...search, sort: sortFor(order) }, replace: true })}
          />
        )}
      </Section>
      {mayEdit && <BulkEdit actions={chosen} done={() => choose([])} />}
    </>
  );
}

interface FiltersProps {
  readonly actions: readonly Action[];
  readonly search: ActionSearch;
}

function ActionFilters({ actions, search }: FiltersProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const nameOf = useBlockNames();
  const owners = new Set(actions.flatMap(({ owner }) => (owner ? [owner.name] : [])));
  const blocks = new Set(actions.map(({ buildingBlockId }) => buildingBlockId));
  const change = (changed: {
    readonly [Name in keyof ActionSearch]: ActionSearch[Name] | undefined;
  }): void => {
    void navigate({ search: { ...search, ...changed }, replace: true });
  };
  const { sort: _order, ...filters } = search;
  return (
    <Filters
      label={t('cycle.actions')}
      inUse={Object.keys(filters).length}
      clear={() => change({ quarter: undefined, status: undefined, owner: undefined, block: undefined })}
    >
      <SelectFilter
        id="quarter"
        label={t('cycle.quarter')}
        value={String(search.quarter ?? '')}
        choose={(value) =>
          change({ quarter: isQuarter(Number(value)) ? quarters[Number(value) - 1] : undefined })
        }
      >
        <option value="">{t('cycle.all')}</option>
        {quarters.map((quarter) => (
          <option key={quarter} value={quarter}>
            {t('cycle.quarterN', { quarter })}
          </option>
        ))}
      </SelectFilter>
      <SelectFilter
        id="status"
        label={t('cycle.status')}
        value={search.status ?? ''}
        choose={(value) => change({ status: isStatus(value) ? value : undefined })}
      >
        <option value="">{t('cycle.all')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`actionStatus.${status}`)}
          </option>
        ))}
      </SelectFilter>
      <SelectFilter
        id="owner"
        label={t('cycle.owner')}
        value={search.owner ?? ''}
        choose={(value) => change({ owner: value || undefined })}
      >
        <option value="">{t('cycle.all')}</option>
        <option value="mine">{t('cycle.mine')}</option>
        <option value="none">{t('cycle.nobody')}</option>
        {[...owners]
          .toSorted((a, b) => a.localeCompare(b, 'nl'))
          .map((owner) => (
            <option key={owner} value={owner}>
              {owner}
            </option>
          ))}
      </SelectFilter>
      <SelectFilter
        id="block"
        label={t('cycle.block')}
        value={search.block ?? ''}
        choose={(value) => change({ block: value || undefined })}
      >
        <option value="">{t('cycle.all')}</option>
        {[...blocks]
          .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'nl', { numeric: true }))
          .map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
      </SelectFilter>
    </Filters>
  );
}
