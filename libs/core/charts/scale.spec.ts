import * as fc from 'fast-check';
import { axisTicks } from './scale.js';

const any = (): boolean => true;

describe('axisTicks', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [9, [0, 2, 4, 6, 8, 10]],
    [12, [0, 2, 4, 6, 8, 10, 12]],
    [10_000, [0, 2000, 4000, 6000, 8000, 10_000]],
  ])('marks whole numbers up to %d', (maximum, ticks) => {
    expect(axisTicks(maximum, true, any)).toEqual(ticks);
  });

  it('marks parts where the values have parts', () => {
    expect(axisTicks(0.3, false, any)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
  });

  it('takes fewer marks where their labels would touch', () => {
    expect(axisTicks(9, true, (ticks) => ticks.length <= 3)).toEqual([0, 5, 10]);
    expect(axisTicks(9, true, () => false)).toEqual([0, 10]);
  });

  it('always reaches the maximum and never goes far beyond', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), fc.boolean(), (maximum, whole) => {
        const end = axisTicks(maximum, whole, any).at(-1) ?? 0;
        expect(end).toBeGreaterThanOrEqual(maximum * (1 - 1e-9));
        expect(end).toBeLessThanOrEqual(Math.max(2 * maximum, 1));
      }),
    );
  });
});
