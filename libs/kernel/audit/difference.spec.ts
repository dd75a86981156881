import { difference } from './difference.js';

describe('the difference between two states', () => {
  it('holds the changed fields only, old and new', () => {
    const before = {
      title: 'Dilemmatraining',
      budget: 1000,
      quarter: '2026-Q1',
      tags: ['a', 'b'],
      note: null,
    };
    const after = { ...before, budget: 1500, tags: ['a'] };
    expect(difference(before, after)).toEqual({
      before: { budget: 1000, tags: ['a', 'b'] },
      after: { budget: 1500, tags: ['a'] },
    });
  });

  it('shows a field that came or went', () => {
    expect(difference({ a: 1 }, { b: 2 })).toEqual({ before: { a: 1, b: null }, after: { a: null, b: 2 } });
  });

  it('does not see absent and empty, order of fields, or equal dates as a change', () => {
    const before = { note: null, at: new Date('2026-04-14T10:00:00Z'), owner: { role: 'a', person: 'b' } };
    const after = { at: new Date('2026-04-14T10:00:00Z'), owner: { person: 'b', role: 'a' } };
    expect(difference(before, after)).toEqual({ before: {}, after: {} });
  });
});
