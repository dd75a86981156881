import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDocumentName } from '../annual-documents/document-name.js';
import { NextStep } from '../shell/next-step.js';
import { Fault, Loading } from '../shell/states.js';
import { followUpOf } from './finding-search.js';
import { nextStepOf, type Step } from './next-step.js';
import { useRights } from './rights.js';

type Cycle = Schemas['AnnualCycleView'];

const primary = 'ams-button ams-button--primary';
const secondary = 'ams-button ams-button--secondary';

const places = {
  addFindings: '/annual-cycles/$year/findings/new',
  makeActions: '/annual-cycles/$year/findings',
  addActions: '/annual-cycles/$year/actions/new',
  carryOver: '/annual-cycles/$year/actions/carry-over',
  beginPlan: '/annual-cycles/$year/documents',
  progress: '/annual-cycles/$year/progress/{-$quarter}',
  assess: '/building-blocks',
  beginReport: '/annual-cycles/$year/documents',
} as const;

/** Of how many years it is looked at whether something waits: what is older has been decided. */
const lookedAt = 6;

interface CycleNextStepProps {
  readonly cycle: Cycle;
  readonly cycles: readonly Cycle[];
}

/** What to do now in this year; what waits for a decision of whoever looks comes first, of whatever year. */
export function CycleNextStep({ cycle, cycles }: CycleNextStepProps) {
  const { year, phase } = cycle;
  const { edit, readPlan } = useRights();
  const findings = useQuery({ ...queries.findings(year), enabled: readPlan });
  const actions = useQuery({ ...queries.actions(year), enabled: readPlan });
  const isPlanned = edit && phase === 'plan';
  const before = useQuery({ ...queries.openBefore(year), enabled: isPlanned });
  const own = useQuery(queries.annualDocuments(year));
  const newest = cycles.toSorted((a, b) => b.year - a.year).slice(0, lookedAt);
  const others = newest.filter((one) => one.year !== year);
  const elsewhere = useQueries({ queries: others.map((one) => queries.annualDocuments(one.year)) });
  const asked = [own, ...(readPlan ? [findings, actions] : []), ...(isPlanned ? [before] : []), ...elsewhere];
  const failed = asked.find((query) => query.isLoadingError);
  // Without all of it, what is told to be next could be what was done long ago.
  if (failed) return <Fault error={failed.error} again={() => void failed.refetch()} />;
  if (!own.data || asked.some((query) => query.isLoading)) return <Loading rows={1} />;
  const toDecide = elsewhere.flatMap(({ data = [] }) => data).filter(({ abilities }) => abilities.decide);
  const openBefore = before.data?.actions.length ?? 0;
  const step = nextStepOf({
    phase,
    edit,
    findings: findings.data?.total ?? 0,
    unanswered: findings.data?.items.filter((one) => followUpOf(one) === 'waits').length ?? 0,
    actions: actions.data?.total ?? 0,
    openBefore,
    hasCarriedOver: actions.data?.items.some(({ carriedOverFrom }) => carriedOverFrom) ?? false,
    documents: [...own.data, ...toDecide],
  });
  return (
    step && (
      <Told step={step} year={year} openBefore={openBefore}>
        {edit && phase !== 'plan' && <NextYear year={year + 1} cycles={cycles} />}
      </Told>
    )
  );
}

interface ToldProps {
  readonly step: Step;
  readonly year: number;
  readonly openBefore: number;
  /** What else leads on. */
  readonly children: ReactNode;
}

function Told({ step, year, openBefore, children }: ToldProps) {
  const { t } = useTranslation();
  const { nameOf } = useDocumentName();
  const params = { year: String(year) };
  if ('document' in step) {
    const { document, kind } = step;
    const name = nameOf(document);
    const waits = kind === 'await' || kind === 'awaitPublishing';
    return (
      <NextStep
        text={t(`cycle.next.${kind}`, { name, step: document.currentStep?.name ?? '' })}
        isYours={!waits}
      >
        <Link
          to="/annual-documents/$documentId"
          params={{ documentId: document.id }}
          className={waits ? secondary : primary}
        >
          {t('cycle.next.toDocument', { name })}
        </Link>
        {children}
      </NextStep>
    );
  }
  const { kind } = step;
  const before = { year: year - 1, count: openBefore };
  const mayCarryOver = ['addFindings', 'makeActions', 'addActions', 'beginPlan'].includes(kind);
  return (
    <NextStep text={t(`cycle.next.${kind}`, before)} isYours>
      {kind === 'nextPhase' && (
        <a href="#phase" className={primary}>
          {t('cycle.next.nextPhaseAction')}
        </a>
      )}
      {kind !== 'nextPhase' && kind !== 'nextYear' && (
        <Link to={places[kind]} params={params} className={primary}>
          {t(`cycle.next.${kind}Action`, before)}
        </Link>
      )}
      {mayCarryOver && openBefore > 0 && (
        <Link to={places.carryOver} params={params} className={secondary}>
          {t('cycle.next.carryOverAction', before)}
        </Link>
      )}
      {(kind === 'addFindings' || kind === 'addActions') && (
        <Link to="/help/$topic" params={{ topic: 'eerste-jaarplan' }}>
          {t('cycle.next.firstPlan')}
        </Link>
      )}
      {(kind === 'makeActions' || kind === 'carryOver') && (
        <Link to={places.beginPlan} params={params} className={secondary}>
          {t(`cycle.next.${kind}Not`)}
        </Link>
      )}
      {kind === 'beginPlan' && (
        <Link to={places.addActions} params={params} className={secondary}>
          {t('cycle.next.anotherAction')}
        </Link>
      )}
      {children}
    </NextStep>
  );
}

/** The plan of the next year is made while this one is carried out. */
function NextYear({ year, cycles }: { readonly year: number; readonly cycles: readonly Cycle[] }) {
  const { t } = useTranslation();
  return cycles.some((one) => one.year === year) ? (
    <Link to="/annual-cycles/$year" params={{ year: String(year) }} className={secondary}>
      {t('cycle.next.toYear', { year })}
    </Link>
  ) : (
    <Link to="/annual-cycles/new" className={secondary}>
      {t('cycle.next.openYear', { year })}
    </Link>
  );
}
