/** Requests within a minute of another may not count for the server, so the last minute is not promised. */
const minute = 60_000;
/** How long before the end somebody is warned; half of the time where sessions are short. */
const longestWarning = 5 * minute;

interface Limits {
  readonly idleMinutes: number;
  /** Until the end that comes whatever somebody does, when this was told. */
  readonly secondsLeft: number;
}

export interface TimeLeft {
  readonly milliseconds: number;
  /** No request puts it off any more. */
  readonly isFinal: boolean;
  readonly isShort: boolean;
}

/** How long a session still lasts. All moments are of the clock of this device, of which only differences count. */
export function timeLeft(
  { idleMinutes, secondsLeft }: Limits,
  { now, toldAt, seenAt }: Readonly<Record<'now' | 'toldAt' | 'seenAt', number>>,
): TimeLeft {
  const idle = (idleMinutes - 1) * minute;
  const [untilIdle, untilFinal] = [seenAt + idle - now, toldAt + secondsLeft * 1_000 - now];
  const milliseconds = Math.min(untilIdle, untilFinal);
  return {
    milliseconds,
    isFinal: untilFinal <= untilIdle,
    isShort: milliseconds <= Math.min(longestWarning, idle / 2),
  };
}

/** In whole minutes, as people count them down; 0: less than one. */
export const minutesOf = ({ milliseconds }: TimeLeft): number =>
  milliseconds < minute ? 0 : Math.ceil(milliseconds / minute);

/** For sure: also the minute that was not promised has passed. */
export const isOver = ({ milliseconds }: TimeLeft): boolean => milliseconds < -minute;
