/** All rights every year (BIO2 5.18.02), special rights every quarter as well (BIO2 8.02.01). */
export const reviewKinds = ['yearly', 'quarterly'] as const;

export type ReviewKind = (typeof reviewKinds)[number];

/** Our own choice: how long reviewers have, in days. The last review of a period is then done before the next begins. */
const daysToSign: Readonly<Record<ReviewKind, number>> = { yearly: 42, quarterly: 21 };

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

/** The period that a day (`yyyy-mm-dd`) belongs to: `yyyy`, or `yyyy-Qn`. */
export function periodOf(kind: ReviewKind, day: string): string {
  const year = day.slice(0, 4);
  return kind === 'yearly' ? year : `${year}-Q${quarterOf(day)}`;
}

/** The last day to sign a review that begins on a day. */
export function dueDayOf(kind: ReviewKind, day: string): string {
  const due = new Date(`${day}T12:00:00Z`);
  due.setUTCDate(due.getUTCDate() + daysToSign[kind]);
  return due.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** What the schedule sees to on a day: the quarterly review in each quarter, the yearly one in the first. */
export function kindsDueOn(day: string): readonly ReviewKind[] {
  return quarterOf(day) === 1 ? reviewKinds : ['quarterly'];
}
