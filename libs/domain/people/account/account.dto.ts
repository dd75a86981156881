import {
  Choice,
  Flag,
  Identifier,
  Instant,
  Line,
  MailAddress,
  PageQuery,
  WholeNumber,
} from '@weerbaar/kernel/http';

export const accountStates = ['invited', 'active', 'deactivated'] as const;

export class AccountQuery extends PageQuery {
  @Line({
    max: 200,
    omittable: true,
    empty: true,
    description: 'Beginnings of words of the name of the person',
  })
  q?: string;

  @Identifier({ omittable: true, description: 'The accounts of this person' })
  personId?: string;
}

const whereLinksGo = 'Where the invitation goes, and every later link';

export class NewAccountInput {
  @Identifier()
  personId: string;

  @Line({ max: 254, description: 'With what they sign in; capitals make no difference' })
  signInName: string;

  @MailAddress({ description: whereLinksGo })
  email: string;
}

export class AccountChange {
  @MailAddress({ description: whereLinksGo })
  email: string;
}

export class AccountView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Identifier()
  personId: string;

  @Line({ max: 200 })
  personName: string;

  @Line({ max: 254 })
  signInName: string;

  @Line({ max: 254, optional: true })
  email: string | null;

  @Choice(accountStates, { name: 'AccountState' })
  state: (typeof accountStates)[number];

  @Flag({ description: 'Signs in with a second factor' })
  hasSecondFactor: boolean;

  @Flag({ description: 'Signs in at the identity provider of the organisation' })
  isTied: boolean;

  @Instant({ optional: true })
  deactivatedAt: string | null;
}
