import type { Language } from '@weerbaar/core/figures';
import * as fc from 'fast-check';
import { groupedBars } from './grouped-bars.js';
import { heatMap } from './heat-map.js';
import { lines } from './lines.js';
import { stackedBars } from './stacked-bars.js';
import type { Chart, SvgNode } from './svg.js';
import { toSvgText } from './svg.js';
import { descendants, textIn } from './testing.js';
import { textWidth } from './text.js';

// What holds for every chart, whatever the labels and the numbers: real words are long, real counts are 0.

const label = fc.oneof(
  fc.constantFrom(
    'Training en bewustwording',
    'Nevenwerkzaamhedenregistratiebeoordelingscommissievoorbestuur',
    'Beoordelen van nevenwerkzaamheden van leidinggevende ambtenaren',
    'Q1',
    '<b>&"\'',
  ),
  fc.string({ unit: fc.constantFrom(...'abemiW é-'), minLength: 1, maxLength: 60 }),
);
const value = fc.oneof(fc.constantFrom(0, 1, 3), fc.nat(40), fc.constantFrom(10_000, 123_456.5));
const base = {
  id: fc.constant('chart'),
  title: label,
  language: fc.constantFrom<Language>('nl', 'en'),
  width: fc.constantFrom(320, 480, 680),
};

function series<T>(
  one: fc.Arbitrary<T>,
  categories: number,
): fc.Arbitrary<{ readonly label: string; readonly values: T[] }> {
  return fc.record({ label, values: fc.array(one, { minLength: categories, maxLength: categories }) });
}

const categories = fc.integer({ min: 0, max: 20 });
const names = (count: number): fc.Arbitrary<string[]> =>
  fc.array(label, { minLength: count, maxLength: count });
const valueOrNull = fc.option(value, { nil: null });

const charts: Readonly<Record<string, fc.Arbitrary<Chart>>> = {
  groupedBars: categories.chain((count) =>
    fc
      .record({
        ...base,
        categories: names(count),
        main: series(valueOrNull, count),
        comparison: series(valueOrNull, count),
        measure: fc.constantFrom('count' as const, 'euro' as const, 'percentage' as const),
        axisTitle: label,
      })
      .map(groupedBars),
  ),
  stackedBars: categories.chain((count) =>
    fc
      .record({
        ...base,
        categories: names(count),
        series: fc.array(series(value, count), { maxLength: 8 }),
        measure: fc.constantFrom('count' as const, 'hours' as const),
        axisTitle: label,
      })
      .map(stackedBars),
  ),
  heatMap: fc.integer({ min: 1, max: 3 }).chain((columns) =>
    fc
      .record({
        ...base,
        rowsTitle: label,
        columns: names(columns),
        levels: fc.array(label, { minLength: 5, maxLength: 5 }),
        rows: fc.array(
          fc.record({
            label,
            cells: fc.array(fc.record({ label, level: fc.option(fc.nat(4), { nil: null }) }), {
              minLength: columns,
              maxLength: columns,
            }),
          }),
          { maxLength: 20 },
        ),
      })
      .map(heatMap),
  ),
  lines: fc.integer({ min: 0, max: 6 }).chain((count) =>
    fc
      .record({
        ...base,
        points: names(count),
        series: fc.array(series(valueOrNull, count), { maxLength: 4 }),
        axisTitle: label,
      })
      .map(lines),
  ),
};

describe.each(Object.entries(charts))('%s', (_, chart) => {
  it('keeps every text inside the picture', () => {
    fc.assert(
      fc.property(chart, ({ svg, width, height }) => {
        for (const box of textBoxes(svg)) {
          expect(box.left, box.text).toBeGreaterThanOrEqual(-0.01);
          expect(box.right, box.text).toBeLessThanOrEqual(width + 0.01);
          expect(box.top, box.text).toBeGreaterThanOrEqual(-0.01);
          expect(box.bottom, box.text).toBeLessThanOrEqual(height + 0.01);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lets no text lie over another', () => {
    fc.assert(
      fc.property(chart, ({ svg }) => {
        const boxes = textBoxes(svg);
        for (const [index, one] of boxes.entries()) {
          const hidden = boxes.slice(index + 1).find((other) => overlaps(one, other));
          expect(hidden && `${one.text} | ${hidden.text}`).toBeUndefined();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('draws the same picture from the same data, without style, script or reference', () => {
    fc.assert(
      fc.property(chart, ({ svg }) => {
        const text = toSvgText(svg, { fontFamily: 'Source Sans 3' });
        expect(toSvgText(structuredClone(svg), { fontFamily: 'Source Sans 3' })).toBe(text);
        for (const node of descendants(svg)) {
          expect([
            'svg',
            'title',
            'desc',
            'g',
            'rect',
            'line',
            'path',
            'circle',
            'polygon',
            'text',
          ]).toContain(node.tag);
          expect(Object.keys(node.attributes)).not.toContain('style');
        }
        expect(text).not.toContain('url(');
      }),
      { numRuns: 30 },
    );
  });

  it('says what it shows', () => {
    fc.assert(
      fc.property(chart, ({ svg, title, alternative }) => {
        const [heading, description] = descendants(svg).filter(
          ({ tag }) => tag === 'title' || tag === 'desc',
        );
        expect(svg.attributes['aria-labelledby']).toBe(
          `${heading?.attributes.id} ${description?.attributes.id}`,
        );
        expect(heading?.children).toEqual([title]);
        expect(description && textIn(description)).not.toBe('');
        expect(alternative).toContain(description && textIn(description));
        expect(alternative).not.toMatch(/undefined|NaN|null/u);
      }),
      { numRuns: 30 },
    );
  });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Boxes from the base line to the height of a capital: what a reader sees of most letters. */
function textBoxes(node: SvgNode, dx = 0, dy = 0): Box[] {
  const [, x = '0', y = '0'] = /^translate\((\S+) (\S+)\)$/u.exec(`${node.attributes.transform ?? ''}`) ?? [];
  const [left, top] = [dx + Number(x), dy + Number(y)];
  if (node.tag === 'text') return textIn(node) === '' ? [] : [textBox(node, left, top)];
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : textBoxes(child, left, top)));
}

function textBox(node: SvgNode, dx: number, dy: number): Box {
  const { attributes } = node;
  const text = textIn(node);
  const size = Number(attributes['font-size']);
  const width = textWidth(text, { size, weight: attributes['font-weight'] === 600 ? 600 : 400 });
  const shift = { start: 0, middle: width / 2, end: width }[`${attributes['text-anchor']}`] ?? 0;
  const left = Number(attributes.x) + dx - shift;
  const bottom = Number(attributes.y) + dy;
  return { text, left, right: left + width, top: bottom - 0.66 * size, bottom };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
