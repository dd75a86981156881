import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Filters, SelectFilter } from '../shell/filters.js';
import { useOneAtATime } from '../shell/one-at-a-time.js';
import { Page, Section } from '../shell/page.js';
import { Empty, Fault, Loaded } from '../shell/states.js';
import { type Column, Table } from '../shell/table.js';
import { ActionStatusTag } from '../start/action-status.js';
import { Button, Skeleton } from '../ui.js';
import {
  type Action,
  type ActionSearch,
  isOrder,
  isQuarter,
  isStatus,
  matches,
  orders,
  quarters,
  sorted,
  statuses,
} from './action-search.js';
import { BulkEdit } from './bulk-edit.js';
import { useRights } from './rights.js';
import { useActionsOutdated } from './use-changes.js';
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
    </Page>
  );
}

/** Takes over what was left open, where there was a year before. */
function CarryOver() {
  const { t } = useTranslation();
  const { year } = useYear();
  const { edit } = useRights();
  const outdated = useActionsOutdated();
  const cycles = useQuery(queries.annualCycles).data?.items ?? [];
  const carry = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/annual-cycles/{year}/actions/_carry-over', { params: { path: { year } } })),
    onSuccess: outdated,
  });
  // What went wrong is told below.
  const carryOnce = useOneAtATime(() => carry.mutateAsync().catch(() => undefined));
  const cycle = cycles.find((one) => one.year === year);
  if (!edit || cycle?.phase !== 'plan' || cycles.every((one) => one.year !== year - 1)) return null;
  return (
    <div className="stack">
      <p role="status" className={carry.data ? 'told' : 'ams-visually-hidden'}>
        {carry.data && t('cycle.carried', { count: carry.data.carriedOver })}
      </p>
      {carry.error && <Fault error={carry.error} />}
      <div>
        <Button variant="secondary" onClick={() => carryOnce()}>
          {t('cycle.carryOver', { year: year - 1 })}
        </Button>
      </div>
    </div>
  );
}

function Actions({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  const { params } = useYear();
  const search = route.useSearch();
  const personId = useQuery(queries.session).data?.personId ?? '';
  const nameOf = useBlockNames();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const found = sorted(
    actions.filter((action) => matches(action, search, personId)),
    search.sort ?? 'number',
    ({ buildingBlockId }) => nameOf(buildingBlockId),
  );
  const chosenFound = found.filter(({ id }) => chosen.has(id));
  const mayEdit = found.some(({ abilities }) => abilities.edit);

  const columns: readonly Column<Action>[] = [
    {
      key: 'title',
      head: t('cycle.action'),
      isName: true,
      cell: ({ id, number, title }) => (
        <Link to="/annual-cycles/$year/actions/$actionId" params={{ ...params, actionId: id }}>
          {number}. {title}
        </Link>
      ),
    },
    { key: 'block', head: t('cycle.block'), cell: ({ buildingBlockId }) => nameOf(buildingBlockId) },
    { key: 'owner', head: t('cycle.owner'), cell: ({ owner }) => owner?.name ?? t('cycle.nobody') },
    { key: 'quarter', head: t('cycle.quarter'), isNumber: true, cell: ({ quarter }) => quarter },
    { key: 'hours', head: t('cycle.hours'), isNumber: true, cell: ({ hours }) => hours ?? '–' },
    { key: 'status', head: t('cycle.status'), cell: ({ status }) => <ActionStatusTag status={status} /> },
    ...(mayEdit
      ? [
          {
            key: 'choose',
            head: t('cycle.choose'),
            cell: ({ id, number }: Action) => (
              <span className="check">
                <input
                  type="checkbox"
                  aria-label={t('cycle.chooseOne', { number })}
                  checked={chosen.has(id)}
                  onChange={() => choose(toggled(chosen, id))}
                />
              </span>
            ),
          },
        ]
      : []),
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
          mayEdit && (
            <Button
              variant="tertiary"
              onClick={() =>
                choose(new Set(chosenFound.length === found.length ? [] : found.map(({ id }) => id)))
              }
            >
              {chosenFound.length === found.length ? t('cycle.chooseNone') : t('cycle.chooseAll')}
            </Button>
          )
        }
      >
        {found.length === 0 ? (
          <Empty>{t('cycle.noActionsFound')}</Empty>
        ) : (
          <Table label={t('cycle.actions')} rows={found} keyOf={({ id }) => id} columns={columns} />
        )}
      </Section>
      {mayEdit && <BulkEdit actions={chosenFound} done={() => choose(new Set())} />}
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
  const { sort = 'number', ...filters } = search;
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
      <SelectFilter
        id="sort"
        label={t('cycle.sort')}
        value={sort}
        choose={(value) => change({ sort: isOrder(value) && value !== 'number' ? value : undefined })}
      >
        {orders.map((order) => (
          <option key={order} value={order}>
            {t(`cycle.${order}`)}
          </option>
        ))}
      </SelectFilter>
    </Filters>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
}
