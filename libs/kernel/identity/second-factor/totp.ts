import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands (RFC 6238): SHA-1, six digits, half a minute. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** One step early or late: clocks of telephones differ, and typing takes time. */
const stepsEitherWay = 1;

/** 160 bits, as long as the hash (RFC 4226, section 4). In base 32. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from a QR code. */
export function authenticatorAddress(secret: string, organisation: string, signInName: string): string {
  return totpOf(secret, organisation, signInName).toString();
}

/**
 * @returns the step a code belongs to, or undefined when it is not right now. A step that was used once
 * must not be used again; that is for the caller to see to.
 */
export function stepOf(secret: string, code: string, moment: Date): number | undefined {
  const timestamp = moment.getTime();
  // Apps show two groups of three. What is no number is not offered: the library falls over other signs.
  const token = code.replaceAll(/\s/g, '');
  if (!/^[0-9]+$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp, window: stepsEitherWay });
  return delta === null ? undefined : TOTP.counter({ period: form.period, timestamp }) + delta;
}

/** The code an authenticator app shows at a moment. */
export function codeAt(secret: string, moment: Date): string {
  return totpOf(secret).generate({ timestamp: moment.getTime() });
}

function totpOf(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({ ...form, issuer, label, secret: Secret.fromBase32(secret) });
}
