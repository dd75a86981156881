import { Choice, Day, Identifier, Instant, Line } from '@weerbaar/kernel/http';
import { provisioningTokenStates, type ProvisioningTokenState } from './provisioning-token.states.js';

export class NewProvisioningToken {
  @Line({ max: 100, description: 'Which program gets it' })
  label: string;

  @Day({ description: 'The last day on which it counts, at most two years from now' })
  lastDay: string;
}

export class ProvisioningTokenView {
  @Identifier()
  id: string;

  @Line({ max: 100 })
  label: string;

  @Choice(provisioningTokenStates, { name: 'ProvisioningTokenState' })
  state: ProvisioningTokenState;

  @Day()
  lastDay: string;

  @Instant()
  madeAt: string;

  @Day({ optional: true, description: 'null: never' })
  lastUsedOn: string | null;

  @Instant({ optional: true })
  withdrawnAt: string | null;
}

export class MadeProvisioningTokenView extends ProvisioningTokenView {
  @Line({ max: 100, description: 'The secret itself: shown once, and stored nowhere' })
  secret: string;
}
