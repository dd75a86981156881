import { createRoute, redirect } from '@tanstack/react-router';
import { auditSearch } from '../audit/audit-search.js';
import { importLineSearch } from '../employment-imports/line-search.js';
import { reviewLineSearch } from '../rights-review/line-search.js';
import { roleSearch } from '../roles/role-search.js';
import { inside, sessionNow } from '../shell/inside.js';
import { lazyPage } from '../shell/lazy-page.js';
import { dayIn, idIn, pageIn, textIn } from '../shell/search.js';
import { OrganisationLayout } from './organisation-layout.js';
import { places, placesFor } from './places.js';

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  component: OrganisationLayout,
});

const organisationStart = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  // Whoever may open none of them is told so by the first.
  beforeLoad: async () => {
    const [[to] = places[0]] = placesFor((await sessionNow())?.roles ?? []);
    redirect({ to, throw: true });
  },
});

const persons = createRoute({
  getParentRoute: () => organisation,
  path: '/persons',
  staticData: { help: 'medewerkers' },
  validateSearch: (search: Record<string, unknown>): { q?: string; department?: string; page?: number } => ({
    q: textIn(search['q']),
    department: idIn(search['department']),
    page: pageIn(search['page']),
  }),
  component: lazyPage(() => import('../people/people.page.js'), 'PeoplePage'),
});

const newPerson = createRoute({
  getParentRoute: () => organisation,
  path: '/persons/new',
  staticData: { help: 'medewerkers#een-medewerker-toevoegen' },
  component: lazyPage(() => import('../people/new-person.page.js'), 'NewPersonPage'),
});

const person = createRoute({
  getParentRoute: () => organisation,
  path: '/persons/$personId',
  staticData: { help: 'medewerkers#de-pagina-van-een-medewerker' },
  validateSearch: onDay,
  component: lazyPage(() => import('../people/person.page.js'), 'PersonPage'),
});

const newEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/persons/$personId/employments/new',
  staticData: { help: 'medewerkers#een-dienstverband-vastleggen' },
  component: lazyPage(() => import('../people/new-employment.page.js'), 'NewEmploymentPage'),
});

const changeEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/employments/$employmentId/change',
  staticData: { help: 'medewerkers#iets-verandert-of-iets-klopte-niet' },
  component: lazyPage(() => import('../people/employment.page.js'), 'ChangeEmploymentPage'),
});

const correctEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/employments/$employmentId/correct',
  staticData: { help: 'medewerkers#iets-verandert-of-iets-klopte-niet' },
  component: lazyPage(() => import('../people/employment.page.js'), 'CorrectEmploymentPage'),
});

const endEmployment = createRoute({
  getParentRoute: () => organisation,
  path: '/employments/$employmentId/end',
  staticData: { help: 'medewerkers#iemand-gaat-weg' },
  component: lazyPage(() => import('../people/employment.page.js'), 'EndEmploymentPage'),
});

const departments = createRoute({
  getParentRoute: () => organisation,
  path: '/departments',
  staticData: { help: 'afdelingen' },
  validateSearch: onDay,
  component: lazyPage(() => import('../departments/departments.page.js'), 'DepartmentsPage'),
});

const newDepartment = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/new',
  staticData: { help: 'afdelingen#een-afdeling-toevoegen' },
  validateSearch: (search: Record<string, unknown>): { parent?: string } => ({
    parent: idIn(search['parent']),
  }),
  component: lazyPage(() => import('../departments/new-department.page.js'), 'NewDepartmentPage'),
});

const department = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/$departmentId',
  staticData: { help: 'afdelingen' },
  component: lazyPage(() => import('../departments/department.page.js'), 'DepartmentPage'),
});

const changeDepartment = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/$departmentId/change',
  staticData: { help: 'afdelingen#een-afdeling-wijzigen' },
  component: lazyPage(() => import('../departments/department.page.js'), 'ChangeDepartmentPage'),
});

