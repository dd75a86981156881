import { palette } from './palette.js';
import { fills } from './shapes.js';
import type { StackedBarsInput } from './stacked-bars.js';
import { stackedBars } from './stacked-bars.js';
import { drawnTexts, nodesOf, textIn } from './testing.js';
import { textStyles, textWidth } from './text.js';

const input: StackedBarsInput = {
  id: 'quarters',
  title: 'Acties per kwartaal',
  language: 'nl',
  categories: ['Kwartaal 1', 'Kwartaal 2'],
  series: [
    { label: 'Afgerond', values: [9, 5] },
    { label: 'Loopt', values: [0, 7] },
  ],
};

describe('stackedBars', () => {
  it('writes the number of every part and the total of every bar', () => {
    const texts = drawnTexts(stackedBars(input)).filter((text) => /^\d+$/u.test(text));
    const axis = ['0', '2', '4', '6', '8', '10', '12'];
    expect(texts.toSorted()).toEqual([...axis, '9', '9', '5', '7', '12'].toSorted());
  });

  it('keeps the number of a part that is too small for it', () => {
    const series = [
      { label: 'Afgerond', values: [9_999, 0] },
      { label: 'Loopt', values: [3, 0] },
    ];
    const texts = drawnTexts(stackedBars({ ...input, series }));
    expect(texts).toEqual(expect.arrayContaining(['9.999', '3', '10.002']));
  });

  it('draws the parts of a bar end to end', () => {
    const chart = stackedBars(input);
    const parts = nodesOf(chart, 'rect').filter(({ attributes }) => attributes.height === 29);
    const [, done, running] = parts.map(({ attributes }) => ({
      x: Number(attributes.x),
      width: Number(attributes.width),
    }));
    expect(parts).toHaveLength(3);
    expect((done?.x ?? 0) + (done?.width ?? 0) + 1).toBeCloseTo(running?.x ?? 0, 6);
    expect((running?.width ?? 0) + 1).toBeCloseTo((((done?.width ?? 0) + 1) * 7) / 5, 6);
  });

  it('keeps the fill a status asks for', () => {
    const solid = (chart: ReturnType<typeof stackedBars>): number =>
      nodesOf(chart, 'rect').filter(({ attributes }) => attributes.fill === palette.strong).length;
    const plain = input.series.map((one) => ({ ...one, fill: 'plain' as const }));
    expect(solid(stackedBars(input))).toBeGreaterThan(0);
    expect(solid(stackedBars({ ...input, series: plain }))).toBe(0);
  });

  it('tells every bar when there are few, and the totals always', () => {
    expect(stackedBars(input).alternative).toBe(
      'Acties per kwartaal. Gestapelde staven voor 2 categorieën, verdeeld in Afgerond en Loopt. ' +
        'Kwartaal 1: 9 (Afgerond 9); Kwartaal 2: 12 (Afgerond 5, Loopt 7). In totaal: Afgerond 14 en Loopt 7.',
    );
    const many = Array.from({ length: 20 }, (_, index) => `Team ${index + 1}`);
    const { alternative } = stackedBars({
      ...input,
      categories: many,
      series: [{ label: 'Afgerond', values: many.map(() => 1) }],
    });
    expect(alternative).toContain('In totaal: Afgerond 20.');
    expect(alternative).not.toContain('Team 1');
  });

  it('shows a bar without anything as 0', () => {
    const zero = { ...input, series: [{ label: 'Afgerond', values: [0, 0] }] };
    expect(stackedBars(zero).alternative).toContain('Alle waarden zijn 0.');
    expect(drawnTexts(stackedBars(zero)).filter((text) => text === '0')).toHaveLength(3);
  });

  it('keeps the number at the zero line inside the picture when no category has a name', () => {
    const series = [{ label: 'Uren', values: [0] }];
    const chart = stackedBars({ ...input, categories: [''], series, measure: 'hours' });
    const zero = nodesOf(chart, 'text').find((node) => textIn(node).startsWith('0'));
    const half = textWidth('0 uur', textStyles.small) / 2;
    expect(Number(zero?.attributes.x)).toBeGreaterThanOrEqual(half);
  });

  it('refuses more series than there are patterns, and values no bar can show', () => {
    const many = [...fills, 'one more'].map((label) => ({ label, values: [1, 1] }));
    expect(() => stackedBars({ ...input, series: many })).toThrow(RangeError);
    expect(() => stackedBars({ ...input, series: [{ label: 'x', values: [1, -1] }] })).toThrow(RangeError);
  });
});
