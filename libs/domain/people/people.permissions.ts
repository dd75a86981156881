import { permissions } from '@weerbaar/kernel/access';
import type { Role } from '@weerbaar/kernel/context';

/** Each can be the second person of an administrator; none can become one alone. */
const secondPersons: readonly Role[] = ['administrator', 'municipal-secretary', 'data-protection-officer'];

/**
 * Who sees the employments of those they manage, and says which rights these still need. Managing alone is not
 * enough: the role asks for a surer sign-in.
 */
export const managerRoles: readonly Role[] = [
  'manager',
  'department-head',
  'cluster-manager',
  'director',
  'municipal-secretary',
];

export const peoplePermissions = permissions('people', {
  read: ['employee'],
  add: ['administrator', 'human-resources'],
  /** All employments and functions, on every day. What a manager sees of their own team the policy decides. */
  readStructure: ['administrator', 'human-resources', 'integrity-adviser'],
  editStructure: ['administrator', 'human-resources'],
  /** Who holds which role, and who gave it. */
  readRoles: [...secondPersons, 'integrity-adviser', 'chief-information-security-officer', 'auditor'],
  giveRoles: ['administrator'],
  confirmRoles: secondPersons,
  manageAccounts: ['administrator'],
  manageProvisioning: ['administrator'],
  readRestorations: secondPersons,
  confirmRestorations: secondPersons,
  /** Signing the lines that somebody is asked to; over special rights the policy decides as well. */
  reviewRights: [...managerRoles, ...secondPersons, 'chief-information-security-officer'],
  /** Starting reviews and handing lines over, never those about oneself. */
  manageRightsReviews: ['administrator'],
});
