import type { LinesInput } from './lines.js';
import { lines } from './lines.js';
import { drawnTexts, nodesOf } from './testing.js';

const input: LinesInput = {
  id: 'years',
  title: 'Meldingen',
  language: 'nl',
  points: ['2024', '2025', '2026'],
  series: [
    { label: 'Ontvangen', values: [12, 15, 19] },
    { label: 'Gegrond', values: [3, null, 4] },
  ],
};

describe('lines', () => {
  it('writes every value under its point, and a dash where there is none', () => {
    const texts = drawnTexts(lines(input));
    expect(texts.slice(texts.indexOf('2024'))).toEqual([
      '2024',
      '2025',
      '2026',
      '12',
      '15',
      '19',
      '3',
      '–',
      '4',
    ]);
  });

  it('breaks a line where a value is missing: it does not guess', () => {
    const strokes = nodesOf(lines(input), 'path').map(({ attributes }) => `${attributes.d}`);
    expect(strokes.filter((stroke) => /^M[^M]*L[^M]*L[^M]*$/u.test(stroke))).toHaveLength(1);
    expect(strokes.filter((stroke) => /^M[^L]*M[^L]*$/u.test(stroke))).toHaveLength(1);
  });

  it('starts at 0, so that growth is not made larger than it is', () => {
    expect(drawnTexts(lines({ ...input, series: [{ label: 'x', values: [98, 99, 100] }] }))).toContain('0');
  });

  it('gives every series its own dashes', () => {
    const series = ['a', 'b', 'c', 'd'].map((label) => ({ label, values: [1, 2, 3] }));
    const strokes = nodesOf(lines({ ...input, series }), 'path').filter(({ attributes }) =>
      `${attributes.d}`.includes('L'),
    );
    expect(new Set(strokes.map(({ attributes }) => attributes['stroke-dasharray']))).toHaveProperty(
      'size',
      4,
    );
  });

  it('tells the course of every series', () => {
    expect(lines(input).alternative).toBe(
      'Meldingen. Lijndiagram van 2024 tot en met 2026 voor Ontvangen en Gegrond. ' +
        'Ontvangen: 2024 12, 2025 15, 2026 19. Gegrond: 2024 3, 2026 4.',
    );
  });

  it('refuses a fifth series: it could not be told apart', () => {
    const series = ['a', 'b', 'c', 'd', 'e'].map((label) => ({ label, values: [1, 2, 3] }));
    expect(() => lines({ ...input, series })).toThrow(RangeError);
  });
});
