import { versionInForce } from './policy-document.validity.js';

const versions = [
  { number: 1, validFrom: '2020-01-01' },
  { number: 2, validFrom: '2024-07-01' },
  { number: 3, validFrom: '2027-01-01' },
];

describe('which version of a document applies', () => {
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 1],
    ['2024-06-30', 1],
    ['2026-11-22', 2],
    ['2027-01-01', 3],
  ])('on %s it is version %s', (day, number) => {
    expect(versionInForce(versions, day)?.number).toBe(number);
  });

  it('is the later one when a correction begins on the same day', () => {
    const corrected = [...versions, { number: 4, validFrom: '2024-07-01' }];
    expect(versionInForce(corrected, '2026-11-22')?.number).toBe(4);
  });

  it('stays the newer rule when an older text is recorded afterwards', () => {
    const completed = [...versions, { number: 4, validFrom: '2018-01-01' }];
    expect(versionInForce(completed, '2026-11-22')?.number).toBe(2);
  });
});
