import type { HeatMapInput } from './heat-map.js';
import { heatMap } from './heat-map.js';
import { drawnTexts, nodesOf } from './testing.js';

const input: HeatMapInput = {
  id: 'blocks',
  title: 'Stand per thema',
  language: 'nl',
  rowsTitle: 'Thema',
  columns: ['Opzet', 'Bestaan', 'Werking'],
  levels: ['niet', 'deels', 'geheel'],
  rows: [
    { label: 'Visie', cells: [cell('geheel', 2), cell('deels', 1), cell('niet', 0)] },
    { label: 'Werving', cells: [cell('geheel', 2), cell('geheel', 2), cell('n.b.', null)] },
  ],
};

function cell(label: string, level: number | null): HeatMapInput['rows'][number]['cells'][number] {
  return { label, level };
}

describe('heatMap', () => {
  it('writes the judgement in every cell and the scale in words', () => {
    const texts = drawnTexts(heatMap(input));
    const scale = ['niet', 'deels', 'geheel', 'geen oordeel'];
    const header = ['Thema', 'Opzet', 'Bestaan', 'Werking'];
    const rows = ['Visie', 'geheel', 'deels', 'niet', 'Werving', 'geheel', 'geheel', 'n.b.'];
    expect(texts).toEqual([...scale, ...header, ...rows]);
  });

  it('makes every step darker, so that a black and white print keeps the order', () => {
    const levels = ['a', 'b', 'c', 'd', 'e'];
    const cells = levels.map((label, level) => cell(label, level));
    const chart = heatMap({ ...input, columns: levels, levels, rows: [{ label: 'x', cells }] });
    const tones = nodesOf(chart, 'rect')
      .slice(1, 6)
      .map(({ attributes }) => lightness(`${attributes.fill}`));
    expect(tones).toHaveLength(5);
    tones.slice(1).forEach((tone, index) => expect(tone).toBeLessThan((tones[index] ?? 0) - 0.05));
  });

  it('leaves "geen oordeel" out of the legend when every cell has one', () => {
    const judged = { ...input, rows: input.rows.slice(0, 1) };
    expect(drawnTexts(heatMap(judged))).not.toContain('geen oordeel');
  });

  it('counts the judgements for who cannot see it', () => {
    expect(heatMap(input).alternative).toBe(
      'Stand per thema. Overzicht met 2 rijen (Thema) en de kolommen Opzet, Bestaan en Werking. ' +
        'Opzet: geheel 2. Bestaan: geheel 1, deels 1. Werking: niet 1, geen oordeel 1.',
    );
    expect(heatMap({ ...input, language: 'en' }).alternative).toContain('no judgement 1.');
  });

  it('says so when there is nothing to show', () => {
    expect(drawnTexts(heatMap({ ...input, rows: [] }))).toEqual(['Er zijn geen gegevens.']);
  });

  it('refuses a judgement that is not on the scale and a row of another length', () => {
    const row = (...cells: HeatMapInput['rows'][number]['cells']) => ({
      ...input,
      rows: [{ label: 'x', cells }],
    });
    expect(() => heatMap(row(cell('a', 3), cell('b', 0), cell('c', 0)))).toThrow(RangeError);
    expect(() => heatMap(row(cell('a', 0.5), cell('b', 0), cell('c', 0)))).toThrow(RangeError);
    expect(() => heatMap(row(cell('a', 0)))).toThrow(RangeError);
    expect(() => heatMap({ ...input, levels: ['een'], rows: [] })).toThrow(RangeError);
  });
});

/** 0 is black, 1 is white. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (start) => parseInt(colour.slice(start, start + 2), 16) / 255,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
