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
  if (!couldLeadBack(departments, placements)) return undefined;
  for (const day of daysOfChange(from, [...[...departments.values()].flat(), ...placements])) {
    const present = presentOn(day, placements);
    const chart = chartOn(day, departments, present);
    const mains = mainByPerson(present);
    const managerOf = (personId: string) => {
      const main = mains.get(personId);
      return main ? chart.managerOf(main) : null;
    };
    const somebody = inCircle(mains.keys(), managerOf);
    if (somebody !== undefined) return { day, personIds: circleFrom(somebody, managerOf) };
  }
  return undefined;
}

/**
 * Whether a line could come back to where it began if all that holds on any day held on one. When it could not, as
 * nearly always, there is no need to look at each of thousands of days.
 */
function couldLeadBack(
  departments: ReadonlyMap<string, Timeline<DepartmentState>>,
  placements: readonly (Placement & Ranked & Period)[],
): boolean {
  const headsAbove = new Map([...departments.keys()].map((id) => [id, headsFrom(id, departments)]));
  const managersOf = new Map<string, Set<string>>();
  const add = (personId: string, managers: Iterable<string>) => {
    const known = managersOf.get(personId) ?? new Set();
    for (const manager of managers) if (manager !== personId) known.add(manager);
    managersOf.set(personId, known);
  };
  for (const { personId, departmentId, managerId } of placements) {
    add(personId, headsAbove.get(departmentId) ?? []);
    if (managerId !== null) add(personId, [managerId]);
  }
  for (const [id, timeline] of departments)
    for (const { managerId } of timeline) if (managerId !== null) add(managerId, headsAbove.get(id) ?? []);
  return hasCircle(managersOf);
}

/** Who ever headed a department or one above it. */
function headsFrom(
  departmentId: string,
  departments: ReadonlyMap<string, Timeline<DepartmentState>>,
): ReadonlySet<string> {
  const heads = new Set<string>();
  const passed = new Set([departmentId]);
  // What is added to a set while it is walked through is walked through as well.
  for (const id of passed)
    for (const { managerId, parentId } of departments.get(id) ?? []) {
      if (managerId !== null) heads.add(managerId);
      if (parentId !== null) passed.add(parentId);
    }
  return heads;
}

/** Takes away who manages nobody that is left, until nobody is: whoever stays manages in a circle. */
function hasCircle(managersOf: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const managed = new Map<string, number>();
  for (const managers of managersOf.values())
    for (const manager of managers) managed.set(manager, (managed.get(manager) ?? 0) + 1);
  const gone = [...managersOf.keys()].filter((personId) => !managed.has(personId));
  for (const personId of gone)
    for (const manager of managersOf.get(personId) ?? []) {
      const left = (managed.get(manager) ?? 0) - 1;
      managed.set(manager, left);
      if (left === 0) gone.push(manager);
    }
  return [...managed.values()].some((left) => left > 0);
}

function circleFrom(start: string, managerOf: (personId: string) => string | null): string[] {
  const circle = [start];
  for (let next = managerOf(start); next !== null && next !== start; next = managerOf(next))
    circle.push(next);
  return circle;
}

/** Where they work on a day. A manager who is named for one of them and does not work here then does not count. */
export function presentOn<Placed extends Placement & Period>(
  day: string,
  placements: readonly Placed[],
): readonly Placed[] {
  const present = placements.filter((placement) => includes(placement, day));
  const employed = new Set(present.map(({ personId }) => personId));
  return present.map((placement) => ({
    ...placement,
    managerId: placement.managerId !== null && employed.has(placement.managerId) ? placement.managerId : null,
  }));
}

/** @param present who works here on that day, of those who manage somebody: other managers do not count. */
export function chartOn(
  day: string,
  departments: ReadonlyMap<string, Timeline<DepartmentState>>,
  present: readonly Placement[],
): OrganisationChart<{ id: string; code: string; parentId: string | null; managerId: string | null }> {
  const employed = new Set(present.map(({ personId }) => personId));
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
export function daysOfChange(from: string, periods: readonly Period[]): string[] {
  const days = periods.flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, dayAfter(validTo)],
  );
  return [...new Set([from, ...days.filter((day) => day > from)])].toSorted();
}
