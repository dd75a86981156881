import { isQuarter, type Quarter } from './action-search.js';

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
