import { couldBeCitizenServiceNumber } from './citizen-service-number.js';

describe('a citizen service number', () => {
  // Numbers that are published for tests and belong to nobody.
  it.each(['999990019', '123456782', '010464554', '10464554'])('is seen in %s', (text) => {
    expect(couldBeCitizenServiceNumber(text)).toBe(true);
  });

  it.each([
    ['one that fails the check', '123456789'],
    ['one digit more', '1234567820'],
    ['one digit less', '1234567'],
    ['something with a letter', '12345678a'],
    ['nothing', ''],
    ['the identifier of an account', '4f3c0c2e-6c52-4d8e-9a43-1f2f4cf0a9d1'],
  ])('is not seen in %s', (_, text) => {
    expect(couldBeCitizenServiceNumber(text)).toBe(false);
  });
});
