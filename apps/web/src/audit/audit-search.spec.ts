import { auditSearch, exportAddress } from './audit-search.js';

describe('the address of the audit log', () => {
  it('holds what is looked for, and leaves out what means nothing', () => {
    expect(auditSearch({ action: 'identity', from: '2026-01-01', result: 'refused', page: 3 })).toEqual({
      action: 'identity',
      from: '2026-01-01',
      result: 'refused',
      page: 3,
    });
    const nonsense = { from: 'gisteren', result: 'misschien', page: -1, personId: '1 or 1=1', action: '' };
    expect(Object.values(auditSearch(nonsense)).filter(Boolean)).toEqual([]);
  });

  it('leads to the same as CSV, all pages of it', () => {
    expect(exportAddress({ action: 'identity.signed-in', from: '2026-01-01', page: 2 })).toBe(
      '/api/v1/audit-entries/_export?action=identity.signed-in&from=2026-01-01',
    );
    expect(exportAddress({})).toBe('/api/v1/audit-entries/_export');
  });
});
