import { ApiProperty } from '@nestjs/swagger';
import { Flag, Instant, Line, WholeNumber } from '@weerbaar/kernel/http';
import { recoveryCodeCount } from './recovery-codes.js';

export class SecondFactorView {
  @Flag({ description: 'An authenticator app is in use' })
  active: boolean;

  @Instant({ optional: true })
  since: string | null;

  @WholeNumber({ min: 0, max: recoveryCodeCount })
  recoveryCodesLeft: number;
}

/** Shown once, to put into an authenticator app; nothing changes until it is confirmed. */
export class BegunSecondFactorView {
  @Line({ max: 64, description: 'For who types it: base 32' })
  secret: string;

  @Line({ max: 600, description: 'For a QR code: otpauth://' })
  address: string;
}

export class SecondFactorConfirmation {
  @Line({ max: 12, description: 'What the authenticator app shows: six digits' })
  code: string;
}

/** Shown once: only their hashes are kept. */
export class RecoveryCodesView {
  @ApiProperty({ type: [String] })
  recoveryCodes: readonly string[];
}
