import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { queries } from '../api/queries.js';
import { hasJudgement, isOwnedBy } from '../building-blocks/state.js';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Fault, Loading } from '../shell/states.js';
import { Tag } from '../shell/tag.js';
import { Alert, Paragraph, Skeleton } from '../ui.js';
import { ActionStatusTag } from './action-status.js';
import { type CardProps, Card } from './card.js';
import { cycleOf } from './cycle.js';
import { Phases } from './phases.js';

const JudgementChart = lazy(() => import('./judgement-chart.js'));

type Session = Schemas['CurrentSessionView'];
type Block = Schemas['BuildingBlockSummary'];
type Action = Schemas['ActionView'];

/** What waits for whoever is signed in, and how the year stands. What a role may not see is left out. */
export function StartPage() {
  const { t } = useTranslation();
  const session = useQuery(queries.session).data;
  const person = useQuery({ ...queries.person(session?.personId ?? ''), enabled: session !== undefined });
  const name = person.data?.name.split(' ')[0];
  if (!session) return <Loading />;
  return (
    <Page title={t('start.hello')}>
      <Paragraph className="measure">{name ? t('start.lead', { name }) : t('start.leadPlain')}</Paragraph>
      <DormantRoles session={session} />
      <Overview session={session} />
    </Page>
  );
}

function DormantRoles({ session: { dormantRoles, mayEnrol } }: { readonly session: Session }) {
  const { t } = useTranslation();
  if (dormantRoles.length === 0) return null;
  return (
    <div className="measure">
      <Alert heading={t('start.dormantTitle')} headingLevel={2} severity="warning" headingId={null}>
        <Paragraph>{t('states.stepUp')}</Paragraph>
        <p>
          <Link to={mayEnrol ? '/account/second-factor' : '/account'}>{t('start.dormantAction')}</Link>
        </p>
      </Alert>
    </div>
  );
}

function Overview({ session }: { readonly session: Session }) {
  const blocks = useQuery(queries.buildingBlocks);
  const overdue = useQuery(queries.overdueBlocks);
  const cycles = useQuery(queries.annualCycles);
  const cycle = cycleOf(cycles.data?.items ?? []);
  const actions = useQuery({ ...queries.actions(cycle?.year ?? 0), enabled: cycle !== undefined });

  const asked = [blocks, overdue, cycles, actions];
  // Not everybody may see the plan, and the page is theirs as well.
  const fault = asked.find(({ error }) => error && !isProblem(error, 'not-permitted', 'step-up-needed'));
  if (fault)
    return <Fault error={fault.error} again={() => void Promise.all(asked.map((one) => one.refetch()))} />;
  if (asked.some(({ isLoading }) => isLoading)) return <Loading rows={6} />;

  return (
    <>
      <Waiting
        session={session}
        overdue={overdue.data?.items ?? []}
        actions={actions.data?.items ?? []}
        year={cycle?.year}
      />
      {cycle && <Year cycle={cycle} />}
      {blocks.data && (
        <Standing
          blocks={blocks.data.items}
          overdue={overdue.data?.total ?? 0}
          actions={actions.data?.items}
        />
      )}
      {blocks.data && (
        <Suspense fallback={<Skeleton.Image />}>
          <JudgementChart blocks={blocks.data.items} />
        </Suspense>
      )}
    </>
  );
}

const open: ReadonlySet<Action['status']> = new Set(['planned', 'running', 'delayed']);

interface WaitingProps {
  readonly session: Session;
  readonly overdue: readonly Block[];
  readonly actions: readonly Action[];
  /** Of the actions. */
  readonly year: number | undefined;
}

/** Each line leads to the one page where it can be dealt with. What is late comes first. */
function Waiting({ session, overdue, actions, year }: WaitingProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const reviews = overdue.filter((block) => isOwnedBy(block, session));
  const own = actions
    .filter(({ owner, status }) => owner?.personId === session.personId && open.has(status))
    .toSorted((a, b) => a.quarter - b.quarter);
  return (
    <Section id="waiting" title={t('start.waiting')}>
      {reviews.length + own.length === 0 ? (
        <p className="empty">{t('start.nothing')}</p>
      ) : (
        <ul className="plain-list tasks">
          {reviews.map(({ id, code, name, nextReviewOn }) => (
            <li key={id}>
              <span>
                <Link to="/building-blocks/$buildingBlockId" params={{ buildingBlockId: id }}>
                  {t('start.reviewTask', { block: `${code} ${name}` })}
                </Link>
                {nextReviewOn && (
                  <span className="task-note">{t('start.reviewLine', { day: day(nextReviewOn) })}</span>
                )}
              </span>
              <Tag tone="late" icon="clock">
                {t('system.late')}
              </Tag>
            </li>
          ))}
          {own.map(({ id, number, title, quarter, status }) => (
            <li key={id}>
              <span>
                <Link
                  to="/annual-cycles/$year/actions/$actionId"
                  params={{ year: String(year), actionId: id }}
                >
                  {title}
                </Link>
                <span className="task-note">{t('start.actionLine', { number, quarter })}</span>
              </span>
              <ActionStatusTag status={status} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Year({ cycle: { year, phase } }: { readonly cycle: Schemas['AnnualCycleView'] }) {
  const { t } = useTranslation();
  return (
    <Section id="year" title={t('start.yearTitle', { year })}>
      <Paragraph className="measure">{t('start.yearLead', { phase: t(`phases.${phase}`) })}</Paragraph>
      <Phases phase={phase} />
      <p>
        <Link to="/annual-cycles/$year" params={{ year: String(year) }}>
          {t('cycle.title', { year })}
        </Link>
      </p>
    </Section>
  );
}

interface StandingProps {
  readonly blocks: readonly Block[];
  readonly overdue: number;
  /** Absent for whoever may not see the plan. */
  readonly actions: readonly Action[] | undefined;
}

function Standing({ blocks, overdue, actions }: StandingProps) {
  const { t } = useTranslation();
  const unowned = blocks.filter(({ owner }) => !owner).length;
  const insufficient = blocks.filter((block) => hasJudgement(block, 'insufficient', 'assessed')).length;
  const done = actions?.filter(({ status }) => status === 'done').length;
  const cards: readonly CardProps[] = [
    {
      number: overdue,
      label: t('cards.overdue'),
      note: overdue > 0 ? t('cards.overdueSome') : t('cards.overdueNone'),
      needsAction: overdue > 0,
      search: { review: 'overdue' },
    },
    {
      number: insufficient,
      label: t('cards.insufficient'),
      note: t('cards.ofBlocks', { count: blocks.length }),
      search: { state: 'insufficient' },
    },
    {
      number: unowned,
      label: t('cards.unowned'),
      note: unowned > 0 ? t('cards.unownedSome') : t('cards.unownedNone'),
      needsAction: unowned > 0,
      search: { owner: 'none' },
    },
    ...(actions && done !== undefined
      ? [{ number: done, label: t('cards.actions'), note: t('cards.ofActions', { count: actions.length }) }]
      : []),
  ];
  return (
    <Section id="standing" title={t('start.status')}>
      <ul className="plain-list cards">
        {cards.map((card) => (
          <Card key={card.label} {...card} />
        ))}
      </ul>
    </Section>
  );
}
