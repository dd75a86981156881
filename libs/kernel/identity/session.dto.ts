import { roles } from '@weerbaar/kernel/context';
import { Choices, Identifier, Text } from '@weerbaar/kernel/http';
import { passwordLength } from './password.js';

export class SignIn {
  @Text({ max: 254 })
  signInName: string;

  @Text({ max: passwordLength.max, format: 'password' })
  password: string;
}

export class AccountActivation {
  @Text({ max: 100, description: 'The token of the one-time link' })
  token: string;

  @Text({
    max: passwordLength.max,
    format: 'password',
    pattern: new RegExp(`^.{${passwordLength.min},}$`, 's'),
    description: `At least ${passwordLength.min} characters`,
  })
  password: string;
}

/** Who is signed in, and what their roles are. */
export class SessionView {
  @Identifier()
  accountId: string;

  @Identifier()
  personId: string;

  @Choices(roles, { max: roles.length })
  roles: string[];
}
