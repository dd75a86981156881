import * as fc from 'fast-check';
import { type ChartedDepartment, inCircle, OrganisationChart } from './organisation-chart.js';

const chart = (...departments: readonly (readonly [string, string | null, string | null])[]) =>
  new OrganisationChart(
    departments.map(([id, parentId, managerId]) => ({ id, code: id, parentId, managerId })),
  );

const people = ['ann', 'bob', 'cas', 'dot', 'eve'];
const anyPerson = fc.constantFrom(...people);

/** Any forest: each department stands under one that came before it, or at the top. */
const anyDepartments: fc.Arbitrary<readonly ChartedDepartment[]> = fc
  .array(fc.tuple(fc.option(fc.nat()), fc.option(anyPerson)), { minLength: 1, maxLength: 9 })
  .map((rows) =>
    rows.map(([parent, managerId], index) => ({
      id: `d${index}`,
      code: `d${index}`,
      parentId: parent === null || index === 0 ? null : `d${parent % index}`,
      managerId,
    })),
  );

/** Departments, and everybody in one of them. */
const anyOrganisation = anyDepartments.chain((departments) =>
  fc.tuple(
    fc.constant(departments),
    fc.tuple(...people.map(() => fc.constantFrom(...departments.map(({ id }) => id)))),
  ),
);

describe('the manager of somebody', () => {
  const organisation = chart(
    ['council', null, 'director'],
    ['social', 'council', null],
    ['income', 'social', 'head'],
    ['desk', 'income', null],
  );
  const managerOf = (personId: string, departmentId: string, managerId: string | null = null) =>
    organisation.managerOf({ personId, departmentId, managerId });

  it.each([
    ['is who manages their department', 'person', 'income', 'head'],
    ['or else the nearest department above that has a manager', 'person', 'desk', 'head'],
    ['also past departments without one', 'person', 'social', 'director'],
    ['is for a head the manager above', 'head', 'income', 'director'],
    ['also when the head works lower', 'head', 'desk', 'director'],
    ['also when the head works elsewhere', 'head', 'council', 'director'],
  ])('%s', (_what, person, department, expected) => {
    expect(managerOf(person, department)).toBe(expected);
  });

  it('is nobody for who heads the whole, wherever they work', () => {
    expect(managerOf('director', 'council')).toBe(null);
    expect(managerOf('director', 'desk')).toBe(null);
  });

  it('is whoever is named for the employment, before all others', () => {
    expect(managerOf('person', 'desk', 'mentor')).toBe('mentor');
    expect(managerOf('head', 'income', 'mentor')).toBe('mentor');
  });

  it('is nobody in a department that is not there on the day', () => {
    expect(managerOf('person', 'gone')).toBe(null);
  });

  it('is never oneself, and the line of managers always ends', () => {
    fc.assert(
      fc.property(anyOrganisation, ([departments, places]) => {
        const built = new OrganisationChart(departments);
        const next = (personId: string) =>
          built.managerOf({
            personId,
            departmentId: places[people.indexOf(personId)] ?? '',
            managerId: null,
          });
        for (const person of people) expect(next(person)).not.toBe(person);
        expect(inCircle(people, next)).toBe(undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('has in their team everybody whose manager they are, and nobody else', () => {
    fc.assert(
      fc.property(anyOrganisation, ([departments, places]) => {
        const built = new OrganisationChart(departments);
        people.forEach((personId, index) => {
          const departmentId = places[index] ?? '';
          const managerId = built.managerOf({ personId, departmentId, managerId: null });
          if (managerId === null || built.heads.includes(personId)) return;
          expect(built.departmentsUnder(managerId)).toContain(departmentId);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the tree', () => {
  it('is read from the top, each department once and after the one it is part of', () => {
    fc.assert(
      fc.property(anyDepartments, (departments) => {
        const built = new OrganisationChart(departments);
        const order = built.inOrder().map(({ id }) => id);
        expect(order.toSorted()).toEqual(departments.map(({ id }) => id).toSorted());
        const tooEarly = departments.filter(
          ({ id, parentId }) => parentId !== null && order.indexOf(parentId) > order.indexOf(id),
        );
        expect(tooEarly).toEqual([]);
      }),
    );
  });

  it('has below a department exactly those that lead up to it', () => {
    fc.assert(
      fc.property(anyDepartments, (departments) => {
        const built = new OrganisationChart(departments);
        for (const { id } of departments) {
          const leading = departments.filter((one) => built.upwards(one.id).some((above) => above.id === id));
          expect(new Set(built.withAllBelow(id))).toEqual(new Set(leading));
        }
      }),
    );
  });

  it('shows a department at the top when what it was part of is not there', () => {
    expect(chart(['orphan', 'gone', null]).inOrder()).toMatchObject([{ id: 'orphan' }]);
  });
});

describe('a circle', () => {
  it('is found exactly when following the line for long enough never ends', () => {
    const anyNext = fc.array(fc.option(fc.nat({ max: 7 })), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyNext, (links) => {
        const next = (from: string) => links[Number(from)]?.toString() ?? null;
        const starts = links.map((_, index) => String(index));
        const endless = starts.filter((start) => {
          let at: string | null = start;
          for (let step = 0; step < 9 && at !== null; step += 1) at = next(at);
          return at !== null;
        });
        expect(inCircle(starts, next) !== undefined).toBe(endless.length > 0);
      }),
    );
  });
});
