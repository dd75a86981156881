const mostIntervals = 6;

/**
 * Round numbers from 0 to at least the maximum, evenly spaced, as many as `fits` accepts (at most seven).
 * With `whole` only whole numbers: there is no half action.
 */
export function axisTicks(
  maximum: number,
  whole: boolean,
  fits: (ticks: readonly number[]) => boolean,
): number[] {
  for (let intervals = mostIntervals; intervals > 1; intervals -= 1) {
    const ticks = ticksWithin(maximum, intervals, whole);
    if (fits(ticks)) return ticks;
  }
  return ticksWithin(maximum, 1, whole);
}

function ticksWithin(maximum: number, intervals: number, whole: boolean): number[] {
  const span = maximum > 0 ? maximum : 1;
  const step = roundStep(span / intervals, whole);
  // A hair of slack, so that 0.3 / 0.1 does not count as more than three steps.
  const count = Math.max(1, Math.ceil(span / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function roundStep(atLeast: number, whole: boolean): number {
  if (whole && atLeast <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * magnitude >= atLeast * (1 - 1e-9)) ?? 10;
  return factor * magnitude;
}
