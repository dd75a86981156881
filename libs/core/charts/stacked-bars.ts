import { formatCell } from '@weerbaar/core/figures';
import type { BarFrame, ChartMeasure } from './bar-frame.js';
import { barFrame, checkSeries } from './bar-frame.js';
import type { LegendBlock, LegendSize } from './legend.js';
import { drawLegend } from './legend.js';
import type { ChartInput } from './picture.js';
import { chartWidth, emptyPicture, moved, picture } from './picture.js';
import type { Fill, Rectangle } from './shapes.js';
import { filledRectangle, fills, needsPlate, plate, textColourOn } from './shapes.js';
import type { Chart, SvgNode } from './svg.js';
import { drawLines, textStyles, textWidth, widest } from './text.js';
import { listed, words } from './words.js';

export interface StackSeries {
  readonly label: string;
  /** One per category, 0 or more. */
  readonly values: readonly number[];
  /** Keeps a status recognisable over several charts; by its place in the series unless given. */
  readonly fill?: Fill;
}

export interface StackedBarsInput extends ChartInput {
  readonly categories: readonly string[];
  /** From left to right in the bar; at most eight. */
  readonly series: readonly StackSeries[];
  /** `count` unless given. A stack adds up, so no percentages. */
  readonly measure?: Exclude<ChartMeasure, 'percentage'>;
  /** Stands under the axis, for example "Aantal acties". */
  readonly axisTitle?: string;
}

const barHeight = 30;
const gapToTotal = 8;
const gapUnderLegend = 14;
const roomInSegment = 4;
const gapUnderBar = 4;
const gapToZeroLine = 3;
const valueStyle = textStyles.strongValue;
const smallLegend: LegendSize = {
  swatchWidth: 12,
  swatchHeight: 10,
  gapToLabel: 4,
  gapBetween: 10,
  rowGap: 2,
  style: textStyles.small,
};
const categoriesSpokenInFull = 6;

interface Segment {
  readonly fill: Fill;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly fits: boolean;
}

/**
 * Lying bars, one per category, divided into statuses. Each part has its own pattern and its number; a number too
 * wide for its part stands below the bar, beside the pattern. The total stands behind the bar.
 * @throws RangeError for a negative value, more than eight series, or a series that does not match the categories.
 */
export function stackedBars(input: StackedBarsInput): Chart {
  const { categories, language, measure = 'count' } = input;
  const series = input.series.map((one, index) => ({ ...one, fill: one.fill ?? defaultFill(index) }));
  for (const one of series) checkSeries(one.label, one.values, categories.length);
  if (categories.length === 0 || series.length === 0) return emptyPicture(input);

  const width = chartWidth(input);
  const print = (value: number): string => formatCell(value, measure, language);
  const totals = categories.map((_, index) => total(series, index));
  const frameFor = (barHeights: readonly number[]): BarFrame =>
    barFrame({
      width,
      language,
      measure,
      categories,
      values: totals,
      barHeights,
      labelledHeight: barHeight,
      roomForValues: gapToTotal + widest(totals.map(print), valueStyle) + 2,
      ...(input.axisTitle !== undefined && { axisTitle: input.axisTitle }),
    });
  // The places along the bar do not depend on the heights, but the heights on which numbers fit.
  const draft = frameFor([]);
  const stacks = stacksIn(draft, series, print, categories.length).map((segments) => ({
    segments,
    small: smallNumbers(segments, width - draft.left),
  }));
  const frame = frameFor(
    stacks.map(({ small }) => barHeight + (small ? gapUnderBar + small.block.height : 0)),
  );

  const bars = stacks.flatMap(({ segments, small }, index) => {
    const y = frame.tops[index] ?? 0;
    const sum = totals[index] ?? 0;
    return [
      ...segments.flatMap((segment) => drawSegment(segment, y)),
      ...(small ? [drawSmallNumbers(small, y + barHeight + gapUnderBar, width)] : []),
      ...drawTotal(print(sum), frame.left + frame.lengthOf(sum), y),
    ];
  });
  const legend = drawLegend(
    series.map(({ label, fill }) => ({ label, draw: (swatch) => filledRectangle(swatch, fill) })),
    width,
  );
  const under = legend.height + gapUnderLegend;
  return picture(input, {
    nodes: [...legend.nodes, moved([...frame.ground, ...bars, frame.zeroLine], 0, under)],
    height: under + frame.height,
    description: describe(input, print),
  });
}

