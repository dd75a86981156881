import { all, allow, type Decision, deny, holds, maySecond } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { peoplePermissions } from '../people.permissions.js';
import type { RoleAssignmentState } from './role-assignment.states.js';

export interface JudgedAssignment {
  readonly personId: string;
  readonly substituteFor: string | null;
  readonly givenByPersonId: string | null;
}

/** The administrator gives roles, to others. */
export function mayGive(actor: Actor, personId: string): Decision {
  if (!holds(actor, peoplePermissions.giveRoles))
    return deny('Alleen de beheerder geeft rollen.', 'Only the administrator gives roles.');
  return actor.personId === personId
    ? deny('U kunt uzelf geen rol geven.', 'You can not give a role to yourself.')
    : allow;
}

/** A second person confirms: not the giver, not the one who gets it, nor the one who is stood in for. */
export function mayConfirm(
  actor: Actor,
  { personId, substituteFor, givenByPersonId }: JudgedAssignment,
  state: RoleAssignmentState,
): Decision {
  return all(
    holds(actor, peoplePermissions.confirmRoles)
      ? allow
      : deny('U kunt geen rollen bevestigen.', 'You can not confirm roles.'),
    state === 'waiting'
      ? allow
      : deny('Deze rol wacht niet op een bevestiging.', 'This role does not wait for confirmation.'),
    maySecond(actor, givenByPersonId, { persons: [personId, substituteFor] }),
  );
}

/** What was not confirmed yet can be taken back by whoever may give, and refused by whoever may confirm. */
export function mayWithdraw(actor: Actor, state: RoleAssignmentState): Decision {
  const involved = holds(actor, peoplePermissions.giveRoles) || holds(actor, peoplePermissions.confirmRoles);
  return involved && state === 'waiting'
    ? allow
    : deny('Deze rol valt niet in te trekken.', 'This role can not be withdrawn.');
}

/** Taking a role away is safe: one person can do it at once. */
export function mayEnd(actor: Actor, state: RoleAssignmentState): Decision {
  if (!holds(actor, peoplePermissions.giveRoles))
    return deny('Alleen de beheerder beëindigt rollen.', 'Only the administrator ends roles.');
  return state === 'in-force' || state === 'future'
    ? allow
    : deny('Deze rol loopt niet.', 'This role is not in force.');
}

export function abilities(actor: Actor, assignment: JudgedAssignment, state: RoleAssignmentState) {
  return {
    confirm: mayConfirm(actor, assignment, state).allowed,
    withdraw: mayWithdraw(actor, state).allowed,
    end: mayEnd(actor, state).allowed,
  };
}
