import { Injectable } from '@nestjs/common';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import type { AuditResult } from './audit-entry.js';
import { type AuditedChangeRow, AuditEntryRepository } from './audit-entry.repository.js';
import type { JsonObject } from './json-value.js';

/** Who did what to an object, and when. */
export interface AuditedChange {
  readonly entryId: string;
  readonly occurredAt: Date;
  readonly actor: { readonly kind: Actor['kind']; readonly accountId: string | null };
  readonly action: string;
  readonly result: AuditResult;
  /** Null when it was not recorded, or erased since. */
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  /** The content was erased when its retention ended. */
  readonly erased: boolean;
}

@Injectable()
export class AuditHistory {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly entries: AuditEntryRepository,
  ) {}

  /** What happened to one object, newest first. The caller decides who may see it. */
  async of(objectType: string, objectId: string, page: PageRequest): Promise<Page<AuditedChange>> {
    const [rows, total] = await this.transactions.run(() =>
      this.entries.ofObject(objectType, objectId, page),
    );
    return pageOf(page, [rows.map(present), total]);
  }
}

function present(row: AuditedChangeRow): AuditedChange {
  return {
    entryId: row.id,
    occurredAt: row.occurredAt,
    actor: { kind: row.actorKind, accountId: row.actorAccountId },
    action: row.action,
    result: row.result,
    before: row.content?.before ?? null,
    after: row.content?.after ?? null,
    erased: row.content === null,
  };
}
