import { contrastWithWhite, isColour } from './contrast.js';

describe('the contrast of a colour with white', () => {
  it('is that of WCAG', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21);
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1);
    // Just readable, and just not: the best known greys.
    expect(contrastWithWhite('#767676')).toBeGreaterThan(4.5);
    expect(contrastWithWhite('#777777')).toBeLessThan(4.5);
  });

  it('is of whole colours only', () => {
    expect(['#0b3a4f', '#0B3A4F', '#0b3', 'blauw', ''].map(isColour)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
