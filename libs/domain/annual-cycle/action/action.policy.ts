import { allow, type Decision, deny, holds } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';

export interface OwnedAction {
  readonly ownerPersonId: string | null;
  readonly ownerRole: string | null;
}

/** Whoever runs the year may change what the plan says. */
export function mayEdit(actor: Actor): Decision {
  return holds(actor, annualCyclePermissions.edit)
    ? allow
    : deny(
        'Alleen de integriteitsadviseur wijzigt het plan.',
        'Only the integrity adviser changes the plan.',
      );
}

/** The owner tells how it goes; the integrity adviser may do so on the owner's behalf. */
export function mayReport(actor: Actor, action: OwnedAction): Decision {
  if (mayEdit(actor).allowed || owns(actor, action)) return allow;
  return deny('Alleen de eigenaar meldt de voortgang.', 'Only the owner reports the progress.');
}

/** An owner sees the own action, also without a role that reads the whole plan. */
export function mayRead(actor: Actor, action: OwnedAction): Decision {
  if (holds(actor, annualCyclePermissions.read) || owns(actor, action)) return allow;
  return deny('Deze actie is niet van u.', 'This action is not yours.');
}

export function abilities(actor: Actor, action: OwnedAction): { edit: boolean; report: boolean } {
  return { edit: mayEdit(actor).allowed, report: mayReport(actor, action).allowed };
}

function owns(actor: Actor, { ownerPersonId, ownerRole }: OwnedAction): boolean {
  if (ownerPersonId !== null) return ownerPersonId === actor.personId;
  for (const role of actor.roles) if (role === ownerRole) return true;
  return false;
}
