/**
 * The time. The law is about time, so nothing in Weerbaar asks the machine for it directly:
 * tests and the demo can move the clock.
 */
export abstract class Clock {
  abstract now(): Date;

  /** Today in the Netherlands as `yyyy-mm-dd`: the day a person would write down. */
  today(): string {
    return dayInTheNetherlands(this.now());
  }

  /** By how many seconds this clock is ahead of that of the machine: for a library that knows only the latter. */
  secondsAheadOfMachine(): number {
    return Math.round((this.now().getTime() - Date.now()) / 1000);
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  constructor(private current: Date) {
    super();
  }

  now(): Date {
    return new Date(this.current);
  }

  moveTo(moment: Date): void {
    this.current = moment;
  }
}

const dutchDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** No day begins within a quarter of an hour, in any year; and to ask the calendar takes long for what every request asks. */
const quarterMilliseconds = 900_000;
let remembered = { quarter: Number.NaN, day: '' };

/** @returns the day (`yyyy-mm-dd`) that a moment belongs to in the Netherlands. */
export function dayInTheNetherlands(moment: Date): string {
  const quarter = Math.floor(moment.getTime() / quarterMilliseconds);
  if (quarter !== remembered.quarter) remembered = { quarter, day: dutchDay.format(moment) };
  return remembered.day;
}

const hourMilliseconds = 3_600_000;

/** The moment at which a day (`yyyy-mm-dd`) begins in the Netherlands. */
export function startOfDayInTheNetherlands(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Dutch clocks are ahead by two hours in summer and by one in winter; before 1940 by less than one.
  const summer = new Date(midnight - 2 * hourMilliseconds);
  const winter = new Date(midnight - hourMilliseconds);
  return [summer, winter].find((moment) => dayInTheNetherlands(moment) === day) ?? new Date(midnight);
}

/** The moment at which a day (`yyyy-mm-dd`) is over in the Netherlands: the next one begins. */
export function endOfDayInTheNetherlands(day: string): Date {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourMilliseconds);
  return startOfDayInTheNetherlands(next.toISOString().slice(0, 'yyyy-mm-dd'.length));
}
