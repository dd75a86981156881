import type { DepartmentState } from '../department/department.entity.js';
import type { Period, Timeline } from '../period/timeline.js';
import type { PlacementPeriod } from './employment.repository.js';
import { changesLinesOf } from './own-lines.js';

/**
 *   top (tom) ── staff (sia) ── personnel: hugo works here
 *            └── desk (dora) ── counter: bram works here
 */
const state = (parentId: string | null, managerId: string | null): DepartmentState => ({
  code: 'x',
  name: 'x',
  kind: 'x',
  parentId,
  managerId,
});
const always: Period = { validFrom: '2020-01-01', validTo: null };
const from = '2026-03-02';

const departments: ReadonlyMap<string, Timeline<DepartmentState>> = new Map([
  ['top', [{ ...always, ...state(null, 'tom') }]],
  ['staff', [{ ...always, ...state('top', 'sia') }]],
  ['personnel', [{ ...always, ...state('staff', null) }]],
  ['desk', [{ ...always, ...state('top', 'dora') }]],
  ['counter', [{ ...always, ...state('desk', null) }]],
]);
const works = (personId: string, departmentId: string, more: object = {}): PlacementPeriod => ({
  ...always,
  personId,
  departmentId,
  managerId: null,
  hoursPerWeek: 36,
  personnelNumber: personId,
  ...more,
});
const placements = [
  works('tom', 'top'),
  works('sia', 'staff'),
  works('dora', 'desk'),
  works('hugo', 'personnel'),
  works('bram', 'counter'),
];

function changes(personId: string, id: string, timeline: Timeline<DepartmentState>, placed = placements) {
  return changesLinesOf(
    personId,
    from,
    { departments, placements: placed },
    { departments: new Map([...departments, [id, timeline]]), placements: placed },
  );
}
/** @param work all of somebody after the change. */
function moves(personId: string, work: readonly PlacementPeriod[], before = placements) {
  const [somebody] = work;
  const others = before.filter((one) => one.personId !== somebody?.personId);
  return changesLinesOf(
    personId,
    from,
    { departments, placements: before },
    { departments, placements: [...others, ...work] },
  );
}
const since = (day: string, then: DepartmentState, now: DepartmentState): Timeline<DepartmentState> => [
  { validFrom: '2020-01-01', validTo: '2026-03-01', ...now },
  { validFrom: day, validTo: null, ...then },
];

describe('a change of a department touches who made it', () => {
  it.each<[string, string, DepartmentState]>([
    ['their department gets another head', 'personnel', state('staff', 'dora')],
    ['they become the head of their department', 'personnel', state('staff', 'hugo')],
    ['their department goes elsewhere', 'personnel', state('desk', null)],
    ['the one above gets another head', 'staff', state('top', 'bram')],
    ['the one above has no head any more', 'staff', state('top', null)],
    ['they become the head of others', 'counter', state('desk', 'hugo')],
  ])('%s', (_, id, then) => {
    expect(changes('hugo', id, [{ ...always, ...then }])).toBe(true);
    expect(changes('hugo', id, since('2031-01-01', then, state(null, null)))).toBe(true);
  });

  it('also when others get the team they had, or one who heads it', () => {
    expect(changes('dora', 'counter', [{ ...always, ...state('staff', null) }])).toBe(true);
    expect(changes('dora', 'counter', [{ ...always, ...state('desk', 'bram') }])).toBe(true);
    expect(changes('tom', 'desk', [{ ...always, ...state('top', 'bram') }])).toBe(true);
  });

  it('also by a new department of which they are the head', () => {
    expect(changes('hugo', 'new', [{ ...always, ...state('staff', 'hugo') }])).toBe(true);
  });
});

describe('a change of a department leaves who made it alone', () => {
  it.each<[string, string, DepartmentState]>([
    ['elsewhere in the organisation', 'counter', state('desk', 'bram')],
    ['elsewhere, moved', 'counter', state('top', null)],
    ['of the name alone', 'personnel', { ...state('staff', null), name: 'HR' }],
    ['in which nobody works yet', 'new', state('personnel', null)],
  ])('%s', (_, id, then) => {
    expect(changes('hugo', id, [{ ...always, ...then }])).toBe(false);
  });

  it('when their employment names its own manager', () => {
    const named = placements.map((one) => (one.personId === 'hugo' ? { ...one, managerId: 'tom' } : one));
    expect(changes('hugo', 'staff', [{ ...always, ...state('top', 'bram') }], named)).toBe(false);
  });

  it('when it is over before they come', () => {
    const later = placements.map((one) =>
      one.personId === 'hugo' ? { ...one, validFrom: '2027-01-01' } : one,
    );
    const timeline = [
      { validFrom: '2020-01-01', validTo: '2026-12-31', ...state('staff', 'bram') },
      { validFrom: '2027-01-01', validTo: null, ...state('staff', null) },
    ];
    expect(changes('hugo', 'personnel', timeline, later)).toBe(false);
    expect(changes('hugo', 'personnel', timeline)).toBe(true);
  });
});

describe('a change of where others work touches who made it', () => {
  it.each<[string, string, PlacementPeriod]>([
    ['somebody works under them by name', 'hugo', works('bram', 'counter', { managerId: 'hugo' })],
    ['somebody comes to the department they head', 'sia', works('bram', 'personnel')],
    ['somebody new begins there', 'sia', works('nina', 'staff')],
    ['somebody of their team goes elsewhere', 'dora', works('bram', 'top')],
    ['somebody of their team gets a manager by name', 'dora', works('bram', 'counter', { managerId: 'tom' })],
  ])('%s', (_, personId, work) => {
    expect(moves(personId, [work])).toBe(true);
    const later = { ...work, validFrom: '2031-01-01' };
    const until = placements.filter((one) => one.personId === work.personId);
    expect(moves(personId, [...until.map((one) => ({ ...one, validTo: '2030-12-31' })), later])).toBe(true);
  });

  it('when their own manager leaves, or who stands between them and others', () => {
    expect(moves('hugo', [works('sia', 'staff', { validTo: '2026-06-30' })])).toBe(true);
    expect(moves('tom', [works('dora', 'desk', { validTo: '2026-06-30' })])).toBe(true);
  });

  it('when the hours of somebody make another manager the one who decides', () => {
    const twice = [works('bram', 'counter'), works('bram', 'staff', { hoursPerWeek: 8 })];
    const before = [...placements.filter((one) => one.personId !== 'bram'), ...twice];
    const [counter, staff] = twice.map((one) => ({
      ...one,
      hoursPerWeek: 18,
      personnelNumber: one.departmentId,
    }));
    expect(moves('sia', [counter, { ...staff, hoursPerWeek: 20 }] as PlacementPeriod[], before)).toBe(true);
  });
});

describe('a change of where others work leaves who made it alone', () => {
  it.each<[string, string, PlacementPeriod]>([
    ['among colleagues', 'hugo', works('bram', 'personnel')],
    ['from one team to another', 'tom', works('bram', 'staff')],
    ['of the hours alone', 'dora', works('bram', 'counter', { hoursPerWeek: 20 })],
    ['within their team', 'dora', works('bram', 'desk')],
    ['somebody new elsewhere', 'sia', works('nina', 'counter')],
  ])('%s', (_, personId, work) => {
    expect(moves(personId, [work])).toBe(false);
  });
});
