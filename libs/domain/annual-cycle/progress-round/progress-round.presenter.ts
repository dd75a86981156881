import { type KnownPerson, ownerFrom, presentOwner } from '@weerbaar/people/contract';
import type {
  OwnRoundView,
  ProgressRoundView,
  RoundActionView,
  RoundOwnerView,
} from './progress-round.dto.js';
import type { RoundAction } from './progress-round.js';
import type { OwnRound, ShownOwner, ShownRound } from './progress-round.service.js';

/** Owners by name; who still has to report comes first. */
export function roundForReader({ owners, persons, lastRemindedAt, ...round }: ShownRound): ProgressRoundView {
  return {
    year: round.year,
    quarter: round.quarter,
    lastDay: round.lastDay,
    hasBegun: round.hasBegun,
    mayRemind: round.mayRemind,
    lastRemindedAt: lastRemindedAt?.toISOString() ?? null,
    owners: owners
      .map((owner) => ownerForReader(owner, persons))
      .toSorted(
        (a, b) =>
          Number(a.hasReported) - Number(b.hasReported) ||
          (a.owner?.name ?? '').localeCompare(b.owner?.name ?? '', 'nl'),
      ),
  };
}

export function roundForOwner({ year, quarter, lastDay, hasBegun, actions }: OwnRound): OwnRoundView {
  return { year, quarter, lastDay, hasBegun, actions: actions.map(actionForReader) };
}

function ownerForReader(shown: ShownOwner, persons: ReadonlyMap<string, KnownPerson>): RoundOwnerView {
  return {
    owner: presentOwner(ownerFrom(shown), persons),
    hasReported: shown.hasReported,
    reminding: shown.reminding,
    remindedAt: shown.remindedAt?.toISOString() ?? null,
    actions: shown.actions.map(actionForReader),
  };
}

function actionForReader({
  id,
  version,
  number,
  title,
  quarter,
  status,
  isReported,
  lastNote,
}: RoundAction): RoundActionView {
  return {
    id,
    version,
    number,
    title,
    quarter,
    status,
    isReported,
    lastNote: lastNote && {
      quarter: lastNote.quarter,
      status: lastNote.status,
      note: lastNote.note,
      recordedAt: lastNote.recordedAt.toISOString(),
    },
  };
}
