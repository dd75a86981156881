import type { AuditedChange } from './audit-history.js';
import type { HistoryEntryView } from './history-entry.dto.js';

/** For who may see the record itself. */
export function historyEntryForReader({
  entryId,
  occurredAt,
  actor,
  ...change
}: AuditedChange): HistoryEntryView {
  const { action, result, before, after, erased } = change;
  return {
    id: entryId,
    occurredAt: occurredAt.toISOString(),
    actorKind: actor.kind,
    accountId: actor.accountId,
    action,
    result,
    before,
    after,
    erased,
  };
}
