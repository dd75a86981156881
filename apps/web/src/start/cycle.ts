import type { Schemas } from '../api/client.js';

type Cycle = Schemas['AnnualCycleView'];

/** In the order of the year. */
export const phases = ['plan', 'execute', 'evaluate', 'report'] as const;

/**
 * The year that people work in: the newest of which the plan is carried out, while the plan of the next is written
 * and the account of the last is given. Where none is, the newest.
 */
export function cycleOf(cycles: readonly Cycle[]): Cycle | undefined {
  const newest = cycles.toSorted((a, b) => b.year - a.year);
  return newest.find(({ phase }) => phase === 'execute' || phase === 'evaluate') ?? newest[0];
}
