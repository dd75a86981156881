import type { DepartmentState } from '../department/department.entity.js';
import type { Employment, EmploymentState } from '../employment/employment.entity.js';
import type { Period, Timeline } from '../period/timeline.js';
import type { Person } from '../person/person.entity.js';
import { type ImportPlan, type KnownPeople, planImport } from './import-plan.js';
import type { ImportRow } from './import-row.js';

const referenceDay = '2026-11-01';
const always = { validFrom: '2000-01-01', validTo: null };
const department = (code: string): Timeline<DepartmentState> => [
  { ...always, code, name: code, kind: 'Afdeling', parentId: null, managerId: null },
];
const structure = {
  departments: new Map([
    ['d-bz', department('BZ')],
    ['d-fin', department('FIN')],
    ['d-old', [{ ...department('OUD')[0]!, validTo: '2020-12-31' }]],
  ]),
  functions: new Map([['f-bal', [{ ...always, code: 'BAL' }]]]),
};

interface Somebody {
  readonly number: string;
  readonly name?: string;
  readonly email?: string | null;
  readonly person?: string;
  readonly imported?: boolean;
  readonly periods?: readonly (Partial<EmploymentState> & Partial<Period>)[];
}

/** Our records, with these people in them. Each works at BZ since 2015 unless it says otherwise. */
function records(...people: readonly Somebody[]): KnownPeople {
  const persons = new Map<string, Person>();
  const employments: Employment[] = [];
  const timelines = new Map<string, Timeline<EmploymentState>>();
  for (const { number, name = `Persoon ${number}`, email = null, person = `p${number}`, ...rest } of people) {
    const { imported = true, periods = [{}] } = rest;
    persons.set(person, { id: person, version: 1, name, jobTitle: null, email });
    const id = `e${number}`;
    employments.push({
      id,
      version: 1,
      personId: person,
      personnelNumber: number,
      kind: 'employee',
      imported,
    });
    timelines.set(
      id,
      periods.map((period) => ({
        validFrom: '2015-01-01',
        validTo: null,
        personId: person,
        departmentId: 'd-bz',
        jobFunctionId: null,
        hoursPerWeek: null,
        managerId: null,
        ...period,
      })),
    );
  }
  return {
    persons: [...persons.values()],
    employments,
    timelines,
    inDirectory: new Map(),
    withAccess: new Set(['p1']),
    ...structure,
  };
}

/** A row that says what our records say of such somebody. */
function row(number: string, values: ImportRow = {}): ImportRow {
  return {
    personnelNumber: number,
    name: `Persoon ${number}`,
    departmentCode: 'BZ',
    validFrom: '2015-01-01',
    ...values,
  };
}

const headings = {
  personnelNumber: 'Nr',
  name: 'Naam',
  departmentCode: 'Afdeling',
  jobFunctionCode: 'Functie',
  managerNumber: 'Chef',
  validFrom: 'In dienst',
  email: 'Mail',
};

function plan(known: KnownPeople, ...rows: readonly ImportRow[]): ImportPlan {
  let made = 0;
  const read = rows.map((values, index) => ({ row: index + 2, values, faults: [] }));
  return planImport({ rows: read, headings, referenceDay, faults: [] }, known, () => `new${++made}`);
}

function only(found: ImportPlan) {
  expect(found.lines).toHaveLength(1);
  return found.lines[0]!;
}

function timelineOf(found: ImportPlan): readonly (Period & Partial<EmploymentState>)[] {
  return [...found.changedEmployments, ...found.newEmployments][0]?.timeline ?? [];
}

