import * as fc from 'fast-check';
import {
  begunOn,
  changed,
  covers,
  dayAfter,
  dayBefore,
  endedOn,
  lastStretch,
  nearestDay,
  onDay,
  type Period,
  type Timeline,
  wholeOf,
} from './timeline.js';

interface State {
  readonly place: string;
  readonly hours: number | null;
}

const firstDay = Date.UTC(2023, 11, 1);
const dayNumber = (number: number): string =>
  new Date(firstDay + number * 86_400_000).toISOString().slice(0, 10);
/** Around two turns of the year and a leap day. */
const allDays = Array.from({ length: 460 }, (_, number) => dayNumber(number));
const anyDay = fc.integer({ min: 0, max: 459 }).map(dayNumber);

/** A period that may be open at its end. */
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(anyDay, fc.option(anyDay))
  .map(([one, other]) =>
    other === null || one <= other ? { validFrom: one, validTo: other } : { validFrom: other, validTo: one },
  );

const anyChange = fc.record(
  { place: fc.constantFrom('a', 'b', 'c'), hours: fc.constantFrom(null, 8, 36) },
  { requiredKeys: [] },
);

/** A timeline as history makes it: it begins once and is then changed and changed. */
const anyTimeline: fc.Arbitrary<Timeline<State>> = fc
  .tuple(anyPeriod, fc.array(fc.tuple(anyPeriod, anyChange), { maxLength: 6 }))
  .map(([whole, changes]) =>
    changes.reduce<Timeline<State>>(
      (timeline, [during, change]) => changed(timeline, during, change),
      [{ ...whole, place: 'a', hours: 36 }],
    ),
  );

function stateOn(timeline: Timeline<State>, day: string): State | undefined {
  const found = onDay(timeline, day);
  return found && { place: found.place, hours: found.hours };
}

function isWhole(timeline: Timeline<State>): boolean {
  return timeline.every(({ validFrom, validTo }, index) => {
    const next = timeline[index + 1];
    return (
      (validTo === null || validFrom <= validTo) && (!next || next.validFrom === dayAfter(validTo ?? ''))
    );
  });
}

it('knows the days beside a day', () => {
  expect([dayAfter('2024-02-28'), dayAfter('2023-02-28'), dayBefore('2024-01-01')]).toEqual([
    '2024-02-29',
    '2023-03-01',
    '2023-12-31',
  ]);
});

