import type { DepartmentState } from '../department/department.entity.js';
import { onDay, type Timeline } from '../period/timeline.js';
import type { PlacementPeriod } from './employment.repository.js';
import { chartOn, daysOfChange, presentOn } from './manager-circle.js';

type Departments = ReadonlyMap<string, Timeline<DepartmentState>>;

export interface DepartmentsChange {
  /** The department that is changed; the others are the same before and after. */
  readonly id: string;
  readonly before: Departments;
  readonly after: Departments;
}

/**
 * Whether a change of departments gives somebody another manager, or others to manage, on any day from a given one.
 * @param placements where they work themselves, and where those work who manage somebody.
 */
export function changesLinesOf(
  personId: string,
  from: string,
  { id, before, after }: DepartmentsChange,
  placements: readonly PlacementPeriod[],
): boolean {
  const periods = [...[...before.values(), ...after.values()].flat(), ...placements];
  return daysOfChange(from, periods)
    .filter((day) => placeOn(before, id, day) !== placeOn(after, id, day))
    .some((day) => {
      const present = presentOn(day, placements);
      // Below a department that somebody heads one may come or go: nobody works in it on a day on which it is not there.
      const isThere = [before, after].every((departments) => onDay(departments.get(id) ?? [], day));
      const lines = (departments: Departments): string => {
        const chart = chartOn(day, departments, present);
        const managed = chart
          .departmentsUnder(personId)
          .filter((under) => isThere || under !== id || chart.find(id)?.managerId === personId);
        const managers = present.flatMap((placement) =>
          placement.personId === personId ? (chart.managerOf(placement) ?? []) : [],
        );
        const managedHeads = present.flatMap((placement) =>
          chart.managerOf(placement) === personId ? placement.personId : [],
        );
        return JSON.stringify([managed, managers, managedHeads].map((ids) => ids.toSorted()));
      };
      return lines(before) !== lines(after);
    });
}

/** What of a department decides about who manages whom. */
function placeOn(departments: Departments, id: string, day: string): string {
  const state = onDay(departments.get(id) ?? [], day);
  return JSON.stringify(state ? [state.parentId, state.managerId] : null);
}
