import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import type { AuditContent, AuditEntry } from './audit-entry.js';

export interface AuditedChangeRow {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actorKind: AuditEntry['actorKind'];
  readonly actorAccountId: string | null;
  readonly action: string;
  readonly result: AuditEntry['result'];
  readonly content: AuditContent | null;
}

@Injectable()
export class AuditEntryRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** One statement, so that recording costs the work it records one round trip. */
  async add(entry: AuditEntry, salt: Buffer, content: AuditContent): Promise<void> {
    await this.transactions.manager.query(
      `with entry as (
         insert into audit_entry (id, occurred_at, actor_kind, actor_account_id, action, object_type, object_id,
                                  result, origin, correlation_id, content_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'))
       ), content as (
         insert into audit_content (entry_id, salt, content) values ($1, $12, $13::jsonb)
       )
       insert into audit_unsealed (entry_id) values ($1)`,
      [
        entry.id,
        entry.occurredAt,
        entry.actorKind,
        entry.actorAccountId,
        entry.action,
        entry.objectType,
        entry.objectId,
        entry.result,
        entry.origin,
        entry.correlationId,
        entry.contentHash,
        salt,
        JSON.stringify(content),
      ],
    );
  }

  /** The entries of one object, newest first, and how many there are. */
  async ofObject(
    objectType: string,
    objectId: string,
    page: PageRequest,
  ): Promise<readonly [readonly AuditedChangeRow[], number]> {
    const { manager } = this.transactions;
    const { skip, take } = limits(page);
    const rows = await manager.query<AuditedChangeRow[]>(
      `select e.id, e.occurred_at as "occurredAt", e.actor_kind as "actorKind",
              e.actor_account_id as "actorAccountId", e.action, e.result, c.content
         from audit_entry e
         left join audit_content c on c.entry_id = e.id
        where e.object_type = $1 and e.object_id = $2
        order by e.occurred_at desc, e.id desc
       offset $3 limit $4`,
      [objectType, objectId, skip, take],
    );
    const [count] = await manager.query<{ total: number }[]>(
      'select count(*)::int as total from audit_entry where object_type = $1 and object_id = $2',
      [objectType, objectId],
    );
    return [rows, count?.total ?? 0];
  }
}
