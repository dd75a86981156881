import { dueDayOf, kindsDueOn, periodOf } from './review-period.js';

describe('the period of a review', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-09-30', '2026-Q3'],
    ['2026-12-31', '2026-Q4'],
  ])('%s falls in %s', (day, quarter) => {
    expect(periodOf('quarterly', day)).toBe(quarter);
    expect(periodOf('yearly', day)).toBe('2026');
  });
});

it('reviewers have three weeks each quarter and six a year, also over the end of a year and a leap day', () => {
  expect(dueDayOf('quarterly', '2026-12-20')).toBe('2027-01-10');
  expect(dueDayOf('yearly', '2028-01-20')).toBe('2028-03-02');
});

it('the schedule begins the yearly review with the first quarter, also when that firing came late', () => {
  expect(kindsDueOn('2026-01-01')).toEqual(['yearly', 'quarterly']);
  expect(kindsDueOn('2026-03-31')).toEqual(['yearly', 'quarterly']);
  expect(kindsDueOn('2026-04-01')).toEqual(['quarterly']);
});
