import { changedFields } from './changed-fields.js';

describe('what an entry of the audit log changed', () => {
  it('is told field by field, as it was and as it became', () => {
    expect(changedFields({ name: 'Oud', hours: 36 }, { name: 'Nieuw', hours: null })).toEqual([
      { name: 'name', before: 'Oud', after: 'Nieuw' },
      { name: 'hours', before: '36', after: '' },
    ]);
  });

  it('is all that was added when there was nothing before', () => {
    expect(changedFields(null, { open: false })).toEqual([{ name: 'open', before: '', after: 'false' }]);
    expect(changedFields(null, null)).toEqual([]);
  });

  it('is readable when it holds lists and parts', () => {
    expect(changedFields(null, { roles: ['auditor', 'mayor'], period: { from: '2026-01-01' } })).toEqual([
      { name: 'roles', before: '', after: 'auditor, mayor' },
      { name: 'period', before: '', after: 'from: 2026-01-01' },
    ]);
  });
});
