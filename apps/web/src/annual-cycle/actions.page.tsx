import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useMe } from '../organisation/places.js';
import { Deeds, useDeed } from '../shell/deed.js';
import { Filters, SelectFilter } from '../shell/filters.js';
import { Page, Section } from '../shell/page.js';
import { Question } from '../shell/question.js';
import { type SortableColumn, SortableTable } from '../shell/sortable-table.js';
import { Empty, Loaded } from '../shell/states.js';
import { ActionStatusTag } from '../start/action-status.js';
import { Button, Paragraph, Skeleton } from '../ui.js';
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
import { BulkEdit } from './bulk-edit.js';
import { PlanNote } from './plan-note.js';
import { insiders, useRights } from './rights.js';
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
      <PlanNote year={year} />
      <Deeds>
        <CarryOver />
      </Deeds>
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
  const act = useDeed();
  const [isAsked, setAsked] = useState(false);
  const cycles = useQuery(queries.annualCycles).data?.items ?? [];
  const isPlanned = cycles.some((one) => one.year === year && one.phase === 'plan');
  const count = useQuery({ ...queries.openBefore(year), enabled: edit && isPlanned }).data?.actions ?? 0;
  if (count === 0) return null;
  const leave = (): void => setAsked(false);
  const carry = (): void => {
    leave();
    act({
      ask: () =>
        answerOf(api.POST('/annual-cycles/{year}/actions/_carry-over', { params: { path: { year } } })),
      told: ({ carriedOver, leftBehind }) =>
        [
          t('cycle.carried', { count: carriedOver }),
          leftBehind > 0 && t('cycle.leftBehind', { count: leftBehind }),
        ]
          .filter(Boolean)
          .join(' '),
    });
  };
  const before = { count, year: year - 1 };
  return (
    <div className="tools">
      <Button variant="secondary" onClick={() => setAsked(true)}>
        {t('cycle.carryOver', before)}
      </Button>
      <Link to="/annual-cycles/$year/actions" params={{ year: String(year - 1) }}>
        {t('cycle.actionsBefore', before)}
      </Link>
      {isAsked && (
        <Question
          title={t('cycle.carryOverTitle', before)}
          answers={[
            { label: t('cycle.carryOverYes'), give: carry },
            { label: t('cycle.carryOverNo'), give: leave },
          ]}
          close={leave}
        >
          <Paragraph>{t('cycle.carryOverText', { year })}</Paragraph>
        </Question>
      )}
    </div>
  );
}

function Actions({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  const { params } = useYear();
  const search = route.useSearch();
  const me = useMe();
  const nameOf = useBlockNames();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const navigate = route.useNavigate();
  const found = actions.filter((action) => matches(action, search, me));
  const chosenFound = found.filter(({ id }) => chosen.has(id));
  const mayEdit = found.some(({ abilities }) => abilities.edit);

  const columns: readonly SortableColumn<Action>[] = [
    {
      key: 'title',
      head: t('cycle.action'),
      isName: true,
      sortBy: ({ number }) => number,
      cell: ({ id, number, title }) => (
        <Link to="/annual-cycles/$year/actions/$actionId" params={{ ...params, actionId: id }}>
          {number}. {title}
        </Link>
      ),
    },
    {
      key: 'block',
      head: t('cycle.block'),
      sortBy: ({ buildingBlockId }) => nameOf(buildingBlockId),
      cell: ({ buildingBlockId }) => nameOf(buildingBlockId),
    },
    {
      key: 'owner',
      head: t('cycle.owner'),
      sortBy: ({ owner }) => owner?.name,
      cell: ({ owner }) => owner?.name ?? t('cycle.nobody'),
    },
    {
      key: 'quarter',
      head: t('cycle.quarter'),
      isNumber: true,
      sortBy: ({ quarter }) => quarter,
      cell: ({ quarter }) => quarter,
    },
    {
      key: 'hours',
      head: t('cycle.hours'),
      isNumber: true,
      sortBy: ({ hours }) => hours ?? undefined,
      cell: ({ hours }) => hours ?? '–',
    },
    {
      key: 'status',
      head: t('cycle.status'),
      sortBy: ({ status }) => statuses.indexOf(status),
      cell: ({ status }) => <ActionStatusTag status={status} />,
    },
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

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
}
