import { typedNumber } from './typed-number.js';

describe('a number that somebody types', () => {
  it('may have a comma or a point, and room around it', () => {
    expect([' 2500,50 ', '36.5', '0', '40'].map(typedNumber)).toEqual([2500.5, 36.5, 0, 40]);
  });

  it('is nothing, and not 0, where nothing was typed', () => {
    expect(typedNumber('  ')).toBeNull();
  });
});
