import { permissions } from '@weerbaar/kernel/access';

/** Row "Plan/report/blocks/audits" of the access matrix; policies decide about the single record. */
export const annualCyclePermissions = permissions('annual-cycle', {
  /** Cycles, actions and their progress. */
  read: [
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
  ],
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
  /** Recording a decision in the adoption route; the policy looks at whose step it is. */
  decide: ['municipal-secretary', 'works-council'],
});
