import { type Action, actionSearch, matches, orderIn, sortFor } from './action-search.js';
import { loadOf } from './load.js';
import { quarterOf } from './progress.js';

function action(changes: Partial<Action>): Action {
  return {
    id: 'action',
    version: 1,
    number: 1,
    cycleId: 'cycle',
    buildingBlockId: 'block',
    title: 'Een actie',
    intendedResult: '',
    quarter: 1,
    priority: 'normal',
    status: 'planned',
    abilities: { edit: true, report: true },
    ...changes,
  };
}

describe('the filters of the actions', () => {
  it('come from the address, and leave out what means nothing', () => {
    const search = { quarter: 2, status: 'done', owner: 'mine', block: 'b', sort: 'hours' };
    expect(actionSearch(search)).toEqual(search);
    expect(actionSearch({ quarter: 5, status: 'soon', owner: 3, block: '', sort: '' })).toEqual({});
  });

  it.each([
    ['of a quarter', { quarter: 1 }, action({ quarter: 2 }), false],
    ['with a status', { status: 'done' }, action({ status: 'done' }), true],
    ['mine', { owner: 'mine' }, action({ owner: { kind: 'person', personId: 'me', name: 'Ik' } }), true],
    [
      'mine by a role',
      { owner: 'mine' },
      action({ owner: { kind: 'role', role: 'manager', name: 'Leidinggevende' } }),
      true,
    ],
    [
      'of another role',
      { owner: 'mine' },
      action({ owner: { kind: 'role', role: 'auditor', name: 'Auditor' } }),
      false,
    ],
    ['of nobody', { owner: 'none' }, action({}), true],
    ['of somebody', { owner: 'U' }, action({}), false],
    ['of a building block', { block: 'other' }, action({}), false],
  ] as const)('%s: %j', (_, search, one, found) => {
    expect(matches(one, search, { personId: 'me', roles: ['employee', 'manager'] })).toBe(found);
  });

  it('keep the order of the rows in the address as well', () => {
    for (const sort of ['hours', '-owner']) expect(sortFor(orderIn({ sort }))).toBe(sort);
    expect(orderIn({ sort: '-owner' })).toEqual({ key: 'owner', isReversed: true });
    expect(sortFor(orderIn({}))).toBeUndefined();
  });
});

describe('the load of a quarter', () => {
  it('adds up what goes on, and tells which quarter holds much more than the others', () => {
    const load = loadOf([
      action({ quarter: 2, hours: 100, budget: 50.5 }),
      action({ quarter: 2, hours: 20, status: 'done' }),
      action({ quarter: 3, hours: 40 }),
      action({ quarter: 3, hours: 900, status: 'stopped' }),
    ]);
    expect(load[1]).toEqual({
      quarter: 2,
      count: 2,
      hours: 120,
      hoursDone: 20,
      budget: 50.5,
      isFull: true,
    });
    expect(load.map(({ isFull }) => isFull)).toEqual([false, true, false, false]);
  });

  it('of a year without hours is never full', () => {
    expect(loadOf([action({})]).some(({ isFull }) => isFull)).toBe(false);
  });
});

describe('the quarterly round', () => {
  it.each([
    [2026, '2026-11-26', 4],
    [2026, '2026-04-01', 2],
    [2025, '2026-04-01', 4],
    [2027, '2026-04-01', 1],
  ])('of %i is on %s in quarter %i', (year, today, quarter) => {
    expect(quarterOf(year, today)).toBe(quarter);
  });
});
