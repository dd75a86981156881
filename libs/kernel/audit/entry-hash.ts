import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.js';
import { canonicalJson, type JsonValue } from './json-value.js';

/*
 * The hashes of the audit log, all SHA-256 in hexadecimal. An independent program must be able to repeat
 * them: what is hashed never changes; a new form gets a new `form` number.
 */

/** Without the salt a short content ("yes") could be guessed from its hash after it was erased. */
export function contentHash(salt: Uint8Array, content: JsonValue): string {
  return createHash('sha256').update(salt).update(canonicalJson(content)).digest('hex');
}

/** The organisation is part of it: an entry can't be moved to another one unseen. */
export function entryHash(organisationId: string, entry: AuditEntry): string {
  const line = canonicalJson({
    form: 1,
    organisationId,
    id: entry.id,
    occurredAt: entry.occurredAt.toISOString(),
    actorKind: entry.actorKind,
    actorAccountId: entry.actorAccountId,
    action: entry.action,
    objectType: entry.objectType,
    objectId: entry.objectId,
    result: entry.result,
    origin: entry.origin,
    correlationId: entry.correlationId,
    contentHash: entry.contentHash,
  });
  return createHash('sha256').update(line).digest('hex');
}

/** What the first link of an organisation's chain hangs on. */
export function chainStart(organisationId: string): string {
  return createHash('sha256').update(`weerbaar audit chain ${organisationId}`).digest('hex');
}

/** Links an entry to everything before it, at its place. */
export function chainHash(previous: string, sequence: number, entry: string): string {
  return createHash('sha256').update(`${previous} ${sequence} ${entry}`).digest('hex');
}
