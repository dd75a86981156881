import { blockSearch } from './block-search.js';
import { type Block, matches } from './state.js';

function block(changes: Partial<Block>): Block {
  return {
    id: 'block',
    version: 1,
    code: '1a',
    theme: '1',
    name: 'Werving en selectie',
    position: 1,
    validFrom: '2023-01-01',
    state: [],
    ...changes,
  };
}

const known = { personId: 'me', roles: ['employee', 'mayor'], today: '2026-06-01' };

describe('the filters of the integrity system', () => {
  it('come from the address, and leave out what means nothing', () => {
    expect(
      blockSearch({ state: 'insufficient', owner: 'mine', review: 'overdue', basis: 'derived' }),
    ).toEqual({
      state: 'insufficient',
      owner: 'mine',
      review: 'overdue',
      basis: 'derived',
    });
    expect(blockSearch({ state: '<script>', owner: 3, review: true, basis: 'assessed', page: 2 })).toEqual(
      {},
    );
  });

  it.each([
    ['nothing', {}, block({}), true],
    ['mine', { owner: 'mine' }, block({ owner: { kind: 'person', personId: 'me', name: 'Ik' } }), true],
    ['mine', { owner: 'mine' }, block({ owner: { kind: 'person', personId: 'you', name: 'U' } }), false],
    ['nobody', { owner: 'none' }, block({}), true],
    [
      'nobody',
      { owner: 'none' },
      block({ owner: { kind: 'role', role: 'mayor', name: 'Burgemeester' } }),
      false,
    ],
    ['a name', { owner: 'U' }, block({ owner: { kind: 'person', personId: 'you', name: 'U' } }), true],
    [
      'mine by a role',
      { owner: 'mine' },
      block({ owner: { kind: 'role', role: 'mayor', name: 'Burgemeester' } }),
      true,
    ],
    [
      'mine by a role of others',
      { owner: 'mine' },
      block({ owner: { kind: 'role', role: 'auditor', name: 'Auditor' } }),
      false,
    ],
    ['overdue', { review: 'overdue' }, block({ nextReviewOn: '2026-05-31' }), true],
    ['overdue', { review: 'overdue' }, block({ nextReviewOn: '2026-06-01' }), false],
    ['overdue', { review: 'overdue' }, block({}), false],
    [
      'a judgement',
      { state: 'insufficient' },
      block({ state: [{ aspect: 'design', assessed: 'insufficient' }] }),
      true,
    ],
    [
      'a judgement on another basis',
      { state: 'insufficient', basis: 'derived' },
      block({ state: [{ aspect: 'design', assessed: 'insufficient' }] }),
      false,
    ],
  ] as const)('with %s: %j', (_, search, one, found) => {
    expect(matches(one, search, known)).toBe(found);
  });
});