describe('a change', () => {
  it('holds on the days it is for and on no other day', () => {
    fc.assert(
      fc.property(anyTimeline, anyPeriod, anyChange, (timeline, during, change) => {
        const after = changed(timeline, during, change);
        for (const day of allDays) {
          const before = stateOn(timeline, day);
          const isMeant = during.validFrom <= day && (during.validTo === null || day <= during.validTo);
          expect(stateOn(after, day)).toEqual(before && isMeant ? { ...before, ...change } : before);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves one answer for every day: no gap, no overlap, as long as before', () => {
    fc.assert(
      fc.property(anyTimeline, anyPeriod, anyChange, (timeline, during, change) => {
        const after = changed(timeline, during, change);
        expect(isWhole(after)).toBe(true);
        expect(wholeOf(after)).toEqual(wholeOf(timeline));
      }),
    );
  });

  it('that changes nothing leaves no trace', () => {
    const timeline: Timeline<State> = [{ validFrom: '2024-01-01', validTo: null, place: 'a', hours: 36 }];
    expect(changed(timeline, { validFrom: '2024-03-01', validTo: '2024-03-31' }, { hours: 36 })).toEqual(
      timeline,
    );
    const undone = changed(
      changed(timeline, { validFrom: '2024-03-01', validTo: null }, { place: 'b' }),
      { validFrom: '2024-03-01', validTo: null },
      { place: 'a' },
    );
    expect(undone).toEqual(timeline);
  });

  it('leaves alone what it does not mention, also where that is said with undefined', () => {
    const timeline: Timeline<State> = [{ validFrom: '2024-01-01', validTo: null, place: 'a', hours: 36 }];
    expect(
      changed(timeline, { validFrom: '2024-01-01', validTo: null }, { place: undefined, hours: null }),
    ).toEqual([{ ...timeline[0], hours: null }]);
  });
});

describe('an end and a beginning', () => {
  it('an end takes away what comes after it, and nothing before it', () => {
    fc.assert(
      fc.property(anyTimeline, anyDay, (timeline, lastDay) => {
        fc.pre(lastDay >= (wholeOf(timeline)?.validFrom ?? ''));
        const after = endedOn(timeline, lastDay);
        expect(isWhole(after)).toBe(true);
        expect(wholeOf(after)?.validTo).toBe(lastDay);
        const known = wholeOf(timeline)?.validTo ?? null;
        for (const day of allDays.filter((one) => one <= lastDay && (known === null || one <= known)))
          expect(stateOn(after, day)).toEqual(stateOn(timeline, day));
      }),
      { numRuns: 60 },
    );
  });

  it('an end that is taken back leaves what held last', () => {
    const timeline: Timeline<State> = [
      { validFrom: '2024-01-01', validTo: '2024-06-30', place: 'a', hours: 36 },
    ];
    expect(endedOn(timeline, null)).toEqual([{ ...timeline[0], validTo: null }]);
  });

  it('a beginning takes away what comes before it, and nothing after it', () => {
    fc.assert(
      fc.property(anyTimeline, anyDay, (timeline, first) => {
        const whole = wholeOf(timeline);
        fc.pre(whole?.validTo === null || first <= (whole?.validTo ?? ''));
        const after = begunOn(timeline, first);
        expect(isWhole(after)).toBe(true);
        expect(wholeOf(after)).toEqual({ validFrom: first, validTo: whole?.validTo });
        for (const day of allDays.filter((one) => one >= first && one >= (whole?.validFrom ?? '')))
          expect(stateOn(after, day)).toEqual(stateOn(timeline, day));
      }),
      { numRuns: 60 },
    );
  });
});

describe('one period and another', () => {
  it('one covers the other when it is there on each of its days', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (whole, part) => {
        const days = allDays.filter((day) => onDay([part], day));
        // A period without an end is longer than any list of days.
        const endless = part.validTo === null && whole.validTo !== null;
        expect(covers(whole, part)).toBe(!endless && days.every((day) => onDay([whole], day) !== undefined));
      }),
    );
    expect(covers(undefined, { validFrom: '2024-01-01', validTo: null })).toBe(false);
  });

  it('the nearest day is that day, or the first or last there is', () => {
    const year = { validFrom: '2024-01-01', validTo: '2024-12-31' };
    expect(['2023-05-05', '2024-05-05', '2025-05-05'].map((day) => nearestDay(year, day))).toEqual([
      '2024-01-01',
      '2024-05-05',
      '2024-12-31',
    ]);
  });
});

describe('a timeline with a break', () => {
  const before = { validFrom: '2015-01-01', validTo: '2018-12-31', place: 'a', hours: 36 };
  const after = { validFrom: '2020-01-01', validTo: null, place: 'a', hours: 36 };

  it('has a last stretch, and what lies before it', () => {
    expect(lastStretch([before, after])).toEqual([[before], [after]]);
    const follows = { ...after, validFrom: '2019-01-01' };
    expect(lastStretch([before, follows])).toEqual([[], [before, follows]]);
    expect(lastStretch([])).toEqual([[], []]);
  });

  it('keeps the break when it is changed to the same on both sides', () => {
    const all = { validFrom: '2015-01-01', validTo: null };
    const timeline: Timeline<State> = [before, after];
    expect(changed(timeline, all, { place: 'b' })).toEqual([
      { ...before, place: 'b' },
      { ...after, place: 'b' },
    ]);
  });
});
