import { all, allow, type Decision, deny, holds, mayDecideOn, maySecond } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { peoplePermissions } from '../people.permissions.js';

export interface JudgedRestoration {
  readonly personId: string;
  readonly requestedByPersonId: string;
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** The administrator asks, for others: who lost their own second factor can't be signed in as who asks. */
export function mayRequest(actor: Actor, personId: string): Decision {
  return all(
    holds(actor, peoplePermissions.manageAccounts)
      ? allow
      : deny('Alleen de beheerder vraagt dit aan.', 'Only the administrator asks for this.'),
    mayDecideOn(actor, { persons: [personId] }),
  );
}

export function mayConfirm(actor: Actor, restoration: JudgedRestoration): Decision {
  return all(
    holds(actor, peoplePermissions.confirmRestorations)
      ? allow
      : deny('U kunt dit niet bevestigen.', 'You can not confirm this.'),
    isOpen(restoration),
    maySecond(actor, restoration.requestedByPersonId, { persons: [restoration.personId] }),
  );
}

export function mayWithdraw(actor: Actor, restoration: JudgedRestoration): Decision {
  return all(
    holds(actor, peoplePermissions.confirmRestorations)
      ? allow
      : deny('U kunt dit niet intrekken.', 'You can not withdraw this.'),
    isOpen(restoration),
  );
}

function isOpen({ confirmedAt, withdrawnAt }: JudgedRestoration): Decision {
  return confirmedAt || withdrawnAt ? deny('Dit is al afgehandeld.', 'This was dealt with.') : allow;
}
