import { hash, verify } from '@node-rs/argon2';

/** The library declares its algorithms as a const enum, which cannot be imported here: 2 is argon2id. */
const argon2id = 2;

/** OWASP's first choice for argon2id: 19 MiB, 2 passes. */
const parameters = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

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