function defaultFill(index: number): Fill {
  const fill = fills[index];
  // More patterns than these cannot be told apart on paper.
  if (!fill) throw new RangeError(`A stack has at most ${fills.length} series`);
  return fill;
}

function stacksIn(
  { left, lengthOf }: BarFrame,
  series: readonly (StackSeries & { readonly fill: Fill })[],
  print: (value: number) => string,
  categories: number,
): Segment[][] {
  return Array.from({ length: categories }, (_, index) => {
    let x = left;
    return series.flatMap(({ values, fill }) => {
      const value = values[index] ?? 0;
      if (value === 0) return [];
      const segment = segmentAt(x, lengthOf(value), print(value), fill);
      x += segment.width;
      return [segment];
    });
  });
}

function segmentAt(x: number, width: number, text: string, fill: Fill): Segment {
  const fits = textWidth(text, valueStyle) + 2 * roomInSegment + 2 <= width;
  return { fill, text, x, width, fits };
}

function drawSegment({ fill, text, x, width, fits }: Segment, y: number): SvgNode[] {
  const nodes = filledRectangle({ x, y, width, height: barHeight }, fill);
  if (!fits) return nodes;
  const [centre, middle] = [x + width / 2, y + barHeight / 2];
  if (needsPlate(fill)) {
    const plateWidth = textWidth(text, valueStyle) + 2 * roomInSegment - 2;
    nodes.push(plate({ x: centre - plateWidth / 2, y: y + 6, width: plateWidth, height: barHeight - 12 }));
  }
  const place = { x: centre, middle, anchor: 'middle', colour: textColourOn(fill) } as const;
  return [...nodes, ...drawLines([text], valueStyle, place)];
}

interface SmallNumbers {
  readonly block: LegendBlock;
  /** Where the first part without its number begins. */
  readonly from: number;
}

/** The numbers that do not fit, each beside the pattern of its part: slivers cannot be pointed at one by one. */
function smallNumbers(segments: readonly Segment[], room: number): SmallNumbers | undefined {
  const small = segments.filter(({ fits }) => !fits);
  const [first] = small;
  if (!first) return undefined;
  const entries = small.map(({ text, fill }) => ({
    label: text,
    draw: (swatch: Rectangle) => filledRectangle(swatch, fill),
  }));
  return { block: drawLegend(entries, room - gapToZeroLine, smallLegend), from: first.x };
}

function drawSmallNumbers({ block, from }: SmallNumbers, y: number, right: number): SvgNode {
  const x = Math.min(from + gapToZeroLine, right - block.width);
  const ground = plate({ x: -2, y: 0, width: block.width + 4, height: block.height });
  return moved([ground, ...block.nodes], x, y);
}

function drawTotal(text: string, end: number, y: number): SvgNode[] {
  const x = end + gapToTotal;
  const ground = plate({
    x: x - 3,
    y: y + 6,
    width: textWidth(text, valueStyle) + 6,
    height: barHeight - 12,
  });
  return [ground, ...drawLines([text], valueStyle, { x, middle: y + barHeight / 2 })];
}

function describe(
  { categories, series, language }: StackedBarsInput,
  print: (value: number) => string,
): string {
  const speak = words[language];
  const labels = series.map(({ label }) => label);
  const kind = speak.stackedBars(categories.length, listed(labels, language));
  const totals = categories.map((_, index) => total(series, index));
  if (totals.every((value) => value === 0)) return `${kind} ${speak.allZero}`;
  const perSeries = series.map(
    ({ label, values }) => `${label} ${print(values.reduce((sum, one) => sum + one, 0))}`,
  );
  const whole = speak.total(listed(perSeries, language));
  if (categories.length > categoriesSpokenInFull) return `${kind} ${whole}`;
  const perCategory = categories.map((category, index) => {
    const parts = series.flatMap(({ label, values }) => {
      const value = values[index] ?? 0;
      return value === 0 ? [] : [`${label} ${print(value)}`];
    });
    return `${category}: ${print(totals[index] ?? 0)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
  });
  return `${kind} ${perCategory.join('; ')}. ${whole}`;
}

function total(series: readonly StackSeries[], index: number): number {
  return series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
}
