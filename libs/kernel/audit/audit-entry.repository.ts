import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { AuditContent, AuditEntry } from './audit-entry.js';

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
}
