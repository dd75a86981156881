import * as fc from 'fast-check';
import type { DepartmentState } from '../department/department.entity.js';
import { type ChartedDepartment, inCircle, OrganisationChart } from '../department/organisation-chart.js';
import { includes, onDay, type Period, type Timeline } from '../period/timeline.js';
import { mainByPerson } from './main-employment.js';
import { firstManagerCircle } from './manager-circle.js';
import type { PlacementPeriod } from './employment.repository.js';

const people = ['ann', 'bob', 'cas', 'dot'];
const days = Array.from({ length: 28 }, (_, index) => `2024-02-${String(index + 1).padStart(2, '0')}`);

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.constantFrom(...days), fc.option(fc.constantFrom(...days)))
  .map(([one, other]) =>
    other === null || one <= other ? { validFrom: one, validTo: other } : { validFrom: other, validTo: one },
  );

const state = (parentId: string | null, managerId: string | null): DepartmentState => ({
  code: 'x',
  name: 'x',
  kind: 'x',
  parentId,
  managerId,
});

const anyDepartments: fc.Arbitrary<ReadonlyMap<string, Timeline<DepartmentState>>> = fc
  .array(fc.tuple(anyPeriod, fc.option(fc.nat()), fc.option(fc.constantFrom(...people))), { maxLength: 4 })
  .map(
    (rows) =>
      new Map(
        rows.map(([during, parent, managerId], index) => [
          `d${index}`,
          [{ ...during, ...state(parent === null || index === 0 ? null : `d${parent % index}`, managerId) }],
        ]),
      ),
  );

const anyPlacements: fc.Arbitrary<readonly PlacementPeriod[]> = fc.array(
  fc
    .tuple(
      anyPeriod,
      fc.nat({ max: 3 }),
      fc.nat({ max: 3 }),
      fc.option(fc.nat({ max: 3 })),
      fc.nat({ max: 40 }),
    )
    .map(([during, person, department, manager, hoursPerWeek]) => ({
      ...during,
      personId: people[person] ?? '',
      departmentId: `d${department}`,
      managerId: manager === null || manager === person ? null : (people[manager] ?? null),
      hoursPerWeek,
      personnelNumber: `${person}-${department}`,
    })),
  { maxLength: 8 },
);

/** As the database says it: who does not work here on the day does not count as a manager. */
function hasCircleOn(
  day: string,
  departments: ReadonlyMap<string, Timeline<DepartmentState>>,
  placements: readonly PlacementPeriod[],
): boolean {
  const present = placements.filter((placement) => includes(placement, day));
  const counts = (id: string | null) => (present.some(({ personId }) => personId === id) ? id : null);
  const charted: ChartedDepartment[] = [...departments].flatMap(([id, timeline]) => {
    const found = onDay(timeline, day);
    return found ? [{ id, code: id, parentId: found.parentId, managerId: counts(found.managerId) }] : [];
  });
  const chart = new OrganisationChart(charted);
  const mains = mainByPerson(present);
  const next = (personId: string) => {
    const main = mains.get(personId);
    return main ? chart.managerOf({ ...main, managerId: counts(main.managerId) }) : null;
  };
  return inCircle(people, next) !== undefined;
}

it('finds the first day of a circle, of all days', () => {
  fc.assert(
    fc.property(anyDepartments, anyPlacements, fc.constantFrom(...days), (departments, placements, from) => {
      const expected = days
        .filter((day) => day >= from)
        .find((day) => hasCircleOn(day, departments, placements));
      const found = firstManagerCircle(from, departments, placements)?.day;
      // After the last of these days something may end on its own day: that is outside what was looked at day by day.
      expect(found !== undefined && found <= '2024-02-28' ? found : undefined).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it('tells who stands in it, each managed by the next', () => {
  const place = { departmentId: 'd0', hoursPerWeek: 36, validFrom: '2024-01-01', validTo: null };
  const placements = [
    { ...place, personId: 'ann', personnelNumber: '1', managerId: 'bob' },
    { ...place, personId: 'bob', personnelNumber: '2', managerId: 'cas' },
    { ...place, personId: 'cas', personnelNumber: '3', managerId: 'bob' },
  ];
  expect(firstManagerCircle('2024-02-01', new Map(), placements)).toEqual({
    day: '2024-02-01',
    personIds: ['bob', 'cas'],
  });
});

it('finds none where nobody is named for a single employment', () => {
  fc.assert(
    fc.property(anyDepartments, anyPlacements, (departments, placements) => {
      const unnamed = placements.map((placement) => ({ ...placement, managerId: null }));
      expect(firstManagerCircle('2024-02-01', departments, unnamed)?.day).toBe(undefined);
    }),
    { numRuns: 500 },
  );
});

it('finds what begins when a manager leaves', () => {
  const departments = new Map([['d0', [{ validFrom: '2024-01-01', validTo: null, ...state(null, 'cas') }]]]);
  const place = { departmentId: 'd0', hoursPerWeek: 36, validFrom: '2024-01-01', validTo: null };
  const placements = [
    { ...place, personId: 'ann', personnelNumber: '1', managerId: 'bob' },
    { ...place, personId: 'bob', personnelNumber: '2', managerId: null, validTo: '2024-02-10' },
    { ...place, personId: 'cas', personnelNumber: '3', managerId: 'ann' },
  ];
  expect(firstManagerCircle('2024-01-01', departments, placements.slice(0, 1))?.day).toBe(undefined);
  // Until then cas leads to ann, ann to bob, and bob to cas: a circle from the beginning.
  expect(firstManagerCircle('2024-01-01', departments, placements)?.day).toBe('2024-01-01');
  const headed = [placements[0]!, { ...placements[1]!, managerId: 'dot' }, placements[2]!];
  const withDot = [
    ...headed,
    { ...place, personId: 'dot', personnelNumber: '4', managerId: null, departmentId: 'gone' },
  ];
  expect(firstManagerCircle('2024-01-01', departments, withDot)?.day).toBe('2024-02-11');
});

describe('the employment that counts', () => {
  const of = (personnelNumber: string, hoursPerWeek: number | null) => ({
    personId: 'ann',
    personnelNumber,
    hoursPerWeek,
  });

  it.each([
    ['of the most hours', [of('1', 8), of('2', 28)], '2'],
    ['any before one without hours', [of('1', null), of('2', 4)], '2'],
    ['of equals the lowest number', [of('2', 18), of('1', 18)], '1'],
  ])('is the one %s, in whatever order they come', (_what, employments, expected) => {
    for (const order of [employments, employments.toReversed()])
      expect(mainByPerson(order).get('ann')?.personnelNumber).toBe(expected);
  });
});
