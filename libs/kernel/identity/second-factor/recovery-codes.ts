import { randomBytes } from 'node:crypto';

export const recoveryCodeCount = 10;

/** Letters and digits that can't be taken for one another when written by hand (Crockford's base 32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 16;

/** Sixteen characters of five bits: 80 bits, in groups that can be read aloud. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    [...randomBytes(length)]
      .map((byte) => alphabet[byte % alphabet.length])
      .join('')
      .replace(/(.{4})(?!$)/g, '$1-'),
  );
}

/** The code as it was given out, however it was typed. */
export function normalisedRecoveryCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
