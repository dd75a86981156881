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

/**
 * Measures two things in turns, so that whatever else the machine does slows both alike, and gives the median of
 * each. What the first round warms up is not counted.
 */
export async function inTurns(
  rounds: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<readonly [number, number]> {
  const samples: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) samples.push([await first(), await second()]);
  const counted = samples.slice(1);
  return [median(counted.map(([one]) => one)), median(counted.map(([, other]) => other))];
}
