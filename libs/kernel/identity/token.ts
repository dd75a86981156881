import { hash, randomBytes } from 'node:crypto';

/** A secret that is handed out once and of which only the hash is kept: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain hash is enough: the token is random, there is nothing to guess. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
