import { isQuarter, type Quarter } from './action-search.js';

/**
 * The quarter that a year is in: the first before it begins, the last after it.
 * @param today the day in the Netherlands, such as `2026-11-26`.
 */
export function quarterOf(year: number, today: string): Quarter {
  const thisYear = Number(today.slice(0, 4));
  if (thisYear !== year) return thisYear < year ? 1 : 4;
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  return isQuarter(quarter) ? quarter : 4;
}