describe('somebody in the file', () => {
  it('who can sign in already, by the directory of the organisation, is that same person', () => {
    const known = { ...records({ number: '1' }), inDirectory: new Map([['7', 'p1']]) };
    const found = plan(known, row('1'), row('7', { name: 'Persoon 1' }));
    expect(found.newPersons).toEqual([]);
    expect(found.newEmployments).toMatchObject([{ personnelNumber: '7', personId: 'p1' }]);
  });

  it('whom we do not know is added, from their first day', () => {
    const found = plan(
      records(),
      row('1', { validFrom: '2019-03-01', jobFunctionCode: 'BAL', hoursPerWeek: 24 }),
    );
    expect(only(found)).toMatchObject({ kind: 'added', personId: null });
    expect(found.newPersons).toMatchObject([{ name: 'Persoon 1', email: null }]);
    expect(timelineOf(found)).toMatchObject([
      {
        validFrom: '2019-03-01',
        validTo: null,
        departmentId: 'd-bz',
        jobFunctionId: 'f-bal',
        hoursPerWeek: 24,
      },
    ]);
  });

  it('may begin later', () => {
    const found = plan(records(), row('1', { validFrom: '2027-01-01' }));
    expect(only(found).kind).toBe('added');
    expect(timelineOf(found)).toMatchObject([{ validFrom: '2027-01-01' }]);
  });

  it('may be known as they are', () => {
    const found = plan(records({ number: '1' }), row('1'));
    expect(only(found)).toMatchObject({ kind: 'unchanged', differences: [] });
    expect([...found.changedEmployments, ...found.changedPersons, ...found.newEmployments]).toEqual([]);
  });

  it('who moved works elsewhere from the day of the file', () => {
    const found = plan(records({ number: '1' }), row('1', { departmentCode: 'FIN' }));
    expect(only(found)).toMatchObject({
      kind: 'changed',
      differences: [{ field: 'departmentCode', before: 'BZ', after: 'FIN' }],
    });
    expect(timelineOf(found)).toMatchObject([
      { validFrom: '2015-01-01', validTo: '2026-10-31', departmentId: 'd-bz' },
      { validFrom: '2026-11-01', validTo: null, departmentId: 'd-fin' },
    ]);
  });

  it('keeps what the file has no column for', () => {
    const known = records({
      number: '1',
      periods: [{ hoursPerWeek: 20, jobFunctionId: 'f-bal', managerId: 'p9' }],
    });
    expect(timelineOf(plan(known, row('1', { departmentCode: 'FIN' })))[1]).toMatchObject({
      hoursPerWeek: 20,
      jobFunctionId: 'f-bal',
      managerId: 'p9',
    });
  });

  it('loses what has an empty cell, except for a mail address', () => {
    const known = records({ number: '1', email: 'a@x.example', periods: [{ hoursPerWeek: 20 }] });
    const found = plan(known, row('1', { hoursPerWeek: null, email: null }));
    expect(only(found).differences).toEqual([{ field: 'hoursPerWeek', before: 20, after: null }]);
  });

  it('may have another name', () => {
    const found = plan(records({ number: '1' }), row('1', { name: 'Persoon Eén' }));
    expect(only(found).differences).toEqual([{ field: 'name', before: 'Persoon 1', after: 'Persoon Eén' }]);
    expect(found.changedPersons).toEqual([{ id: 'p1', name: 'Persoon Eén', email: null }]);
    expect(found.changedEmployments).toEqual([]);
  });

  it('may have begun earlier or later than we thought', () => {
    const found = plan(records({ number: '1' }), row('1', { validFrom: '2014-06-01' }));
    expect(only(found).differences).toEqual([
      { field: 'validFrom', before: '2015-01-01', after: '2014-06-01' },
    ]);
    expect(timelineOf(found)).toMatchObject([{ validFrom: '2014-06-01', validTo: null }]);
  });

  it('with a last day ends on it, and the account that stays is told', () => {
    const found = plan(records({ number: '1' }), row('1', { validTo: '2026-12-15' }));
    expect(only(found)).toMatchObject({ kind: 'ended', accountRemains: true });
    expect(found.totals).toMatchObject({ ended: 1, missing: 0 });
    expect(timelineOf(found)).toMatchObject([{ validTo: '2026-12-15' }]);
  });

  it('who was ended by an earlier file goes on as if they had not been away', () => {
    const known = records({ number: '1', periods: [{ validTo: '2026-09-30' }] });
    const found = plan(known, row('1', { departmentCode: 'FIN' }));
    expect(only(found).kind).toBe('changed');
    expect(timelineOf(found)).toMatchObject([
      { validFrom: '2015-01-01', validTo: '2026-10-31', departmentId: 'd-bz' },
      { validFrom: '2026-11-01', validTo: null, departmentId: 'd-fin' },
    ]);
  });

  it('who came back after a break has a second stretch, and the break stays', () => {
    const known = records({ number: '1', periods: [{ validTo: '2018-12-31' }] });
    const rejoined = row('1', { validFrom: '2026-10-01' });
    const found = plan(known, rejoined);
    expect(only(found).kind).toBe('changed');
    expect(timelineOf(found)).toMatchObject([
      { validFrom: '2015-01-01', validTo: '2018-12-31' },
      { validFrom: '2026-10-01', validTo: null },
    ]);
    const after = records({
      number: '1',
      periods: [{ validTo: '2018-12-31' }, { validFrom: '2026-10-01' }],
    });
    expect(only(plan(after, rejoined)).kind).toBe('unchanged');
    expect(only(plan(after, row('1', { validFrom: '2018-06-01' }))).faults).toMatchObject([
      { column: 'In dienst', code: 'overlaps-earlier' },
    ]);
  });
});

