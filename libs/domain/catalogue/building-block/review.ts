/**
 * The same day so many months later; the last day of the month where that day does not exist.
 * Days are `yyyy-mm-dd`. The database counts in the same way (`date + interval`).
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const monthsSinceYearZero = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthsSinceYearZero / 12);
  const newMonth = (monthsSinceYearZero % 12) + 1;
  const newDate = Math.min(date, lastDateOf(newYear, newMonth));
  return `${pad(newYear, 4)}-${pad(newMonth, 2)}-${pad(newDate, 2)}`;
}

function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

export interface Reviewed {
  readonly recordedOn: string;
  readonly reviewIntervalMonths: number;
}

/** When a block has to be looked at again: its interval after the last time, or after it came into the catalogue. */
export function nextReviewOn(block: Reviewed, lastAssessedOn: string | null): string {
  return addMonths(lastAssessedOn ?? block.recordedOn, block.reviewIntervalMonths);
}
