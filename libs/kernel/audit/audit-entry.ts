import type { Actor, Origin } from '@weerbaar/kernel/context';
import type { JsonObject } from './json-value.js';

export type AuditResult = 'done' | 'refused' | 'failed';

/** One line of the audit log (BIO2 8.15.01: action, object, result, origin, actor, time). */
export interface AuditEntry {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actorKind: Actor['kind'];
  readonly actorAccountId: string | null;
  /** `<part>.<what happened>`: `annual-cycle.action-changed`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly result: AuditResult;
  readonly origin: Origin;
  readonly correlationId: string;
  /** Hexadecimal. Covers the content without revealing it, so that content can be erased. */
  readonly contentHash: string;
}

/** What changed, where that is not confidential. */
export interface AuditContent {
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}
