import type { AuditEntryView } from './audit-entry.dto.js';
import { historyEntryForReader } from './history-entry.presenter.js';
import type { LoggedEntry } from './logged-entry.js';

export function forAuditor(entry: LoggedEntry): AuditEntryView {
  return {
    ...historyEntryForReader(entry),
    personId: entry.actor.personId,
    objectType: entry.objectType,
    objectId: entry.objectId,
    origin: entry.origin,
    correlationId: entry.correlationId,
    sequence: entry.seal?.sequence ?? null,
    sealedAt: entry.seal?.sealedAt.toISOString() ?? null,
  };
}
