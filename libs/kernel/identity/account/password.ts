import { hash, verify } from '@node-rs/argon2';

/** The library declares its algorithms as a const enum, which cannot be imported here: 2 is argon2id. */
const argon2id = 2;

/** What RFC 9106 (section 4) recommends where memory is not without end: 64 MiB, 3 passes, 4 lanes. */
const parameters = { algorithm: argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 4 };

export const passwordLength = { min: 12, max: 200 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

let decoy: Promise<string> | undefined;

/**
 * Whether a password is right. Takes as long when there is no account or no password yet,
 * so that time doesn't tell which accounts exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  // A huge password must not cost a huge hash.
  if (password.length > passwordLength.max) return false;
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}