describe('somebody who is not in the file any more', () => {
  it('leaves on the day before it, and is told with the account that remains', () => {
    const found = plan(records({ number: '1' }, { number: '2' }), row('2'));
    expect(found.lines[1]).toMatchObject({
      row: null,
      personnelNumber: '1',
      kind: 'ended',
      accountRemains: true,
      differences: [{ field: 'validTo', before: null, after: '2026-10-31' }],
    });
    expect(timelineOf(found)).toMatchObject([{ validFrom: '2015-01-01', validTo: '2026-10-31' }]);
    expect(found.totals).toMatchObject({ ended: 1, missing: 1, running: 2, accountsRemaining: 1 });
  });

  it('stays when they were added by hand', () => {
    const found = plan(records({ number: '1', imported: false }, { number: '2' }), row('2'));
    expect(found.totals).toMatchObject({ ended: 0, unchanged: 1 });
  });

  it('keeps an end that lies behind', () => {
    const known = records({ number: '1', periods: [{ validTo: '2020-01-01' }] }, { number: '2' });
    expect(plan(known, row('2')).totals).toMatchObject({ ended: 0 });
  });

  it('never vanishes: who would have begun later keeps a first day', () => {
    const known = records({ number: '1', periods: [{ validFrom: '2027-01-01' }] }, { number: '2' });
    expect(timelineOf(plan(known, row('2')))).toMatchObject([
      { validFrom: '2027-01-01', validTo: '2027-01-01' },
    ]);
  });

  it('keeps an account silently while another employment goes on', () => {
    const known = records({ number: '1', person: 'p1' }, { number: '2', person: 'p1', name: 'Persoon 2' });
    expect(plan(known, row('2')).totals).toMatchObject({ ended: 1, accountsRemaining: 0 });
  });
});

describe('whose an employment is', () => {
  const address = 'anna@x.example';

  it('follows from the personnel number, else from the mail address with the same name', () => {
    const known = records({ number: '1', name: 'Zoë Bos', email: 'Zoe@X.example' });
    const second = row('7', { name: 'zoe bos', email: 'zoe@x.example' });
    const found = plan(known, row('1', { name: 'Zoë Bos' }), second);
    expect(found.lines[1]).toMatchObject({ kind: 'added', personId: 'p1' });
    expect(found.newPersons).toEqual([]);
  });

  it('is the same for rows with one mail address, or with one person number', () => {
    const byMail = plan(
      records(),
      row('1', { name: 'A', email: address }),
      row('2', { name: 'A', email: address }),
    );
    const byNumber = plan(
      records(),
      row('1', { name: 'A', personNumber: '5' }),
      row('2', { name: 'A', personNumber: '5' }),
    );
    for (const found of [byMail, byNumber]) {
      expect(found.newPersons).toHaveLength(1);
      expect(new Set(found.newEmployments.map(({ personId }) => personId)).size).toBe(1);
    }
  });

  it.each([
    [
      'an address that is of somebody with another name',
      [{ number: '1', email: address }],
      [
        row('1', { email: address }),
        row('9', { email: 'b@x.example' }),
        row('8', { name: 'Iemand', email: address }),
      ],
    ],
    [
      'an address of two people',
      [
        { number: '1', email: address },
        { number: '2', email: address },
      ],
      [row('1'), row('2'), row('9', { email: address })],
    ],
    [
      'numbers of two people',
      [{ number: '1' }, { number: '2' }],
      [row('1', { name: 'A', email: address }), row('2', { name: 'A', email: address })],
    ],
  ] as const)('is not guessed: %s', (_, known, rows) => {
    const { lines } = plan(records(...known), ...rows);
    expect(lines.at(-1)).toMatchObject({
      kind: 'fault',
      faults: [{ column: expect.stringMatching(/Mail|Naam/) }],
    });
  });
});

