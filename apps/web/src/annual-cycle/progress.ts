import type { Schemas } from '../api/client.js';
import { type Action, isQuarter, type Quarter } from './action-search.js';

type Note = Schemas['ProgressView'];

const closed: ReadonlySet<Action['status']> = new Set(['done', 'stopped']);
const allYear: ReadonlySet<Action['status']> = new Set(['continuous', 'periodic']);

export interface Reporting {
  readonly action: Action;
  /** The latest about the quarter; absent while it is waited for. */
  readonly note?: Note;
}

/**
 * The actions that are asked about in a quarter, with what was reported: those of that quarter and earlier, and those
 * that go on all year. What was closed without a word about the quarter was closed before it.
 * @param notesOf of an action, newest first.
 */
export function reportingOf(
  actions: readonly Action[],
  quarter: Quarter,
  notesOf: (action: Action) => readonly Note[],
): readonly Reporting[] {
  return actions.flatMap((action) => {
    const note = notesOf(action).find((one) => one.quarter === quarter);
    if (note) return [{ action, note }];
    const isAsked = !closed.has(action.status) && (action.quarter <= quarter || allYear.has(action.status));
    return isAsked ? [{ action }] : [];
  });
}

/**
 * The quarter that a year is in: the first before it begins, the last after it.
 * @param now a moment by the clock of the server, such as `2026-11-26T20:00:00Z`.
 */
export function quarterOf(year: number, now: string): Quarter {
  const thisYear = Number(now.slice(0, 4));
  if (thisYear !== year) return thisYear < year ? 1 : 4;
  const quarter = Math.ceil(Number(now.slice(5, 7)) / 3);
  return isQuarter(quarter) ? quarter : 4;
}
