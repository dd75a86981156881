import { permissions } from '@weerbaar/kernel/access';
import type { Role } from '@weerbaar/kernel/context';

/** Who plans, does, decides or checks: they see the plan while it is made. */
const insiders: readonly Role[] = [
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

/** Who gives input or an opinion: they see a document once it is put before the bodies, not the making of it. */
const outsiders: readonly Role[] = [
  'works-council',
  'confidential-adviser-integrity',
  'confidential-adviser-conduct',
];

/** Row "Plan/report/blocks/audits" of the access matrix; policies decide about the single record. */
export const annualCyclePermissions = permissions('annual-cycle', {
  /** Findings, actions, and documents in the making. */
  read: insiders,
  /** Cycles and documents; the policy looks at whether a document is still a draft. */
  readDocuments: [...insiders, ...outsiders],
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
  decide: [...insiders, ...outsiders],
  /** The adoption route; setting it is a matter of configuration, not of content. */
  readRoute: [...insiders, ...outsiders, 'administrator'],
  setRoute: ['administrator'],
});
