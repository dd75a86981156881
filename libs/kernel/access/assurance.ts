import type { Role } from '@weerbaar/kernel/context';

/** How sure Weerbaar is of who somebody is, from least to most. */
export const assurances = [
  /** The password is right, and the account asks for a second factor as well. */
  'pending',
  /** A password alone. */
  'password',
  /** The identity provider of the organisation vouches for them, as it does for all staff. */
  'provider',
  /** A second factor of Weerbaar, or of the provider at the level the organisation asks for. */
  'strong',
] as const;

export type Assurance = (typeof assurances)[number];

/** What everybody may be who works here: a password is enough. */
const ordinary = new Set<Role>(['employee', 'hired-staff', 'volunteer']);

/**
 * Roles that open what is confidential, or that decide who gets such a role. One person alone can't give
 * them: or an administrator could make an ally of theirs the second person, and so be both.
 */
const confidential = new Set<Role>([
  'integrity-adviser',
  'confidential-adviser-integrity',
  'confidential-adviser-conduct',
  'municipal-secretary',
  'data-protection-officer',
  'investigator',
  'auditor',
  'key-custodian',
  'administrator',
]);

/** What groups at the identity provider may give; whoever runs the provider can give nothing else. */
export const rolesOfProvider = ['employee', 'manager', 'hired-staff'] as const satisfies readonly Role[];

/** Whether giving this role takes two people. */
export function needsSecondPerson(role: Role): boolean {
  return confidential.has(role);
}

/** Whether everybody may have this role, so that what is of it is of nobody. */
export function isOrdinary(role: Role): boolean {
  return ordinary.has(role);
}

/** How sure Weerbaar must be of somebody before this role of theirs counts (BIO2 5.17.01). */
export function assuranceFor(role: Role): Assurance {
  if (isOrdinary(role)) return 'password';
  return confidential.has(role) ? 'strong' : 'provider';
}

export function reaches(assurance: Assurance, needed: Assurance): boolean {
  return assurances.indexOf(assurance) >= assurances.indexOf(needed);
}
