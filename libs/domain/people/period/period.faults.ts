import { type Fault, Problem } from '@weerbaar/kernel/problems';
import type { ChangePeriod, Ending } from './period.dto.js';
import { covers, includes, type Period, type Timeline, wholeOf } from './timeline.js';

/** What is wrong, or false. */
export type PossibleFault = Fault | false;

export function fault(path: string, code: string, nl: string, en: string): Fault {
  return { path, code, message: { nl, en } };
}

/** @throws Problem `invalid-input` with all that is wrong. */
export function requireNoFaults(possible: readonly PossibleFault[]): void {
  const faults = possible.filter((one) => one !== false);
  if (faults.length > 0) throw Problem.invalid(...faults);
}

export function endBeforeStart(path: string, { validFrom, validTo }: Period): PossibleFault {
  return (
    validTo !== null &&
    validTo < validFrom &&
    fault(path, 'before-start', 'Het einde ligt voor het begin.', 'It ends before it begins.')
  );
}

/** A change makes nothing longer: it lies between the first day and the last. */
export function changeFaults(
  { from, until = null }: ChangePeriod,
  timeline: Timeline<object>,
): PossibleFault[] {
  const whole = wholeOf(timeline);
  const isOutside = (day: string) => !whole || !includes(whole, day);
  return [
    endBeforeStart('until', { validFrom: from, validTo: until }),
    isOutside(from) && outside('from'),
    until !== null && until >= from && isOutside(until) && outside('until'),
  ];
}

function outside(path: string): Fault {
  return fault(
    path,
    'outside',
    'Deze dag ligt voor het begin of na het einde.',
    'This day lies before the beginning or after the end.',
  );
}

/** @throws Problem `invalid-input` when no day is given, or one before the first. */
export function requireRightEnd({ lastDay }: Ending, timeline: Timeline<object>): string | null {
  if (lastDay === undefined)
    throw Problem.invalid(fault('lastDay', 'required', 'Vul dit in.', 'This is required.'));
  const validFrom = wholeOf(timeline)?.validFrom ?? '';
  requireNoFaults([endBeforeStart('lastDay', { validFrom, validTo: lastDay })]);
  return lastDay;
}

/** What is referred to must be there on every day on which it is referred to. */
export function referenceFault(
  path: string,
  referred: Timeline<object> | undefined,
  during: Period,
): PossibleFault {
  if (!referred) return fault(path, 'unknown', 'Dit kennen wij niet.', 'We do not know this.');
  return (
    !covers(wholeOf(referred), during) &&
    fault(
      path,
      'not-in-force',
      'Dit bestaat niet op al deze dagen.',
      'This does not exist on all of these days.',
    )
  );
}

/** Whether a reference was given, and not taken away with null. */
export function isGiven(id: string | null | undefined): id is string {
  return id !== null && id !== undefined;
}
