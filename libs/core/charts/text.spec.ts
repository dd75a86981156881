import * as fc from 'fast-check';
import { textStyles, textWidth, wrapText } from './text.js';

const style = textStyles.label;

describe('textWidth', () => {
  it('knows narrow from wide, and regular from semibold', () => {
    expect(textWidth('iiii', style)).toBeLessThan(textWidth('mmmm', style) / 3);
    expect(textWidth('Thema', textStyles.label)).toBeLessThan(textWidth('Thema', textStyles.heading));
  });

  it('takes an accented letter for its letter', () => {
    expect(textWidth('é', style)).toBe(textWidth('e', style));
  });

  it('takes room for scripts it has no widths of', () => {
    expect(textWidth('漢字', style)).toBe(2 * style.size);
  });
});

describe('wrapText', () => {
  it('leaves a short text alone', () => {
    expect(wrapText('Training', 200, style)).toEqual(['Training']);
  });

  it('breaks at spaces, not inside an amount', () => {
    expect(wrapText('Begroot €\u00a01.500', textWidth('Begroot €\u00a01', style), style)).toEqual([
      'Begroot',
      '€\u00a01.500',
    ]);
  });

  it('breaks behind a hyphen before it breaks a word', () => {
    expect(wrapText('integriteits-verklaring', textWidth('integriteits-v', style), style)).toEqual([
      'integriteits-',
      'verklaring',
    ]);
  });

  it('breaks a compound that is too wide at the start of a syllable', () => {
    expect(wrapText('Nevenwerkzaamhedencommissie', textWidth('Nevenwerkzaamhed', style), style)).toEqual([
      'Nevenwerkzaamhe-',
      'dencommissie',
    ]);
  });

  it('gives one empty line for no text', () => {
    expect(wrapText('', 100, style)).toEqual(['']);
    expect(wrapText(' \n ', 100, style)).toEqual(['']);
  });

  it('fits every line and loses no letter', () => {
    const width = 60;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeimWé -/€漢👧'), maxLength: 60 }), (text) => {
        const lines = wrapText(text, width, style);
        for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(width);
        const letters = (part: string): string => part.replace(/[ -]/gu, '');
        expect(letters(lines.join(''))).toBe(letters(text));
      }),
    );
  });
});
