import { type Action, type Quarter, quarters } from './action-search.js';

export interface QuarterLoad {
  readonly quarter: Quarter;
  readonly count: number;
  readonly hours: number;
  readonly hoursDone: number;
  /** In euros. */
  readonly budget: number;
  /** Holds much more work than the others. */
  readonly isFull: boolean;
}

/** As much more than the average as makes a quarter full. */
const fullFrom = 1.5;

/** What each quarter asks of people and money. What was stopped asks nothing. */
export function loadOf(actions: readonly Action[]): readonly QuarterLoad[] {
  const going = actions.filter(({ status }) => status !== 'stopped');
  const average = sum(going.map(({ hours }) => hours)) / quarters.length;
  return quarters.map((quarter) => {
    const own = going.filter((action) => action.quarter === quarter);
    const hours = sum(own.map((action) => action.hours));
    return {
      quarter,
      count: own.length,
      hours,
      hoursDone: sum(own.filter(({ status }) => status === 'done').map((action) => action.hours)),
      budget: sum(own.map((action) => action.budget)),
      isFull: hours > fullFrom * average,
    };
  });
}

function sum(numbers: readonly (number | null | undefined)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}
