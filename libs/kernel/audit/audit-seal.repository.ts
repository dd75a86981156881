import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { AuditEntry } from './audit-entry.js';
import type { JsonObject } from './json-value.js';

/** The last link of the chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly chainHash: string;
}

/** A link of the chain. Hashes in hexadecimal. */
export interface Seal extends ChainHead {
  readonly entryId: string;
  readonly entryHash: string;
}

/** A link with what it seals, as far as that is still there. */
export interface SealedEntry {
  readonly seal: Seal;
  readonly entry: AuditEntry | null;
  readonly content: StoredContent | null;
}

export interface StoredContent {
  /** Null when it was erased together with the content. */
  readonly salt: Buffer | null;
  readonly content: JsonObject | null;
  readonly erasedAt: Date | null;
}

/** `entry` is null in a left join without a match. */
const entryAsJson = `
  case when e.id is not null then json_build_object(
    'id', e.id, 'actorKind', e.actor_kind, 'actorAccountId', e.actor_account_id,
    'action', e.action, 'objectType', e.object_type, 'objectId', e.object_id, 'result', e.result,
    'origin', e.origin, 'correlationId', e.correlation_id, 'contentHash', encode(e.content_hash, 'hex')) end`;

interface EntryRow {
  readonly entry: Omit<AuditEntry, 'occurredAt'> | null;
  readonly occurredAt: Date;
}

interface SealRow extends EntryRow {
  /** A bigint: arrives as text. */
  readonly sequence: string;
  readonly entryId: string;
  readonly entryHash: string;
  readonly chainHash: string;
  readonly hasContent: boolean;
  readonly salt: Buffer | null;
  readonly content: JsonObject | null;
  readonly erasedAt: Date | null;
}

@Injectable()
export class AuditSealRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** Until the end of the transaction nobody else links entries of this organisation. */
  async lock(): Promise<void> {
    await this.manager.query(
      `select pg_advisory_xact_lock(hashtextextended('audit-seal ' || current_setting('app.organisation_id'), 0))`,
    );
  }

  async head(): Promise<ChainHead | undefined> {
    const [row] = await this.manager.query<{ sequence: string; chainHash: string }[]>(
      `select sequence, encode(chain_hash, 'hex') as "chainHash" from audit_seal order by sequence desc limit 1`,
    );
    return row && { sequence: Number(row.sequence), chainHash: row.chainHash };
  }

  /** Entries whose transaction has ended well and that are in the chain not yet. */
  async unsealed(limit: number): Promise<readonly AuditEntry[]> {
    const rows = await this.manager.query<EntryRow[]>(
      `select ${entryAsJson} as entry, e.occurred_at as "occurredAt"
         from audit_unsealed u join audit_entry e on e.id = u.entry_id
        order by u.entry_id limit $1`,
      [limit],
    );
    return rows.map(entryOf).filter((entry) => entry !== null);
  }

  async link(seals: readonly Seal[], sealedAt: Date): Promise<void> {
    await this.manager.query(
      `insert into audit_seal (sequence, entry_id, entry_hash, chain_hash, sealed_at)
       select s.sequence, s.entry_id, decode(s.entry_hash, 'hex'), decode(s.chain_hash, 'hex'), $5
         from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) as s (sequence, entry_id, entry_hash, chain_hash)`,
      [
        seals.map(({ sequence }) => sequence),
        seals.map(({ entryId }) => entryId),
        seals.map((seal) => seal.entryHash),
        seals.map((seal) => seal.chainHash),
        sealedAt,
      ],
    );
    await this.manager.query('delete from audit_unsealed where entry_id = any($1::uuid[])', [
      seals.map(({ entryId }) => entryId),
    ]);
  }

  /** Links in order, after one and up to and including another. */
  async links(after: number, last: number, limit: number): Promise<readonly SealedEntry[]> {
    const rows = await this.manager.query<SealRow[]>(
      `select s.sequence, s.entry_id as "entryId", encode(s.entry_hash, 'hex') as "entryHash",
              encode(s.chain_hash, 'hex') as "chainHash",
              ${entryAsJson} as entry, e.occurred_at as "occurredAt",
              c.entry_id is not null as "hasContent", c.salt, c.content, c.erased_at as "erasedAt"
         from audit_seal s
         left join audit_entry e on e.id = s.entry_id
         left join audit_content c on c.entry_id = s.entry_id
        where s.sequence > $1 and s.sequence <= $2
        order by s.sequence limit $3`,
      [after, last, limit],
    );
    return rows.map(sealedEntryOf);
  }

  /** Ids of entries that are neither in the chain nor on the work list, in order. */
  async entriesOutsideChain(after: string, limit: number): Promise<readonly string[]> {
    return this.ids(
      `select e.id from audit_entry e
        where e.id > $1
          and not exists (select from audit_seal s where s.entry_id = e.id)
          and not exists (select from audit_unsealed u where u.entry_id = e.id)
        order by e.id limit $2`,
      [after, limit],
    );
  }

  /** Ids of entries from before a moment that wait to be sealed, in order. */
  async waitingSince(moment: Date, after: string, limit: number): Promise<readonly string[]> {
    return this.ids(
      `select e.id from audit_unsealed u join audit_entry e on e.id = u.entry_id
        where e.occurred_at < $1 and e.id > $2 order by e.id limit $3`,
      [moment, after, limit],
    );
  }

  async countUnsealed(): Promise<number> {
    const [row] = await this.manager.query<{ count: number }[]>(
      'select count(*)::int as count from audit_unsealed',
    );
    return row?.count ?? 0;
  }

  private async ids(sql: string, parameters: unknown[]): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(sql, parameters);
    return rows.map(({ id }) => id);
  }

  private get manager() {
    return this.transactions.manager;
  }
}

function entryOf({ entry, occurredAt }: EntryRow): AuditEntry | null {
  return entry && { ...entry, occurredAt };
}

function sealedEntryOf(row: SealRow): SealedEntry {
  return {
    seal: {
      sequence: Number(row.sequence),
      entryId: row.entryId,
      entryHash: row.entryHash,
      chainHash: row.chainHash,
    },
    entry: entryOf(row),
    content: row.hasContent ? { salt: row.salt, content: row.content, erasedAt: row.erasedAt } : null,
  };
}