describe('what can not be is a fault with its row and column', () => {
  it.each([
    ['an unknown department', [row('1', { departmentCode: 'X' })], 'Afdeling', 'unknown-department'],
    ['an unknown function', [row('1', { jobFunctionCode: 'X' })], 'Functie', 'unknown-function'],
    [
      'a department that is not there any more',
      [row('1', { departmentCode: 'OUD' })],
      'Afdeling',
      'not-in-force',
    ],
    [
      'a department that was not there yet',
      [row('1', { validFrom: '1999-01-01' })],
      'Afdeling',
      'not-in-force',
    ],
    ['an unknown manager', [row('1', { managerNumber: '404' })], 'Chef', 'unknown-manager'],
    ['oneself as manager', [row('1', { managerNumber: '1' })], 'Chef', 'oneself'],
  ])('%s', (_, rows, column, code) => {
    expect(only(plan(records(), ...rows))).toMatchObject({
      row: 2,
      kind: 'fault',
      faults: [{ column, code }],
    });
  });

  it('a personnel number that stands there twice, in each of its rows', () => {
    const { lines } = plan(records(), row('1'), row('2'), row('1', { name: 'Ander' }));
    expect(lines.map(({ faults }) => faults[0]?.code)).toEqual([
      'repeated-number',
      undefined,
      'repeated-number',
    ]);
  });

  it('a file without rows: it would end everybody', () => {
    const { lines, totals } = plan(records({ number: '1' }));
    expect(lines.at(-1)).toMatchObject({ row: null, faults: [{ code: 'no-rows' }] });
    expect(totals.fault).toBe(1);
  });

  it('a circle of managers, in each row of it', () => {
    const { lines } = plan(
      records(),
      row('1', { managerNumber: '2' }),
      row('2', { managerNumber: '3' }),
      row('3', { managerNumber: '1' }),
      row('4', { managerNumber: '1' }),
      row('5', { managerNumber: '6' }),
      row('6', { managerNumber: '5' }),
    );
    expect(lines.map(({ row: place, faults }) => [place, faults[0]?.code])).toEqual([
      [2, 'manager-circle'],
      [3, 'manager-circle'],
      [4, 'manager-circle'],
      [5, undefined],
      [6, 'manager-circle'],
      [7, 'manager-circle'],
    ]);
  });

  it('a circle that goes through somebody whose row stays the same', () => {
    const known = records({ number: '1', periods: [{ managerId: 'p2' }] }, { number: '2' });
    const found = plan(known, row('1', { managerNumber: '2' }), row('2', { managerNumber: '1' }));
    expect(found.lines.find(({ row: place }) => place === 3)?.faults).toMatchObject([
      { code: 'manager-circle' },
    ]);
  });
});

it('managers may stand anywhere in the file, or in our records', () => {
  const known = records({ number: '9', imported: false });
  const found = plan(known, row('1', { managerNumber: '2' }), row('2', { managerNumber: '9' }));
  const [first, second] = found.newEmployments;
  expect(first?.timeline[0]?.managerId).toBe(second?.personId);
  expect(second?.timeline[0]?.managerId).toBe('p9');
});

describe('the hash of what is shown', () => {
  const moved = row('1', { departmentCode: 'FIN' });

  it('is the same for the same outcome, whatever ids are given', () => {
    expect(plan(records(), moved).hash).toBe(plan(records(), moved).hash);
  });

  it('is another when our records changed in between', () => {
    const before = plan(records({ number: '1' }), moved).hash;
    expect(plan(records({ number: '1', periods: [{ departmentId: 'd-fin' }] }), moved).hash).not.toBe(before);
    expect(plan(records({ number: '1' }, { number: '2' }), moved).hash).not.toBe(before);
  });
});
