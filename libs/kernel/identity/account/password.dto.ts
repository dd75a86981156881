import { Password } from '@weerbaar/kernel/http';
import { passwordLength } from './password.js';

/** A password somebody chooses. Length is what counts (NIST SP 800-63B): no rules on kinds of characters. */
export const NewPassword = () =>
  Password({
    max: passwordLength.max,
    pattern: new RegExp(`^.{${passwordLength.min},}$`, 's'),
    description: `At least ${passwordLength.min} characters`,
  });

export class PasswordChange {
  @Password({ max: passwordLength.max })
  currentPassword: string;

  @NewPassword()
  newPassword: string;
}
