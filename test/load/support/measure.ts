/** Milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

export interface Comparison {
  /** Medians. */
  readonly first: number;
  readonly second: number;
  /** Median of what the first was of the second, round by round. */
  readonly ratio: number;
}

/**
 * Measures two things in turns, so that whatever else the machine does slows both alike. The first of several
 * rounds warms up and is not counted.
 */
export async function inTurns(
  rounds: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<Comparison> {
  const samples: { readonly one: number; readonly other: number }[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push({ one: await first(), other: await second() });
  const counted = samples.slice(rounds > 1 ? 1 : 0);
  return {
    first: median(counted.map(({ one }) => one)),
    second: median(counted.map(({ other }) => other)),
    ratio: median(counted.map(({ one, other }) => one / other)),
  };
}
