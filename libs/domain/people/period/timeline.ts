/** A stretch of days, both inclusive, as `yyyy-mm-dd`; `validTo` is null while no end is known. */
export interface Period {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * What holds of one thing, day after day: periods in order of time, each beginning where the one before it ends; or
 * later, as of who came back after a break.
 */
export type Timeline<State extends object> = readonly (State & Period)[];

const dayMilliseconds = 86_400_000;

export function dayAfter(day: string): string {
  return shifted(day, dayMilliseconds);
}

export function dayBefore(day: string): string {
  return shifted(day, -dayMilliseconds);
}

function shifted(day: string, milliseconds: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + milliseconds).toISOString().slice(0, 10);
}

export function includes({ validFrom, validTo }: Period, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** What holds on a day; undefined before the beginning and after the end. */
export function onDay<State extends object>(
  timeline: Timeline<State>,
  day: string,
): (State & Period) | undefined {
  return timeline.find((period) => includes(period, day));
}

/** From the first day to the last; undefined when there is nothing. */
export function wholeOf(timeline: Timeline<object>): Period | undefined {
  const first = timeline[0];
  const last = timeline.at(-1);
  return first && last && { validFrom: first.validFrom, validTo: last.validTo };
}

/** The last unbroken stretch of it, and what lies before the break. */
export function lastStretch<State extends object>(
  timeline: Timeline<State>,
): readonly [earlier: Timeline<State>, last: Timeline<State>] {
  const start = timeline.findLastIndex((period, index) => {
    const before = timeline[index - 1];
    return !before || !follows(before, period);
  });
  return [timeline.slice(0, Math.max(start, 0)), timeline.slice(Math.max(start, 0))];
}

/** Whether the one is there on every day of the other. */
export function covers(whole: Period | undefined, part: Period): boolean {
  return (
    whole !== undefined &&
    whole.validFrom <= part.validFrom &&
    (whole.validTo === null || (part.validTo !== null && part.validTo <= whole.validTo))
  );
}

/** What is nearest to a day: that day, or the first or the last day there is. */
export function nearestDay(whole: Period, day: string): string {
  if (day < whole.validFrom) return whole.validFrom;
  return whole.validTo !== null && whole.validTo < day ? whole.validTo : day;
}

/**
 * The same things, changed on the days of a period and on no other day. Makes nothing longer or shorter.
 * @param changes what is undefined in it stays as it is.
 */
export function changed<State extends object>(
  timeline: Timeline<State>,
  { validFrom, validTo }: Period,
  changes: { readonly [Field in keyof State]?: State[Field] | undefined },
): Timeline<State> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const cut = validTo === null ? [validFrom] : [validFrom, dayAfter(validTo)];
  return joined(
    cut
      .reduce(cutBefore, timeline)
      .map((part) =>
        includes({ validFrom, validTo }, part.validFrom)
          ? { ...part, ...given, validFrom: part.validFrom, validTo: part.validTo }
          : part,
      ),
  );
}

/** The same until a last day, which may be later than before; null: no end is known any more. */
export function endedOn<State extends object>(
  timeline: Timeline<State>,
  lastDay: string | null,
): Timeline<State> {
  const kept = timeline.filter(({ validFrom }) => lastDay === null || validFrom <= lastDay);
  return kept.map((period, index) => (index === kept.length - 1 ? { ...period, validTo: lastDay } : period));
}

/** The same from a first day, which may be earlier than before. */
export function begunOn<State extends object>(timeline: Timeline<State>, firstDay: string): Timeline<State> {
  const kept = timeline.filter(({ validTo }) => validTo === null || firstDay <= validTo);
  return kept.map((period, index) => (index === 0 ? { ...period, validFrom: firstDay } : period));
}

function cutBefore<State extends object>(timeline: Timeline<State>, day: string): Timeline<State> {
  return timeline.flatMap((period) =>
    period.validFrom < day && includes(period, day)
      ? [
          { ...period, validTo: dayBefore(day) },
          { ...period, validFrom: day },
        ]
      : [period],
  );
}

/** Neighbours of which all is the same become one. */
function joined<State extends object>(timeline: Timeline<State>): Timeline<State> {
  const result: (State & Period)[] = [];
  for (const period of timeline) {
    const before = result.at(-1);
    if (before && sameState(before, period) && follows(before, period)) {
      result[result.length - 1] = { ...before, validTo: period.validTo };
    } else result.push(period);
  }
  return result;
}

/** Whether there is no day between them. */
function follows(before: Period, after: Period): boolean {
  return before.validTo !== null && dayAfter(before.validTo) === after.validFrom;
}

function sameState(one: Period, other: Period): boolean {
  const state = (period: Period) => JSON.stringify({ ...period, validFrom: null, validTo: null });
  return state(one) === state(other);
}
