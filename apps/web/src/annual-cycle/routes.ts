import { createRoute } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';
import { lazyPage } from '../shell/lazy-page.js';
import { actionSearch } from './action-search.js';
import { findingSearch } from './finding-search.js';

const cycles = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles',
  staticData: { help: 'jaarcyclus' },
  component: lazyPage(() => import('./cycles.page.js'), 'CyclesPage'),
});

const newCycle = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/new',
  staticData: { help: 'jaarcyclus#een-jaar-openen' },
  component: lazyPage(() => import('./new-cycle.page.js'), 'NewCyclePage'),
});

const cycle = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year',
  staticData: { help: 'jaarcyclus' },
  component: lazyPage(() => import('./cycle.page.js'), 'CyclePage'),
});

const findings = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings',
  staticData: { help: 'bevindingen' },
  validateSearch: findingSearch,
  component: lazyPage(() => import('./findings.page.js'), 'FindingsPage'),
});

const newFinding = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings/new',
  staticData: { help: 'bevindingen#een-bevinding-toevoegen' },
  component: lazyPage(() => import('./finding.page.js'), 'NewFindingPage'),
});

const finding = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings/$findingId',
  staticData: { help: 'bevindingen#een-bevinding-wijzigen' },
  component: lazyPage(() => import('./finding.page.js'), 'FindingPage'),
});

const answer = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings/$findingId/answer',
  staticData: { help: 'bevindingen#van-bevinding-naar-actie' },
  component: lazyPage(() => import('./answer.page.js'), 'AnswerPage'),
});

const noAction = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings/$findingId/no-action',
  staticData: { help: 'bevindingen#geen-actie' },
  component: lazyPage(() => import('./no-action.page.js'), 'NoActionPage'),
});

const actions = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions',
  staticData: { help: 'acties' },
  validateSearch: actionSearch,
  component: lazyPage(() => import('./actions.page.js'), 'ActionsPage'),
});

const newAction = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions/new',
  staticData: { help: 'acties#een-actie-toevoegen' },
  validateSearch: (search: Record<string, unknown>): { finding?: string } =>
    typeof search['finding'] === 'string' ? { finding: search['finding'] } : {},
  component: lazyPage(() => import('./action-form.page.js'), 'NewActionPage'),
});

const carryOver = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions/carry-over',
  staticData: { help: 'acties#acties-uit-het-vorige-jaar' },
  component: lazyPage(() => import('./carry-over.page.js'), 'CarryOverPage'),
});

const action = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions/$actionId',
  staticData: { help: 'acties#voortgang-melden' },
  component: lazyPage(() => import('./action.page.js'), 'ActionPage'),
});

const editAction = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions/$actionId/edit',
  staticData: { help: 'acties#een-actie-wijzigen' },
  component: lazyPage(() => import('./action-form.page.js'), 'EditActionPage'),
});

const board = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/board',
  staticData: { help: 'kwartaalbord' },
  component: lazyPage(() => import('./board.page.js'), 'BoardPage'),
});

/** Without a quarter: the one that it is. Choosing another is no going to another page. */
const progress = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/progress/{-$quarter}',
  staticData: { help: 'voortgang#wie-heeft-gemeld' },
  component: lazyPage(() => import('./progress.page.js'), 'ProgressPage'),
});

const ownProgress = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/progress/$quarter/own',
  staticData: { help: 'voortgang#zelf-melden' },
  component: lazyPage(() => import('./own-progress.page.js'), 'OwnProgressPage'),
});

export const annualCycleRoutes = [
  cycles,
  newCycle,
  cycle,
  findings,
  newFinding,
  finding,
  answer,
  noAction,
  actions,
  newAction,
  carryOver,
  action,
  editAction,
  board,
  progress,
  ownProgress,
] as const;
