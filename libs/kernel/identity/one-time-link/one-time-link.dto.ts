import { Line } from '@weerbaar/kernel/http';
import { NewPassword } from '../account/password.dto.js';

export class AccountActivation {
  @Line({ max: 100, description: 'The token of the one-time link' })
  token: string;

  @NewPassword()
  password: string;
}

export class PasswordReset {
  @Line({ max: 254 })
  signInName: string;
}
