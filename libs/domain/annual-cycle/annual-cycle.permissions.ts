import { permissions } from '@weerbaar/kernel/access';
import type { Role } from '@weerbaar/kernel/context';

const readers: readonly Role[] = [
  'integrity-adviser',
  'municipal-secretary',
  'mayor',
  'management-team',
  'works-council',
  'manager',
  'department-head',
  'human-resources',
  'confidential-adviser-integrity',
  'confidential-adviser-conduct',
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

/** Row "Plan/report/blocks/audits" of the access matrix; policies decide about the single record. */
export const annualCyclePermissions = permissions('annual-cycle', {
  /** Cycles, actions and their progress. */
  read: readers,
  /** Cycles, findings, actions, chapter texts. */
  edit: ['integrity-adviser'],
  /** Progress of an action one owns; the policy looks at the owner. */
  report: ['employee'],
  /** Adding findings from one's own work. */
  contribute: [
    'integrity-adviser',
    'confidential-adviser-integrity',
    'confidential-adviser-conduct',
    'risk-manager',
    'auditor',
  ],
  /** Recording a decision. The route is data, so any of these roles may have a step; the policy looks at whose it is. */
  decide: readers,
  /** The adoption route; setting it is a matter of configuration, not of content. */
  readRoute: [...readers, 'administrator'],
  setRoute: ['administrator'],
});
