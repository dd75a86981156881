import { quarterOf } from './quarter.js';

describe('the quarter of a day', () => {
  it.each([
    ['2027-01-01', 2027, 1, '2027-03-31', false],
    ['2027-03-17', 2027, 1, '2027-03-31', false],
    ['2027-03-18', 2027, 1, '2027-03-31', true],
    ['2027-03-31', 2027, 1, '2027-03-31', true],
    ['2027-04-01', 2027, 2, '2027-06-30', false],
    ['2028-09-30', 2028, 3, '2028-09-30', true],
    ['2028-12-31', 2028, 4, '2028-12-31', true],
  ])(
    '%s is of %i, quarter %i, which ends on %s; almost over: %s',
    (day, year, quarter, lastDay, isAlmostOver) => {
      expect(quarterOf(day)).toEqual({ year, quarter, lastDay, isAlmostOver });
    },
  );
});
