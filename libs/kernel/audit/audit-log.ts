import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { type Actor, currentContext } from '@weerbaar/kernel/context';
import { newId } from '@weerbaar/kernel/database';
import type { AuditContent, AuditResult } from './audit-entry.js';
import { AuditEntryRepository } from './audit-entry.repository.js';
import { contentHash } from './entry-hash.js';
import { fieldsOf } from './json-value.js';

export interface AuditedAction {
  /** `<part>.<what happened>`: `annual-cycle.action-changed`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Default `done`. */
  readonly result?: AuditResult;
  /** Leave `before` and `after` out where they are confidential; see `difference`. */
  readonly before?: object;
  readonly after?: object;
}

const saltBytes = 16;

/** Who did what to what. The entry stands or falls with the transaction of the work itself. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly entries: AuditEntryRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Records in the open transaction. What was refused or failed rolls back with its transaction: record
   * that in a transaction of its own, after it.
   * @throws Error when there is no transaction: an entry apart from its work would prove nothing.
   */
  async record(actor: Actor, audited: AuditedAction): Promise<void> {
    const { origin, correlationId } = currentContext();
    const { action, objectType, objectId, result = 'done' } = audited;
    const content = contentOf(audited);
    const salt = randomBytes(saltBytes);
    const entry = {
      id: newId(),
      occurredAt: this.clock.now(),
      actorKind: actor.kind,
      actorAccountId: actor.accountId,
      action,
      objectType,
      objectId,
      result,
      origin,
      correlationId,
      contentHash: contentHash(salt, { ...content }),
    };
    await this.entries.add(entry, salt, content);
  }
}

function contentOf({ before, after }: AuditedAction): AuditContent {
  return { ...(before && { before: fieldsOf(before) }), ...(after && { after: fieldsOf(after) }) };
}