const endDepartment = createRoute({
  getParentRoute: () => organisation,
  path: '/departments/$departmentId/end',
  staticData: { help: 'afdelingen#een-afdeling-beëindigen' },
  component: lazyPage(() => import('../departments/department.page.js'), 'EndDepartmentPage'),
});

const jobFunctions = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions',
  staticData: { help: 'functies' },
  validateSearch: onDay,
  component: lazyPage(() => import('../job-functions/job-functions.page.js'), 'JobFunctionsPage'),
});

const newJobFunction = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions/new',
  staticData: { help: 'functies#een-functie-toevoegen-of-wijzigen' },
  component: lazyPage(() => import('../job-functions/job-function.page.js'), 'NewJobFunctionPage'),
});

const changeJobFunction = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions/$jobFunctionId/change',
  staticData: { help: 'functies#een-functie-toevoegen-of-wijzigen' },
  component: lazyPage(() => import('../job-functions/job-function.page.js'), 'ChangeJobFunctionPage'),
});

const endJobFunction = createRoute({
  getParentRoute: () => organisation,
  path: '/job-functions/$jobFunctionId/end',
  staticData: { help: 'functies#een-functie-beëindigen' },
  component: lazyPage(() => import('../job-functions/job-function.page.js'), 'EndJobFunctionPage'),
});

const employmentImports = createRoute({
  getParentRoute: () => organisation,
  path: '/employment-imports',
  staticData: { help: 'personeelsbestand-importeren' },
  validateSearch: onPage,
  component: lazyPage(() => import('../employment-imports/imports.page.js'), 'ImportsPage'),
});

const newEmploymentImport = createRoute({
  getParentRoute: () => organisation,
  path: '/employment-imports/new',
  staticData: { help: 'personeelsbestand-importeren#het-bestand' },
  component: lazyPage(() => import('../employment-imports/new-import.page.js'), 'NewImportPage'),
});

const employmentImport = createRoute({
  getParentRoute: () => organisation,
  path: '/employment-imports/$importId',
  staticData: { help: 'personeelsbestand-importeren#wat-er-gebeurt' },
  validateSearch: importLineSearch,
  component: lazyPage(() => import('../employment-imports/import.page.js'), 'ImportPage'),
});

const accounts = createRoute({
  getParentRoute: () => organisation,
  path: '/accounts',
  staticData: { help: 'accounts' },
  validateSearch: (search: Record<string, unknown>): { q?: string; page?: number } => ({
    q: textIn(search['q']),
    page: pageIn(search['page']),
  }),
  component: lazyPage(() => import('../accounts/accounts.page.js'), 'AccountsPage'),
});

const newAccount = createRoute({
  getParentRoute: () => organisation,
  path: '/accounts/new',
  staticData: { help: 'accounts#een-account-maken' },
  component: lazyPage(() => import('../accounts/new-account.page.js'), 'NewAccountPage'),
});

const account = createRoute({
  getParentRoute: () => organisation,
  path: '/accounts/$accountId',
  staticData: { help: 'accounts#de-pagina-van-een-account' },
  component: lazyPage(() => import('../accounts/account.page.js'), 'AccountPage'),
});

const accountAddress = createRoute({
  getParentRoute: () => organisation,
  path: '/accounts/$accountId/address',
  staticData: { help: 'accounts#het-mailadres-wijzigen' },
  component: lazyPage(() => import('../accounts/account-address.page.js'), 'AccountAddressPage'),
});

const roles = createRoute({
  getParentRoute: () => organisation,
  path: '/roles',
  staticData: { help: 'rollen' },
  validateSearch: roleSearch,
  component: lazyPage(() => import('../roles/roles.page.js'), 'RolesPage'),
});

const newRole = createRoute({
  getParentRoute: () => organisation,
  path: '/roles/new',
  staticData: { help: 'rollen#een-rol-geven' },
  validateSearch: (search: Record<string, unknown>): { person?: string } => ({
    person: idIn(search['person']),
  }),
  component: lazyPage(() => import('../roles/new-role.page.js'), 'NewRolePage'),
});

