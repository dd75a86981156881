import { dayInTheNetherlands } from '@weerbaar/kernel/clock';
import type { DemoDate } from '../content/demo-content.js';

/** From this day on the account of the year before has been published; until then the demo is a year behind. */
const firstDayOfStory = '05-01';

/** Tells which day a day of the content is. */
export class DemoCalendar {
  private constructor(private readonly year: number) {}

  /** The calendar of a demo that is made at a moment: a plan and a report have always been published. */
  static on(now: Date): DemoCalendar {
    const today = dayInTheNetherlands(now);
    const year = Number(today.slice(0, 4));
    return new DemoCalendar(today.slice(5) < firstDayOfStory ? year - 1 : year);
  }

  /** The year that lies so many years from the year of the demo. */
  yearAt(offset: number): number {
    return this.year + offset;
  }

  /** As `yyyy-mm-dd`. */
  day({ year, monthDay }: DemoDate): string {
    return `${this.yearAt(year)}-${monthDay}`;
  }
}
