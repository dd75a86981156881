import type { Actor } from '@weerbaar/kernel/context';
import type { SecondFactorRestorationView } from './second-factor-restoration.dto.js';
import type { SecondFactorRestoration } from './second-factor-restoration.entity.js';
import { mayConfirm, mayWithdraw } from './second-factor-restoration.policy.js';
import type { Names } from './second-factor-restoration.service.js';

/** For those who ask for it and those who confirm it. */
export function restorationForReviewer(
  actor: Actor,
  restoration: SecondFactorRestoration,
  names: Names,
): SecondFactorRestorationView {
  const { confirmedAt, confirmedByPersonId } = restoration;
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? '' });
  return {
    id: restoration.id,
    version: restoration.version,
    accountId: restoration.accountId,
    person: named(restoration.personId),
    state: stateOf(restoration),
    requestedBy: named(restoration.requestedByPersonId),
    requestedAt: restoration.requestedAt.toISOString(),
    confirmedBy: confirmedByPersonId === null ? null : named(confirmedByPersonId),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    may: {
      confirm: mayConfirm(actor, restoration).allowed,
      withdraw: mayWithdraw(actor, restoration).allowed,
    },
  };
}

function stateOf({
  confirmedAt,
  withdrawnAt,
}: SecondFactorRestoration): SecondFactorRestorationView['state'] {
  if (confirmedAt) return 'confirmed';
  return withdrawnAt ? 'withdrawn' : 'waiting';
}
