import { periodOn } from './period-on.js';

const old = { validFrom: '2020-01-01', validTo: '2024-12-31' };
const current = { validFrom: '2025-01-01', validTo: null };

describe('the period of a day', () => {
  it('is the one that holds on it, the first and the last day included', () => {
    expect(periodOn([old, current], '2020-01-01')).toBe(old);
    expect(periodOn([old, current], '2024-12-31')).toBe(old);
    expect(periodOn([old, current], '2025-01-01')).toBe(current);
    expect(periodOn([old, current], '2050-01-01')).toBe(current);
  });

  it('is the last one known when none holds', () => {
    expect(periodOn([old], '2026-01-01')).toBe(old);
    expect(periodOn([], '2026-01-01')).toBeUndefined();
  });
});
