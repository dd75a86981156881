import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { AuditContent, AuditEntry } from './audit-entry.js';

/** An entry as it stands in the database, with what it says and its place in the chain. */
export interface StoredEntry extends Omit<AuditEntry, 'contentHash'> {
  readonly content: AuditContent | null;
  readonly erased: boolean;
  /** Null: not in the chain yet. */
  readonly seal: { readonly sequence: number; readonly sealedAt: Date } | null;
}

/** The place of an entry in the order of the log. */
export type EntryKey = Pick<AuditEntry, 'id' | 'occurredAt'>;

/** Which entries; what is left out does not matter. Migration 0009 has an index for each. */
export interface EntrySelection {
  /** Done by one of these. */
  readonly accountIds?: readonly string[];
  /** One of these. */
  readonly actions?: readonly string[];
  readonly objectType?: string;
  readonly objectId?: string;
  readonly result?: AuditEntry['result'];
  /** From this moment. */
  readonly since?: Date;
  /** Before this moment. */
  readonly until?: Date;
  /** What comes after this one in the order of the log, newest first. */
  readonly olderThan?: EntryKey;
}

interface EntryRow extends Omit<StoredEntry, 'seal'> {
  /** A bigint: arrives as text. */
  readonly sequence: string | null;
  readonly sealedAt: Date | null;
}

/** SQL with the values it asks for. */
interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

@Injectable()
export class AuditReadingRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async newest(
    selection: EntrySelection,
    { skip = 0, take }: { readonly skip?: number; readonly take: number },
  ): Promise<readonly StoredEntry[]> {
    const { sql, values } = newestOf(selection, skip + take);
    const rows = await this.transactions.manager.query<EntryRow[]>(
      `select e.id, e.occurred_at as "occurredAt", e.actor_kind as "actorKind",
              e.actor_account_id as "actorAccountId", e.action, e.object_type as "objectType",
              e.object_id as "objectId", e.result, e.origin, e.correlation_id as "correlationId",
              c.content, c.erased_at is not null as erased, s.sequence, s.sealed_at as "sealedAt"
         from (${sql} order by occurred_at desc, id desc
               offset $${values.length + 1} limit $${values.length + 2}) as found
         join audit_entry e on e.id = found.id
         left join audit_content c on c.entry_id = e.id
         left join audit_seal s on s.entry_id = e.id
        order by e.occurred_at desc, e.id desc`,
      [...values, skip, take],
    );
    return rows.map(storedEntry);
  }

  /** @param most where counting stops; null: nowhere. */
  async count(selection: EntrySelection, most: number | null): Promise<number> {
    const { sql, values } = newestOf(selection, most);
    const [row] = await this.transactions.manager.query<{ count: number }[]>(
      `select count(*)::int as count from (${sql} limit $${values.length + 1}) as found`,
      [...values, most],
    );
    return row?.count ?? 0;
  }

  async keyOf(entryId: string): Promise<EntryKey | undefined> {
    const [key] = await this.transactions.manager.query<EntryKey[]>(
      `select id, occurred_at as "occurredAt" from audit_entry where id = $1`,
      [entryId],
    );
    return key;
  }

  /** The actions the log knows that begin with this one's name: itself, and what goes on after a dot. */
  async actionsUnder(name: string): Promise<readonly string[]> {
    // From action to action along the index, instead of past all their entries. "/" is what follows ".".
    const rows = await this.transactions.manager.query<{ action: string }[]>(
      `with recursive known (action) as (
         (select e.action from audit_entry e where e.action >= $1 || '.' and e.action < $1 || '/'
           order by e.action limit 1)
         union all
         select (select e.action from audit_entry e where e.action > known.action and e.action < $1 || '/'
                  order by e.action limit 1)
           from known where known.action is not null
       )
       select action from known where action is not null`,
      [name],
    );
    return [name, ...rows.map(({ action }) => action)];
  }
}

/**
 * The keys of the newest entries of a selection, which an index holds by itself. Where any of several accounts or
 * actions will do, the newest of each are taken, and of all these the newest: an index leads to the entries of
 * one of them in their order, and not to those of several.
 */
function newestOf(selection: EntrySelection, most: number | null): Statement {
  const { accountIds, actions, objectId, olderThan } = selection;
  const values: unknown[] = [];
  const value = (given: unknown, type: string) => `$${values.push(given)}::${type}`;
  const conditions = ['true'];
  const where = (condition: string, given: unknown, type: string) => {
    if (given !== undefined) conditions.push(`${condition} ${value(given, type)}`);
  };
  where('e.object_type =', selection.objectType, 'text');
  where('e.object_id =', objectId, 'text');
  where('e.result =', selection.result, 'text');
  where('e.occurred_at >=', selection.since, 'timestamptz');
  where('e.occurred_at <', selection.until, 'timestamptz');
  if (olderThan) {
    const key = `(${value(olderThan.occurredAt, 'timestamptz')}, ${value(olderThan.id, 'uuid')})`;
    conditions.push(`(e.occurred_at, e.id) < ${key}`);
  }

  const each: string[] = [];
  if (accountIds) {
    each.push(`unnest(${value(accountIds, 'uuid[]')}) as account (id)`);
    conditions.push('e.actor_account_id = account.id');
  }
  if (actions && !accountIds && objectId === undefined) {
    each.push(`unnest(${value(actions, 'text[]')}) as one (action)`);
    conditions.push('e.action = one.action');
  } else if (actions) {
    // Of one person or one object there are few to choose from.
    conditions.push(`e.action = any(${value(actions, 'text[]')})`);
  }
  const newest = `lateral (
    select e.id, e.occurred_at from audit_entry e where ${conditions.join(' and ')}
     order by e.occurred_at desc, e.id desc limit ${value(most, 'bigint')}) as newest`;
  return { sql: `select newest.* from ${[...each, newest].join(' cross join ')}`, values };
}

function storedEntry({ sequence, sealedAt, ...entry }: EntryRow): StoredEntry {
  return { ...entry, seal: sealedAt && { sequence: Number(sequence), sealedAt } };
}
