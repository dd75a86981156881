import type { ProvisioningTokenView } from './provisioning-token.dto.js';
import type { ProvisioningToken } from './provisioning-token.entity.js';
import { stateOn } from './provisioning-token.states.js';

/** For the administrator; never the hash. */
export function tokenForAdministrator(token: ProvisioningToken, today: string): ProvisioningTokenView {
  const { id, label, lastDay, madeAt, lastUsedOn, withdrawnAt } = token;
  return {
    id,
    label,
    state: stateOn(token, today),
    lastDay,
    madeAt: madeAt.toISOString(),
    lastUsedOn,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}
