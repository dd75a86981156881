import { assurances } from '@weerbaar/kernel/access';
import { type Role, roles } from '@weerbaar/kernel/context';
import {
  Choice,
  Choices,
  Flag,
  Identifier,
  Instant,
  Line,
  Password,
  WholeNumber,
} from '@weerbaar/kernel/http';
import { passwordLength } from '../account/password.js';

const methods = ['password', 'provider'] as const;

export class SignIn {
  @Line({ max: 254 })
  signInName: string;

  @Password({ max: passwordLength.max })
  password: string;
}

/** A session of one's own. */
export class SessionView {
  @Identifier()
  id: string;

  @Choice(methods, { name: 'SignInMethod' })
  method: (typeof methods)[number];

  @Line({ max: 100, empty: true, description: 'Browser and system, as far as they told: "Firefox, Windows"' })
  device: string;

  @Instant()
  startedAt: string;

  @Instant()
  lastSeenAt: string;

  @Instant({ description: 'Then it ends, whatever happens' })
  endsAt: string;

  @Flag({ description: 'The one this answer is for' })
  current: boolean;
}

/** Who is signed in, what counts now, and what would count after more proof. */
export class CurrentSessionView extends SessionView {
  @Identifier()
  accountId: string;

  @Identifier()
  personId: string;

  @Choices(roles, { max: roles.length })
  roles: Role[];

  @Choices(roles, {
    max: roles.length,
    description: 'Roles that count after a second factor only: see `_step-up` and second-factors/current',
  })
  dormantRoles: Role[];

  @Choice(assurances, { name: 'Assurance' })
  assurance: (typeof assurances)[number];

  @Flag({ description: 'Whether the account has an authenticator app in use' })
  hasSecondFactor: boolean;

  @Flag({ description: 'Whether one can sign in with a password of Weerbaar, and so change it' })
  hasPassword: boolean;

  @Flag({ description: 'Whether a first authenticator app may be set up in this session' })
  mayEnrol: boolean;

  @WholeNumber({
    description:
      'After so many minutes without a request the session ends; one within a minute of another may not count',
  })
  idleMinutes: number;

  @WholeNumber({ description: 'How long until `endsAt`: the clock of a device may be wrong' })
  secondsLeft: number;
}

export class SignedOutView {
  @Line({
    max: 20_000,
    format: 'uri',
    optional: true,
    description:
      'Send the browser here to sign out at the identity provider too; absent when there is no need',
  })
  address: string | null;
}

/** One of the two. */
export class SecondFactorProof {
  @Line({ max: 12, optional: true, description: 'What the authenticator app shows: six digits' })
  code?: string | null;

  @Line({ max: 40, optional: true, description: 'One of the recovery codes, when the app is lost' })
  recoveryCode?: string | null;
}