const endRole = createRoute({
  getParentRoute: () => organisation,
  path: '/roles/$assignmentId/end',
  staticData: { help: 'rollen#een-rol-beëindigen' },
  component: lazyPage(() => import('../roles/end-role.page.js'), 'EndRolePage'),
});

const rightsReviews = createRoute({
  getParentRoute: () => organisation,
  path: '/rights-reviews',
  staticData: { help: 'rechtencontrole' },
  validateSearch: onPage,
  component: lazyPage(() => import('../rights-review/reviews.page.js'), 'RightsReviewsPage'),
});

const newRightsReview = createRoute({
  getParentRoute: () => organisation,
  path: '/rights-reviews/new',
  staticData: { help: 'rechtencontrole#een-controle-eerder-starten' },
  component: lazyPage(() => import('../rights-review/new-review.page.js'), 'NewReviewPage'),
});

const rightsReview = createRoute({
  getParentRoute: () => organisation,
  path: '/rights-reviews/$reviewId',
  staticData: { help: 'rechtencontrole#volgen-hoe-ver-het-is' },
  validateSearch: reviewLineSearch,
  component: lazyPage(() => import('../rights-review/review.page.js'), 'RightsReviewPage'),
});

const handOver = createRoute({
  getParentRoute: () => organisation,
  path: '/rights-reviews/$reviewId/lines/$lineId/hand-over',
  staticData: { help: 'rechtencontrole#een-regel-overdragen' },
  component: lazyPage(() => import('../rights-review/hand-over.page.js'), 'HandOverPage'),
});

const restorations = createRoute({
  getParentRoute: () => organisation,
  path: '/second-factor-restorations',
  staticData: { help: 'herstel-tweede-bewijs' },
  validateSearch: onPage,
  component: lazyPage(() => import('../accounts/restorations.page.js'), 'RestorationsPage'),
});

const auditLog = createRoute({
  getParentRoute: () => organisation,
  path: '/audit-entries',
  staticData: { help: 'logboek' },
  validateSearch: auditSearch,
  component: lazyPage(() => import('../audit/audit.page.js'), 'AuditPage'),
});

const houseStyle = createRoute({
  getParentRoute: () => organisation,
  path: '/house-style',
  staticData: { help: 'huisstijl' },
  component: lazyPage(() => import('../house-style/house-style.page.js'), 'HouseStylePage'),
});

const settings = createRoute({
  getParentRoute: () => organisation,
  path: '/settings',
  staticData: { help: 'instellingen' },
  component: lazyPage(() => import('../settings/settings.page.js'), 'SettingsPage'),
});

const profile = createRoute({
  getParentRoute: () => organisation,
  path: '/profile',
  staticData: { help: 'instellingen#naam-en-contact' },
  component: lazyPage(() => import('../settings/profile.page.js'), 'ProfilePage'),
});

const provisioningTokens = createRoute({
  getParentRoute: () => organisation,
  path: '/provisioning-tokens',
  staticData: { help: 'koppeling-gebruikersadministratie' },
  validateSearch: onPage,
  component: lazyPage(() => import('../provisioning/tokens.page.js'), 'TokensPage'),
});

const newProvisioningToken = createRoute({
  getParentRoute: () => organisation,
  path: '/provisioning-tokens/new',
  staticData: { help: 'koppeling-gebruikersadministratie#een-sleutel-maken' },
  component: lazyPage(() => import('../provisioning/new-token.page.js'), 'NewTokenPage'),
});

export const organisationRoutes = organisation.addChildren([
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
  employmentImports,
  newEmploymentImport,
  employmentImport,
  accounts,
  newAccount,
  account,
  accountAddress,
  roles,
  newRole,
  endRole,
  rightsReviews,
  newRightsReview,
  rightsReview,
  handOver,
  restorations,
  auditLog,
  houseStyle,
  settings,
  profile,
  provisioningTokens,
  newProvisioningToken,
]);

/** On which day something is looked at; absent: today. */
function onDay(search: Record<string, unknown>): { on?: string } {
  return { on: dayIn(search['on']) };
}

function onPage(search: Record<string, unknown>): { page?: number } {
  return { page: pageIn(search['page']) };
}
