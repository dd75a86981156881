import type { HistoryEntryView } from './history-entry.dto.js';
import type { AuditedChange } from './logged-entry.js';

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
    actorName: actor.name,
    action,
    result,
    before,
    after,
    erased,
  };
}
