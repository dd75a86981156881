import type { ActorDirectory } from './actor-directory.js';
import type { AuditEntry } from './audit-entry.js';
import type { StoredEntry } from './audit-reading.repository.js';
import type { JsonObject } from './json-value.js';

/** Who did what to an object, and when. */
export interface AuditedChange {
  readonly entryId: string;
  readonly occurredAt: Date;
  readonly actor: {
    readonly kind: AuditEntry['actorKind'];
    readonly accountId: string | null;
    /** Null for who is no person. */
    readonly personId: string | null;
    readonly name: string | null;
  };
  readonly action: string;
  readonly result: AuditEntry['result'];
  /** Null when it was not recorded, or erased since. */
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  /** The content was erased when its retention ended. */
  readonly erased: boolean;
}

/** All there is to know of an entry. */
export interface LoggedEntry
  extends AuditedChange, Pick<AuditEntry, 'objectType' | 'objectId' | 'origin' | 'correlationId'> {
  readonly seal: StoredEntry['seal'];
}

/** Entries with the names of who did it. Inside a transaction only. */
export async function withNames(
  entries: readonly StoredEntry[],
  directory: ActorDirectory,
): Promise<readonly LoggedEntry[]> {
  const accountIds = entries.flatMap(({ actorAccountId }) => actorAccountId ?? []);
  const known = await directory.byAccounts([...new Set(accountIds)]);
  return entries.map(({ id, actorKind, actorAccountId, content, ...entry }) => {
    const actor = actorAccountId === null ? undefined : known.get(actorAccountId);
    return {
      ...entry,
      entryId: id,
      actor: {
        kind: actorKind,
        accountId: actorAccountId,
        personId: actor?.personId ?? null,
        name: actor?.name ?? null,
      },
      before: content?.before ?? null,
      after: content?.after ?? null,
    };
  });
}
