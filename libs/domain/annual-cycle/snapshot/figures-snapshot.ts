import { createHash } from 'node:crypto';
import type { FigurePeriod, FigureValue, TakenFigure } from '@weerbaar/core/figures';

/** All figures at one moment, frozen. A report shows these and no others, however often it is made. */
export interface FiguresSnapshot {
  readonly id: string;
  readonly year: number;
  readonly referenceDate: string;
  readonly takenAt: Date;
  /** SHA-256 over the figures; whoever recounts can compare. */
  readonly hash: string;
  readonly figures: readonly TakenFigure[];
}

/** What changed in a number between two snapshots. */
export interface FigureDifference {
  readonly figureId: string;
  readonly before: number | null;
  readonly after: number | null;
  /** For tables: whether any cell changed. */
  readonly tableChanged: boolean;
}

export function hashOfFigures(figures: readonly TakenFigure[]): string {
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex');
}

/** A year of the calendar; states are taken at its last day, or today when the year is not over. */
export function periodOf(year: number, today: string): FigurePeriod {
  const from = `${year}-01-01`;
  const to = `${year}-12-31`;
  return { year, from, to, referenceDate: today < to ? today : to };
}

export function differences(
  before: readonly TakenFigure[],
  after: readonly TakenFigure[],
): FigureDifference[] {
  const earlier = new Map(before.map((figure) => [figure.definition.id, figure.value]));
  return after.flatMap(({ definition, value }) => {
    const previous = earlier.get(definition.id);
    const difference = {
      figureId: definition.id,
      before: numberOf(previous),
      after: numberOf(value),
      tableChanged: value.kind === 'table' && JSON.stringify(previous) !== JSON.stringify(value),
    };
    return difference.before !== difference.after || difference.tableChanged ? [difference] : [];
  });
}

function numberOf(value: FigureValue | undefined): number | null {
  return value?.kind === 'number' ? value.value : null;
}
