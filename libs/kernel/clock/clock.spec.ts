import fc from 'fast-check';
import { dayInTheNetherlands, endOfDayInTheNetherlands, startOfDayInTheNetherlands } from './clock.js';

describe('a day in the Netherlands', () => {
  it.each([
    ['in winter', '2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T23:00:00.000Z'],
    ['in summer', '2026-07-15', '2026-07-14T22:00:00.000Z', '2026-07-15T22:00:00.000Z'],
    [
      'of 23 hours, when summer time begins',
      '2026-03-29',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ],
    [
      'of 25 hours, when summer time ends',
      '2026-10-25',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ],
    ['that is the last of the year', '2025-12-31', '2025-12-30T23:00:00.000Z', '2025-12-31T23:00:00.000Z'],
    ['that leap years have', '2028-02-29', '2028-02-28T23:00:00.000Z', '2028-02-29T23:00:00.000Z'],
  ])('%s begins and ends at its own midnights', (_, day, start, end) => {
    expect(startOfDayInTheNetherlands(day).toISOString()).toBe(start);
    expect(endOfDayInTheNetherlands(day).toISOString()).toBe(end);
  });

  it('holds every moment from its start, and no moment before that', () => {
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2100-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const day = dayInTheNetherlands(moment);
        const start = startOfDayInTheNetherlands(day);
        expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(endOfDayInTheNetherlands(day).getTime()).toBeGreaterThan(moment.getTime());
        expect(dayInTheNetherlands(start)).toBe(day);
        expect(dayInTheNetherlands(new Date(start.getTime() - 1))).not.toBe(day);
      }),
    );
  });
});
