import type { FixedClock } from '@weerbaar/kernel/clock';
import type { Actor, Role } from '@weerbaar/kernel/context';
import { demoContent, type DemoDate } from '../content/demo-content.js';
import type { DemoCalendar } from './demo-calendar.js';

/** The organisation begins with Weerbaar at the end of the year before last, in time for last year's plan. */
const firstDay: DemoDate = { year: -2, monthDay: '10-01' };

const startOfWorkingDay = 'T08:00:00Z';
const millisecondsBetween = 15_000;

interface Happening {
  readonly day: string;
  readonly happen: () => Promise<unknown>;
}

/** What the story has made, by the key under which the content knows it. */
class Made<T> {
  private readonly byKey = new Map<string, T>();

  set(key: string, made: T): void {
    this.byKey.set(key, made);
  }

  /** @throws Error when the story has not made it yet. */
  get(key: string): T {
    const made = this.byKey.get(key);
    if (made === undefined) throw new Error(`the demo has no "${key}" at this point of its story`);
    return made;
  }
}

/** Everything that ever happened at the demo organisation, told beforehand and then played in the order of time. */
export class Story {
  readonly actors = new Made<Actor>();
  /** Ids. */
  readonly blocks = new Made<string>();
  readonly findings = new Made<string>();
  readonly actions = new Made<string>();
  private readonly happenings: Happening[] = [];

  constructor(readonly calendar: DemoCalendar) {}

  get beginning(): Date {
    return momentOf(this.firstDay, 0);
  }

  get firstDay(): string {
    return this.calendar.day(firstDay);
  }

  /** The adviser runs the year. */
  get adviser(): Actor {
    return this.holder('integrity-adviser');
  }

  /** The first person in the content with this role. */
  holder(role: Role): Actor {
    const person = demoContent.persons.find(({ roles }) => roles.includes(role));
    if (!person) throw new Error(`the demo has nobody with role ${role}`);
    return this.actors.get(person.key);
  }

  /** What happens on one day, happens in the order in which it was told. */
  on(day: string | DemoDate, happen: () => Promise<unknown>): void {
    this.happenings.push({ day: typeof day === 'string' ? day : this.calendar.day(day), happen });
  }

  /** Lets everything happen that lies before `now`, each at its own time; the rest has not happened yet. */
  async play(clock: FixedClock, now: Date): Promise<void> {
    const inOrder = this.happenings.toSorted((one, other) =>
      one.day < other.day ? -1 : one.day > other.day ? 1 : 0,
    );
    let order = 0;
    let day = '';
    for (const happening of inOrder) {
      order = happening.day === day ? order + 1 : 0;
      day = happening.day;
      const moment = momentOf(day, order);
      if (moment > now) break;
      clock.moveTo(moment);
      await happening.happen();
    }
    clock.moveTo(now);
  }
}

function momentOf(day: string, order: number): Date {
  return new Date(Date.parse(day + startOfWorkingDay) + order * millisecondsBetween);
}
