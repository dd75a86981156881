import type { DepartmentState } from '../department/department.entity.js';
import { includes, onDay, type Period, type Timeline } from '../period/timeline.js';
import type { PlacementPeriod } from './employment.repository.js';
import { mainByPerson } from './main-employment.js';
import { chartOn, daysOfChange, presentOn } from './manager-circle.js';

/** What decides about who manages whom. */
export interface Structure {
  readonly departments: ReadonlyMap<string, Timeline<DepartmentState>>;
  readonly placements: readonly PlacementPeriod[];
}

/**
 * Whether a change gives somebody another manager, or others to manage, on any day from a given one.
 * Placements: where they work themselves, where those work who manage somebody, and those whose work is changed.
 */
export function changesLinesOf(personId: string, from: string, before: Structure, after: Structure): boolean {
  const [gone, come] = [placesOnlyIn(before, after), placesOnlyIn(after, before)];
  return daysOfChange(from, [before, after].flatMap(periodsOf))
    .filter((day) => placesOn(gone, day) !== placesOn(come, day))
    .some((day) => linesOf(personId, before, after, day) !== linesOf(personId, after, before, day));
}

/** @param other the same structure before or after the change. */
function linesOf(personId: string, { departments, placements }: Structure, other: Structure, day: string) {
  const present = presentOn(day, placements);
  const chart = chartOn(day, departments, present);
  // Below a department that somebody heads one may come or go: nobody works in it on a day on which it is not there.
  const managed = chart.departmentsUnder(personId).filter((id) => {
    const isThere = onDay(other.departments.get(id) ?? [], day) !== undefined;
    return isThere || chart.find(id)?.managerId === personId;
  });
  const own = present.filter((placement) => placement.personId === personId);
  const managers = own.flatMap((placement) => chart.managerOf(placement) ?? []);
  // Who has several employments is managed in each, and decided about by the manager of the main one.
  const team = [present, [...mainByPerson(present).values()]].map((placed) =>
    placed.flatMap((placement) => (chart.managerOf(placement) === personId ? placement.personId : [])),
  );
  return JSON.stringify([managed, managers, ...team].map((ids) => [...new Set(ids)].toSorted()));
}

interface Place extends Period {
  /** What of it decides about who manages whom. */
  readonly place: string;
}

function placesOf({ departments, placements }: Structure): Place[] {
  return [
    ...[...departments].flatMap(([id, timeline]) =>
      timeline.map(({ validFrom, validTo, parentId, managerId }) => ({
        validFrom,
        validTo,
        place: JSON.stringify([id, parentId, managerId]),
      })),
    ),
    ...placements.map(({ validFrom, validTo, ...placement }) => ({
      validFrom,
      validTo,
      place: JSON.stringify(placement),
    })),
  ];
}

function placesOnlyIn(structure: Structure, other: Structure): Place[] {
  const known = new Set(placesOf(other).map((place) => JSON.stringify(place)));
  return placesOf(structure).filter((place) => !known.has(JSON.stringify(place)));
}

function placesOn(places: readonly Place[], day: string): string {
  return JSON.stringify(
    places
      .filter((place) => includes(place, day))
      .map(({ place }) => place)
      .toSorted(),
  );
}

function periodsOf({ departments, placements }: Structure): Period[] {
  return [...[...departments.values()].flat(), ...placements];
}
