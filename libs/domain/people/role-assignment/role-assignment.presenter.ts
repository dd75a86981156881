import { assuranceFor, needsSecondPerson, rolesOfProvider } from '@weerbaar/kernel/access';
import { type Actor, inReadersLanguage, type Role, roleNames } from '@weerbaar/kernel/context';
import type { RoleAssignmentView, RoleView } from './role-assignment.dto.js';
import type { RoleAssignment } from './role-assignment.entity.js';
import { abilities } from './role-assignment.policy.js';
import type { ShownAssignments } from './role-assignment.service.js';
import { stateOn } from './role-assignment.states.js';

/** For those who give, confirm or review roles. */
export function assignmentForReviewer(
  actor: Actor,
  assignment: RoleAssignment,
  { today, names, accounts }: ShownAssignments,
): RoleAssignmentView {
  const state = stateOn(today, assignment);
  const may = abilities(actor, assignment, state);
  // Who confirms vouches that this account, and the mail that opens it, are of this person. Nobody else here
  // needs to know how people sign in.
  const account = may.confirm ? accounts.get(assignment.personId) : undefined;
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? '' });
  const perhaps = (personId: string | null) => (personId === null ? null : named(personId));
  return {
    id: assignment.id,
    version: assignment.version,
    person: named(assignment.personId),
    role: assignment.role,
    roleName: inReadersLanguage(roleNames[assignment.role]),
    state,
    validFrom: assignment.validFrom,
    validTo: assignment.validTo,
    substituteFor: perhaps(assignment.substituteFor),
    givenBy: perhaps(assignment.givenByPersonId),
    givenAt: assignment.givenAt.toISOString(),
    needsConfirmation: assignment.needsConfirmation,
    confirmedBy: perhaps(assignment.confirmedByPersonId),
    confirmedAt: assignment.confirmedAt?.toISOString() ?? null,
    endedAt: assignment.endedAt?.toISOString() ?? null,
    signInName: account?.signInName ?? null,
    email: account?.email ?? null,
    may,
  };
}

export function presentRole(role: Role): RoleView {
  return {
    role,
    name: inReadersLanguage(roleNames[role]),
    needsSecondPerson: needsSecondPerson(role),
    needsSecondFactor: assuranceFor(role) !== 'password',
    byProvider: rolesOfProvider.some((given) => given === role),
  };
}
