import type { Localised } from '@weerbaar/core/figures';
import type { Actor } from '@weerbaar/kernel/context';

/** That something waits for whoever reads it: one line, and the one page where it can be dealt with. */
export interface Task {
  /** What is to be done, such as "2 rollen wachten op uw bevestiging"; nothing that the reader may not see elsewhere. */
  readonly title: Localised;
  /** A few words beside it. */
  readonly note?: Localised;
  /** Of the application, such as `/organisation/roles?state=waiting`. */
  readonly path: string;
  /** The last day (`yyyy-mm-dd`) on which it is in time. Absent: it is never late. */
  readonly dueOn?: string;
  /** Since when it waits. */
  readonly since?: Date;
  /** Somebody else has to do it; the reader only wants to know. */
  readonly isOfOthers?: boolean;
}

/** A part tells what waits for somebody. Inside a transaction; a query or two, whatever there is. */
export interface TaskSource {
  /** `<part>` */
  readonly id: string;
  readonly tasksFor: (actor: Actor) => Promise<readonly Task[]>;
}

/**
 * What is late first, the longest late first; then what has no day, as somebody may be waiting for it: the longest
 * waiting first; then what has a day to come, the first of them first.
 */
export function inOrder(tasks: readonly Task[], today: string): readonly Task[] {
  const pressure = (task: Task): number => (isLate(task, today) ? 0 : task.dueOn === undefined ? 1 : 2);
  return tasks.toSorted(
    (a, b) =>
      pressure(a) - pressure(b) ||
      compare(a.dueOn, b.dueOn) ||
      compare(a.since?.toISOString(), b.since?.toISOString()),
  );
}

/** What has no day comes last. */
function compare(a = '9999', b = '9999'): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function isLate({ dueOn }: Task, today: string): boolean {
  return dueOn !== undefined && dueOn < today;
}
