import type { AccountView } from './account.dto.js';
import type { AccountOverview } from './account-overview.repository.js';

/** For the administrator. */
export function accountForAdministrator(account: AccountOverview): AccountView {
  const { id, version, personId, personName, signInName, email, hasSecondFactor, isTied } = account;
  return {
    id,
    version,
    personId,
    personName,
    signInName,
    email,
    state: stateOf(account),
    hasSecondFactor,
    isTied,
    deactivatedAt: account.deactivatedAt?.toISOString() ?? null,
  };
}

/** Invited: there is nothing yet to sign in with. */
function stateOf({ deactivatedAt, hasPassword, isTied }: AccountOverview): AccountView['state'] {
  if (deactivatedAt) return 'deactivated';
  return hasPassword || isTied ? 'active' : 'invited';
}
