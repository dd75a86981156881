import type { Role } from '@weerbaar/kernel/context';

/** Not the administrator (technical rights give no content), not the council (it reads what is published). */
const insiders: readonly Role[] = [
  'auditor',
  'chief-information-security-officer',
  'communication-adviser',
  'complaints-coordinator',
  'data-protection-officer',
  'department-head',
  'facility-manager',
  'human-resources',
  'integrity-adviser',
  'learning-adviser',
  'management-team',
  'manager',
  'mayor',
  'municipal-secretary',
  'procurement-lead',
  'risk-manager',
  'safety-coordinator',
];

/**
 * They give input or an opinion: no plan in the making, no list of actions. Of what is put before the
 * bodies they may read the internal edition, which names owners: it is made for them.
 */
const outsiders: readonly Role[] = [
  'confidential-adviser-conduct',
  'confidential-adviser-integrity',
  'works-council',
];

/** Who can be the other one of four eyes. */
const secondPersons: readonly Role[] = ['administrator', 'data-protection-officer', 'municipal-secretary'];

/**
 * Which roles have which permission, written down a second time on purpose: who changes a right changes it
 * here as well, where a reviewer sees it. A row that is not here may not be asked for by a route.
 * Whoever works for the organisation has `employee` beside their other roles.
 */
export const accessMatrix: Readonly<Record<string, readonly Role[]>> = {
  'people.read': ['employee'],
  'people.add': ['administrator', 'human-resources'],
  'people.readStructure': ['administrator', 'human-resources', 'integrity-adviser'],
  'people.editStructure': ['administrator', 'human-resources'],
  'people.readRoles': [
    ...secondPersons,
    'auditor',
    'chief-information-security-officer',
    'integrity-adviser',
  ],
  'people.giveRoles': ['administrator'],
  'people.confirmRoles': secondPersons,
  'people.manageAccounts': ['administrator'],
  'people.manageProvisioning': ['administrator'],
  'people.readRestorations': secondPersons,
  'people.confirmRestorations': secondPersons,
  'people.reviewRights': [
    ...secondPersons,
    'chief-information-security-officer',
    'cluster-manager',
    'department-head',
    'director',
    'manager',
  ],
  'people.manageRightsReviews': ['administrator'],

  'catalogue.read': ['employee'],
  'catalogue.contribute': ['employee'],
  'catalogue.manage': ['integrity-adviser'],

  'annual-cycle.read': insiders,
  'annual-cycle.readDocuments': [...insiders, ...outsiders],
  'annual-cycle.edit': ['integrity-adviser'],
  'annual-cycle.report': ['employee'],
  'annual-cycle.contribute': [
    'auditor',
    'confidential-adviser-conduct',
    'confidential-adviser-integrity',
    'integrity-adviser',
    'risk-manager',
  ],
  'annual-cycle.decide': [...insiders, ...outsiders],
  'annual-cycle.readRoute': [...insiders, ...outsiders, 'administrator'],
  'annual-cycle.setRoute': ['administrator'],

  'audit.read': ['auditor'],

  'house-style.edit': ['administrator', 'communication-adviser'],

  'organisation-profile.edit': ['administrator'],
};

/** What the whole world may ask for, without signing in. Each of these is a decision. */
export const publicRoutes: readonly string[] = [
  'GET /demo/mail',
  'GET /demo/mail/:mailId',
  'GET /published',
  'GET /published/style.css',
  'GET /published/font.woff2',
  'GET /.well-known/security.txt',
  'GET /health/live',
  'GET /health/ready',
  'GET /api/v1/openapi.json',
  'GET /api/v1/sign-in-options',
  'POST /api/v1/sessions',
  'POST /api/v1/provider-sign-ins',
  'GET /api/v1/provider-sign-ins/_callback',
  'POST /api/v1/account-activations',
  'POST /api/v1/password-resets',
  'GET /api/v1/house-style',
  'GET /api/v1/house-style/style-sheet',
  'GET /api/v1/house-style/logo',
  'GET /api/v1/organisation-profile',
  'GET /api/v1/publications',
  'GET /api/v1/publications/:documentId/files/:format',
];

/** What everybody who is signed in may do, whatever their roles. */
export const signedInRoutes: readonly string[] = [
  'GET /api/v1/sessions',
  'DELETE /api/v1/sessions/:sessionId',
  'GET /api/v1/second-factors/current',
  'POST /api/v1/second-factors',
  'POST /api/v1/second-factors/current/_confirm',
  'POST /api/v1/second-factors/current/recovery-codes',
  'POST /api/v1/password-changes',
  'GET /api/v1/mail-preferences/current',
  'PATCH /api/v1/mail-preferences/current',
  'GET /api/v1/personal-data/_export',
  'GET /api/v1/tasks/current',
];

/** What can be done as soon as the password was right, also before the second factor. */
export const halfSignedInRoutes: readonly string[] = [
  'GET /api/v1/sessions/current',
  'POST /api/v1/sessions/current/_step-up',
  'DELETE /api/v1/sessions/current',
];

/** What the directory may do with its token, and nobody who is signed in. */
export const serviceRoutes: readonly string[] = [
  'GET /scim/v2/ServiceProviderConfig',
  'GET /scim/v2/ResourceTypes',
  'GET /scim/v2/ResourceTypes/:name',
  'GET /scim/v2/Schemas',
  'GET /scim/v2/Schemas/:name',
  'GET /scim/v2/Users',
  'GET /scim/v2/Users/:userId',
  'POST /scim/v2/Users',
  'PUT /scim/v2/Users/:userId',
  'PATCH /scim/v2/Users/:userId',
  'DELETE /scim/v2/Users/:userId',
];
