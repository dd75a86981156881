import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useMe } from '../organisation/places.js';
import { useDates } from '../shell/dates.js';
import { SelectFilter } from '../shell/filters.js';
import { Page, Section } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { type Column, Table } from '../shell/table.js';
import { ActionStatusTag } from '../start/action-status.js';
import { Paragraph } from '../ui.js';
import { isQuarter, type Quarter, quarters } from './action-search.js';
import { quarterOf } from './progress.js';
import { Remind } from './remind.js';
import { useYear } from './use-year.js';

type Round = Schemas['ProgressRoundView'];
type RoundOwner = Schemas['RoundOwnerView'];
type RoundAction = Schemas['RoundActionView'];

/** Who has told how it goes in a quarter, and who has not. */
export function ProgressPage() {
  const { t } = useTranslation();
  const { year, params, trails } = useYear();
  const navigate = useNavigate();
  const { today } = useMe();
  const asked = Number(useParams({ strict: false }).quarter);
  const quarter = isQuarter(asked) ? asked : quarterOf(year, today);
  const round = useQuery(queries.progressRound(year, quarter));
  return (
    <Page title={t('cycle.progress')} trail={trails.cycle}>
      <Paragraph className="measure">{t('round.lead')}</Paragraph>
      <div className="filters" role="search" aria-label={t('cycle.progress')}>
        <SelectFilter
          id="quarter"
          label={t('cycle.quarter')}
          value={String(quarter)}
          choose={(value) =>
            void navigate({
              to: '/annual-cycles/$year/progress/{-$quarter}',
              params: { ...params, quarter: value },
              replace: true,
            })
          }
        >
          {quarters.map((one) => (
            <option key={one} value={one}>
              {t('cycle.quarterN', { quarter: one })}
            </option>
          ))}
        </SelectFilter>
      </div>
      <Loaded key={quarter} query={round} rows={6}>
        {(found) => <RoundOf round={found} quarter={quarter} />}
      </Loaded>
    </Page>
  );
}

function RoundOf({ round, quarter }: { readonly round: Round; readonly quarter: Quarter }) {
  const { t } = useTranslation();
  const { owners, hasBegun } = round;
  const waiting = owners.filter(({ hasReported }) => !hasReported);
  if (owners.length === 0) return <Empty>{t('round.nothingAsked')}</Empty>;
  return (
    <>
      <p role="status" className="found">
        {t('round.found', { count: owners.length, reported: owners.length - waiting.length })}
      </p>
      {!hasBegun && <Paragraph className="measure">{t('round.notBegun', { quarter })}</Paragraph>}
      <Remind round={round} />
      <Section id="waiting" title={t('round.waiting')}>
        {waiting.length === 0 ? (
          <Empty>{t('round.nothingWaiting')}</Empty>
        ) : (
          <WaitingOwners owners={waiting} quarter={quarter} />
        )}
      </Section>
      <ReportedActions owners={owners} />
    </>
  );
}

interface WaitingProps {
  readonly owners: readonly RoundOwner[];
  readonly quarter: Quarter;
}

function WaitingOwners({ owners, quarter }: WaitingProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const mayRemind = owners.some(({ reminding }) => reminding);
  const columns: readonly Column<RoundOwner>[] = [
    { key: 'owner', head: t('cycle.owner'), isName: true, cell: nameOf },
    {
      key: 'actions',
      head: t('round.openActions'),
      cell: ({ actions }) => (
        <ul className="plain-list round-actions">
          {actions
            .filter(({ isReported }) => !isReported)
            .map((action) => (
              <li key={action.id}>
                <ActionLink action={action} />
                {action.lastNote && (
                  <span className="task-note">
                    {t('round.lastNote', { quarter: action.lastNote.quarter, note: action.lastNote.note })}
                  </span>
                )}
              </li>
            ))}
        </ul>
      ),
    },
    {
      key: 'reminder',
      head: t('round.reminder'),
      cell: (owner) => <Reminder owner={owner} quarter={quarter} />,
    },
  ];
  return (
    <Table
      label={t('round.waiting')}
      rows={owners}
      keyOf={keyOf}
      columns={mayRemind ? columns : columns.slice(0, 2)}
    />
  );
}

function Reminder({ owner, quarter }: { readonly owner: RoundOwner; readonly quarter: Quarter }) {
  const { t } = useTranslation();
  const { params } = useYear();
  const { dayOf } = useDates();
  const { reminding, remindedAt } = owner;
  if (reminding === 'oneself')
    return (
      <Link to="/annual-cycles/$year/progress/$quarter/own" params={{ ...params, quarter: String(quarter) }}>
        {t('round.reportOwn')}
      </Link>
    );
  if (reminding === 'unreachable') return t(owner.owner ? 'round.unreachable' : 'round.nobody');
  return remindedAt ? t('round.remindedOn', { day: dayOf(remindedAt) }) : t('round.notReminded');
}

interface Reported {
  readonly owner: RoundOwner;
  readonly action: RoundAction;
}

function ReportedActions({ owners }: { readonly owners: readonly RoundOwner[] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const reported = owners
    .flatMap((owner) => owner.actions.map((action) => ({ owner, action })))
    .filter(({ action }) => action.isReported)
    .toSorted((a, b) => a.action.number - b.action.number);
  const columns: readonly Column<Reported>[] = [
    {
      key: 'title',
      head: t('cycle.action'),
      isName: true,
      cell: ({ action }) => <ActionLink action={action} />,
    },
    { key: 'owner', head: t('cycle.owner'), cell: ({ owner }) => nameOf(owner) },
    {
      key: 'status',
      head: t('cycle.status'),
      cell: ({ action: { status, lastNote } }) => <ActionStatusTag status={lastNote?.status ?? status} />,
    },
    { key: 'note', head: t('round.note'), cell: ({ action }) => action.lastNote?.note },
  ];
  return (
    <Section id="reported" title={t('round.reported')}>
      {reported.length === 0 ? (
        <Empty>{t('round.nothingReported')}</Empty>
      ) : (
        <Table
          label={t('round.reported')}
          rows={reported}
          keyOf={({ action }) => action.id}
          columns={columns}
        />
      )}
    </Section>
  );
}

function ActionLink({ action: { id, number, title } }: { readonly action: RoundAction }) {
  const { params } = useYear();
  return (
    <Link to="/annual-cycles/$year/actions/$actionId" params={{ ...params, actionId: id }}>
      {number}. {title}
    </Link>
  );
}

function useNameOf(): (owner: RoundOwner) => string {
  const { t } = useTranslation();
  return ({ owner }) => owner?.name ?? t('cycle.nobody');
}

function keyOf({ owner }: RoundOwner): string {
  return owner?.personId ?? owner?.role ?? '';
}
