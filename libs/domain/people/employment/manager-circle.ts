import type { DepartmentState } from '../department/department.entity.js';
import { inCircle, OrganisationChart, type Placement } from '../department/organisation-chart.js';
import { dayAfter, includes, onDay, type Period, type Timeline } from '../period/timeline.js';
import { mainByPerson, type Ranked } from './main-employment.js';

export interface ManagerCircle {
  /** The first one. */
  readonly day: string;
  /** Each is managed by the next, and the last by the first. */
  readonly personIds: readonly string[];
}

/**
 * The first day, from a given one, on which somebody would be their own manager at one or more removes; undefined
 * when there is none. Only main employments count: who leads the volunteers may be led by one of them elsewhere.
 * @param placements where those work who manage somebody.
 */
export function firstManagerCircle(
  from: string,
  departments: ReadonlyMap<string, Timeline<DepartmentState>>,
  placements: readonly (Placement & Ranked & Period)[],
): ManagerCircle | undefined {
  for (const day of daysOfChange(from, [...[...departments.values()].flat(), ...placements])) {
    const present = placements.filter((placement) => includes(placement, day));
    const employed = new Set(present.map(({ personId }) => personId));
    const chart = chartOf(departments, employed, day);
    const mains = mainByPerson(present);
    const managerOf = (personId: string) => {
      const main = mains.get(personId);
      if (!main) return null;
      const managerId = main.managerId !== null && employed.has(main.managerId) ? main.managerId : null;
      return chart.managerOf({ ...main, managerId });
    };
    const somebody = inCircle(employed, managerOf);
    if (somebody !== undefined) return { day, personIds: circleFrom(somebody, managerOf) };
  }
  return undefined;
}

function circleFrom(start: string, managerOf: (personId: string) => string | null): string[] {
  const circle = [start];
  for (let next = managerOf(start); next !== null && next !== start; next = managerOf(next))
    circle.push(next);
  return circle;
}

function chartOf(
  departments: ReadonlyMap<string, Timeline<DepartmentState>>,
  employed: ReadonlySet<string>,
  day: string,
): OrganisationChart<{ id: string; code: string; parentId: string | null; managerId: string | null }> {
  return new OrganisationChart(
    [...departments].flatMap(([id, timeline]) => {
      const state = onDay(timeline, day);
      if (!state) return [];
      const { code, parentId, managerId } = state;
      return [
        { id, code, parentId, managerId: managerId !== null && employed.has(managerId) ? managerId : null },
      ];
    }),
  );
}

/** The days on which something begins or has just ended. */
function daysOfChange(from: string, periods: readonly Period[]): string[] {
  const days = periods.flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, dayAfter(validTo)],
  );
  return [...new Set([from, ...days.filter((day) => day > from)])].toSorted();
}
