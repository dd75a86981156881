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
import { OrganisationLayout } from './organisation/organisation-layout.js';
import { auditSearch } from './audit/audit-search.js';
import { roleSearch } from './roles/role-search.js';
import { dayIn, idIn, pageIn, textIn } from './shell/search.js';
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

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  component: OrganisationLayout,
});

const organisationStart = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  beforeLoad: () => redirect({ to: '/organisation/persons', throw: true }),
});

const persons = createRoute({
  getParentRoute: () => organisation,
  path: '/persons',
  validateSearch: (search: Record<string, unknown>): { q?: string; department?: string; page?: number } => ({
    q: textIn(search['q']),
    department: idIn(search['department']),
    page: pageIn(search['page']),
  }),
  component: lazyRouteComponent(() => import('./people/people.page.js'), 'PeoplePage'),
});

const newPerson = createRoute({
  getParentRoute: () => organisation,
  path: '/persons/new',
  component: lazyRouteComponent(() => import('./people/new-person.page.js'), 'NewPersonPage'),
});

const person = createRoute({
  getParentRoute: () => organisation,
  path: '/persons/$personId',
  validateSearch: onDay,
  component: lazyRouteComponent(() => import('./people/person.page.js'), 'PersonPage'),
});

const newEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/persons/$personId/employments/new',
  component: lazyRouteComponent(() => import('./people/new-employment.page.js'), 'NewEmploymentPage'),
});

const changeEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/employments/$employmentId/change',
  component: lazyRouteComponent(() => import('./people/employment.page.js'), 'ChangeEmploymentPage'),
});

const correctEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/employments/$employmentId/correct',
  component: lazyRouteComponent(() => import('./people/employment.page.js'), 'CorrectEmploymentPage'),
});

const endEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/employments/$employmentId/end',
  component: lazyRouteComponent(() => import('./people/employment.page.js'), 'EndEmploymentPage'),
});

const departments = createRoute({
  getParentRoute: () => organisation,
  path: '/departments',
  validateSearch: onDay,
  component: lazyRouteComponent(() => import('./departments/departments.page.js'), 'DepartmentsPage'),
});

const newDepartment = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/new',
  validateSearch: (search: Record<string, unknown>): { parent?: string } => ({
    parent: idIn(search['parent']),
  }),
  component: lazyRouteComponent(() => import('./departments/new-department.page.js'), 'NewDepartmentPage'),
});

const department = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/$departmentId',
  component: lazyRouteComponent(() => import('./departments/department.page.js'), 'DepartmentPage'),
});

const changeDepartment = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/$departmentId/change',
  component: lazyRouteComponent(() => import('./departments/department.page.js'), 'ChangeDepartmentPage'),
});

const endDepartment = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/$departmentId/end',
  component: lazyRouteComponent(() => import('./departments/department.page.js'), 'EndDepartmentPage'),
});

const jobFunctions = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions',
  validateSearch: onDay,
  component: lazyRouteComponent(() => import('./job-functions/job-functions.page.js'), 'JobFunctionsPage'),
});

const newJobFunction = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions/new',
  component: lazyRouteComponent(() => import('./job-functions/job-function.page.js'), 'NewJobFunctionPage'),
});

const changeJobFunction = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions/$jobFunctionId/change',
  component: lazyRouteComponent(
    () => import('./job-functions/job-function.page.js'),
    'ChangeJobFunctionPage',
  ),
});

const endJobFunction = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions/$jobFunctionId/end',
  component: lazyRouteComponent(() => import('./job-functions/job-function.page.js'), 'EndJobFunctionPage'),
});

const accounts = createRoute({
  getParentRoute: () => organisation,
  path: '/accounts',
  validateSearch: onPage,
  component: lazyRouteComponent(() => import('./accounts/accounts.page.js'), 'AccountsPage'),
});

const newAccount = createRoute({
  getParentRoute: () => organisation,
  path: '/accounts/new',
  component: lazyRouteComponent(() => import('./accounts/new-account.page.js'), 'NewAccountPage'),
});

const roles = createRoute({
  getParentRoute: () => organisation,
  path: '/roles',
  validateSearch: roleSearch,
  component: lazyRouteComponent(() => import('./roles/roles.page.js'), 'RolesPage'),
});

const newRole = createRoute({
  getParentRoute: () => organisation,
  path: '/roles/new',
  validateSearch: (search: Record<string, unknown>): { person?: string } => ({
    person: idIn(search['person']),
  }),
  component: lazyRouteComponent(() => import('./roles/new-role.page.js'), 'NewRolePage'),
});

const endRole = createRoute({
  getParentRoute: () => organisation,
  path: '/roles/$assignmentId/end',
  component: lazyRouteComponent(() => import('./roles/end-role.page.js'), 'EndRolePage'),
});

const restorations = createRoute({
  getParentRoute: () => organisation,
  path: '/second-factor-restorations',
  validateSearch: onPage,
  component: lazyRouteComponent(() => import('./accounts/restorations.page.js'), 'RestorationsPage'),
});

const auditLog = createRoute({
  getParentRoute: () => organisation,
  path: '/audit-entries',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit/audit.page.js'), 'AuditPage'),
});

const houseStyle = createRoute({
  getParentRoute: () => organisation,
  path: '/house-style',
  component: lazyRouteComponent(() => import('./house-style/house-style.page.js'), 'HouseStylePage'),
});

/** On which day something is looked at; absent: today. */
function onDay(search: Record<string, unknown>): { on?: string } {
  return { on: dayIn(search['on']) };
}

function onPage(search: Record<string, unknown>): { page?: number } {
  return { page: pageIn(search['page']) };
}

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
      organisation.addChildren([
        organisationStart,
        persons,
        newPerson,
        person,
        newEmployment,
        changeEmployment,
        correctEmployment,
        endEmployment,
        departments,
        newDepartment,
        department,
        changeDepartment,
        endDepartment,
        jobFunctions,
        newJobFunction,
        changeJobFunction,
        endJobFunction,
        accounts,
        newAccount,
        roles,
        newRole,
        endRole,
        restorations,
        auditLog,
        houseStyle,
      ]),
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
