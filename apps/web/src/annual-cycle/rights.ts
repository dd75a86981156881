import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';

type Role = Schemas['Role'];

/** Who sees findings and actions, and documents in the making; the API has the last word. */
export const insiders: readonly Role[] = [
  'integrity-adviser',
  'municipal-secretary',
  'mayor',
  'management-team',
  'manager',
  'department-head',
  'human-resources',
  'safety-coordinator',
  'complaints-coordinator',
  'chief-information-security-officer',
  'data-protection-officer',
  'risk-manager',
  'auditor',
  'procurement-lead',
  'communication-adviser',
  'learning-adviser',
  'facility-manager',
];

/** Who sees the cycles at all. */
const readers: readonly Role[] = [
  ...insiders,
  'works-council',
  'confidential-adviser-integrity',
  'confidential-adviser-conduct',
];

/** What is of a role that everybody may have is of nobody: the API takes no such owner. */
export const ofEverybody: readonly Role[] = ['employee', 'hired-staff', 'volunteer'];

/** Who makes the plan. */
export const editors: readonly Role[] = ['integrity-adviser'];

export const contributors: readonly Role[] = [
  'integrity-adviser',
  'confidential-adviser-integrity',
  'confidential-adviser-conduct',
  'risk-manager',
  'auditor',
];

/** What whoever is signed in may do with the annual cycle: what one may not do is not shown. */
export function useRights() {
  // The pages ask who is signed in; here only what they got is looked at.
  return rightsOf(useQuery({ ...queries.session, enabled: false }).data?.roles ?? []);
}

export function rightsOf(roles: readonly Role[]) {
  return {
    read: roles.some((role) => readers.includes(role)),
    readPlan: roles.some((role) => insiders.includes(role)),
    edit: roles.some((role) => editors.includes(role)),
    contribute: roles.some((role) => contributors.includes(role)),
  };
}
