import type { GroupedBarsInput } from './grouped-bars.js';
import { groupedBars } from './grouped-bars.js';
import { palette } from './palette.js';
import { drawnTexts, nodesOf } from './testing.js';

const input: GroupedBarsInput = {
  id: 'plan',
  title: 'Plan en uitvoering.',
  language: 'nl',
  categories: ['Visie', 'Training'],
  main: { label: 'Afgerond', values: [2, 3] },
  comparison: { label: 'Gepland', values: [4, 9] },
};

/** Bars with the solid fill; the first is the swatch of the legend. */
function solidWidths(chart: ReturnType<typeof groupedBars>): number[] {
  const solid = nodesOf(chart, 'rect').filter(({ attributes }) => attributes.fill === palette.strong);
  return solid.slice(1).map(({ attributes }) => Number(attributes.width) + 1);
}

describe('groupedBars', () => {
  it('draws lengths in proportion to the values', () => {
    const [first = 0, second = 0] = solidWidths(groupedBars(input));
    expect(second / first).toBeCloseTo(3 / 2, 6);
  });

  it('writes every value, also 0 and unknown, and draws no bar for those', () => {
    const chart = groupedBars({ ...input, main: { label: 'Afgerond', values: [0, null] } });
    expect(drawnTexts(chart)).toEqual(expect.arrayContaining(['0', '–', '4', '9']));
    expect(solidWidths(chart)).toEqual([]);
  });

  it('prints values by their measure', () => {
    expect(drawnTexts(groupedBars({ ...input, measure: 'euro' }))).toContain('€\u00a09');
    expect(drawnTexts(groupedBars({ ...input, measure: 'percentage' }))).toContain('9%');
  });

  it('tells totals and the largest difference', () => {
    expect(groupedBars(input).alternative).toBe(
      'Plan en uitvoering. Staafdiagram met 2 categorieën; elke categorie toont Afgerond naast Gepland. ' +
        'In totaal: Afgerond 5 en Gepland 13. Het grootste verschil: Training (Afgerond 3, Gepland 9).',
    );
  });

  it('never adds up percentages', () => {
    const { alternative } = groupedBars({ ...input, language: 'en', measure: 'percentage' });
    expect(alternative).toContain('Afgerond: from 2% to 3%. Gepland: from 4% to 9%.');
    expect(alternative).not.toContain('In total');
  });

  it('is honest about zeros and about no data', () => {
    const only = (value: number | null) => ({ label: 'x', values: [value] });
    const one = (value: number | null): string =>
      groupedBars({ ...input, categories: ['Visie'], main: only(value), comparison: only(value) })
        .alternative;
    expect(one(0)).toContain('1 categorie;');
    expect(one(0)).toContain('Alle waarden zijn 0.');
    expect(one(null)).toContain('Er zijn geen gegevens.');
  });

  it.each([-1, NaN, Infinity])('refuses %d: no bar can show it', (value) => {
    expect(() => groupedBars({ ...input, main: { label: 'x', values: [1, value] } })).toThrow(RangeError);
  });

  it('refuses a series that does not match, a width without room and an id with a space', () => {
    expect(() => groupedBars({ ...input, main: { label: 'x', values: [1] } })).toThrow(RangeError);
    expect(() => groupedBars({ ...input, width: 100 })).toThrow(RangeError);
    expect(() => groupedBars({ ...input, id: 'a b' })).toThrow(RangeError);
  });
});
