import { addMonths, nextReviewOn } from './review.js';

describe('next review', () => {
  it.each([
    ['2026-04-14', 12, '2027-04-14'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', 6, '2026-07-31'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('counts from the last assessment', () => {
    const block = { recordedOn: '2024-01-01', reviewIntervalMonths: 24 };
    expect(nextReviewOn(block, '2026-03-01')).toBe('2028-03-01');
  });

  it('counts from the day a block came into the catalogue when nobody assessed it yet', () => {
    expect(nextReviewOn({ recordedOn: '2024-01-01', reviewIntervalMonths: 24 }, null)).toBe('2026-01-01');
  });
});
