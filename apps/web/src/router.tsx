import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isProblem } from './api/problem.js';
import { queries } from './api/queries.js';
import { queryClient } from './api/query-client.js';
import { actionSearch, isQuarter, type Quarter } from './annual-cycle/action-search.js';
import { findingSearch } from './annual-cycle/finding-search.js';
import { blockSearch } from './building-blocks/block-search.js';
import { AccessibilityPage } from './pages/accessibility.page.js';
import { FailedPage, NotFoundPage } from './pages/fault.page.js';
import { Shell } from './shell/shell.js';
import { Loading } from './shell/states.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { StartPage } from './start/start.page.js';

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFoundPage,
});

/** Only for whoever is signed in wholly; others sign in first and come back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await sessionNow();
    if (session && session.assurance !== 'pending') return;
    redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href }, throw: true });
  },
});

/** The session as it is known; nothing for whoever is not signed in. */
async function sessionNow() {
  try {
    return await queryClient.query({ ...queries.session, staleTime: 'static' });
  } catch (error) {
    if (isProblem(error, 'not-signed-in')) return undefined;
    throw error;
  }
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: (search: Record<string, unknown>): { to?: string; left?: boolean } => ({
    ...(isOwnPath(search['to']) && { to: search['to'] }),
    ...(search['left'] === true && { left: true }),
  }),
});

const activation = createRoute({
  getParentRoute: () => root,
  path: '/account-activations',
  component: lazyRouteComponent(() => import('./account/activation.page.js'), 'ActivationPage'),
});

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  component: AccessibilityPage,
});

const start = createRoute({ getParentRoute: () => inside, path: '/', component: StartPage });

const system = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks',
  validateSearch: blockSearch,
  component: lazyRouteComponent(() => import('./building-blocks/system.page.js'), 'SystemPage'),
});

const block = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId',
  component: lazyRouteComponent(() => import('./building-blocks/block.page.js'), 'BlockPage'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account.page.js'), 'AccountPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => inside,
  path: '/account/second-factor',
  component: lazyRouteComponent(() => import('./account/second-factor.page.js'), 'SecondFactorPage'),
});

const cycles = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles',
  component: lazyRouteComponent(() => import('./annual-cycle/cycles.page.js'), 'CyclesPage'),
});

const newCycle = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/new',
  component: lazyRouteComponent(() => import('./annual-cycle/new-cycle.page.js'), 'NewCyclePage'),
});

const cycle = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year',
  component: lazyRouteComponent(() => import('./annual-cycle/cycle.page.js'), 'CyclePage'),
});

const findings = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings',
  validateSearch: findingSearch,
  component: lazyRouteComponent(() => import('./annual-cycle/findings.page.js'), 'FindingsPage'),
});

const newFinding = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings/new',
  component: lazyRouteComponent(() => import('./annual-cycle/finding.page.js'), 'NewFindingPage'),
});

const finding = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/findings/$findingId',
  component: lazyRouteComponent(() => import('./annual-cycle/finding.page.js'), 'FindingPage'),
});

const actions = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions',
  validateSearch: actionSearch,
  component: lazyRouteComponent(() => import('./annual-cycle/actions.page.js'), 'ActionsPage'),
});

const newAction = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions/new',
  validateSearch: (search: Record<string, unknown>): { finding?: string } =>
    typeof search['finding'] === 'string' ? { finding: search['finding'] } : {},
  component: lazyRouteComponent(() => import('./annual-cycle/action-form.page.js'), 'NewActionPage'),
});

const action = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions/$actionId',
  component: lazyRouteComponent(() => import('./annual-cycle/action.page.js'), 'ActionPage'),
});

const editAction = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/actions/$actionId/edit',
  component: lazyRouteComponent(() => import('./annual-cycle/action-form.page.js'), 'EditActionPage'),
});

const board = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/board',
  component: lazyRouteComponent(() => import('./annual-cycle/board.page.js'), 'BoardPage'),
});

const progress = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/progress',
  validateSearch: ({ quarter }: Record<string, unknown>): { quarter?: Quarter } =>
    isQuarter(quarter) ? { quarter } : {},
  component: lazyRouteComponent(() => import('./annual-cycle/progress.page.js'), 'ProgressPage'),
});

const annualDocuments = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/documents',
  component: lazyRouteComponent(() => import('./annual-documents/documents.page.js'), 'DocumentsPage'),
});

const annualDocument = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId',
  validateSearch: (search: Record<string, unknown>): { rendering?: string } =>
    typeof search['rendering'] === 'string' ? { rendering: search['rendering'] } : {},
  component: lazyRouteComponent(() => import('./annual-documents/document.page.js'), 'DocumentPage'),
});

const publishing = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId/publish',
  component: lazyRouteComponent(() => import('./annual-documents/publish.page.js'), 'PublishPage'),
});

const chapter = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId/chapters/$chapterId',
  component: lazyRouteComponent(() => import('./annual-documents/chapter.page.js'), 'ChapterPage'),
});

const adoptionRoute = createRoute({
  getParentRoute: () => inside,
  path: '/adoption-route',
  component: lazyRouteComponent(
    () => import('./annual-documents/adoption-route.page.js'),
    'AdoptionRoutePage',
  ),
});

/** A path of this app: nothing that leads to another host. */
function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value);
}

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    activation,
    accessibility,
    inside.addChildren([
      start,
      system,
      block,
      cycles,
      newCycle,
      cycle,
      findings,
      newFinding,
      finding,
      actions,
      newAction,
      action,
      editAction,
      board,
      progress,
      account,
      secondFactor,
      annualDocuments,
      annualDocument,
      publishing,
      chapter,
      adoptionRoute,
    ]),
  ]),
  defaultErrorComponent: FailedPage,
  defaultPendingComponent: Loading,
  defaultPreload: 'intent',
  // It would keep the visited addresses in the storage of the browser.
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
