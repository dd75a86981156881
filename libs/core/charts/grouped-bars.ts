import { formatCell } from '@weerbaar/core/figures';
import type { BarFrame, ChartMeasure } from './bar-frame.js';
import { barFrame, checkSeries } from './bar-frame.js';
import { drawLegend } from './legend.js';
import type { ChartInput } from './picture.js';
import { chartWidth, emptyPicture, moved, picture } from './picture.js';
import type { Fill } from './shapes.js';
import { filledRectangle, plate } from './shapes.js';
import type { Chart, SvgNode } from './svg.js';
import type { TextStyle } from './text.js';
import { drawLines, textStyles, textWidth, widest } from './text.js';
import { listed, words } from './words.js';

export interface BarSeries {
  readonly label: string;
  /** One per category, 0 or more; `null` where it is not known. */
  readonly values: readonly (number | null)[];
}

export interface GroupedBarsInput extends ChartInput {
  readonly categories: readonly string[];
  /** The series it is about, drawn solid. */
  readonly main: BarSeries;
  /** What it is held against, drawn hatched. */
  readonly comparison: BarSeries;
  /** `count` unless given. */
  readonly measure?: ChartMeasure;
  /** Stands under the axis, for example "Aantal acties". */
  readonly axisTitle?: string;
}

const barHeight = 15;
const barGap = 2;
const groupHeight = 2 * barHeight + barGap;
const gapToValue = 6;
const gapUnderLegend = 14;

/**
 * Lying bars, two per category, with their values.
 * @throws RangeError for a negative value or a series that does not match the categories.
 */
export function groupedBars(input: GroupedBarsInput): Chart {
  const { categories, main, comparison, language, measure = 'count' } = input;
  for (const series of [main, comparison]) checkSeries(series.label, series.values, categories.length);
  if (categories.length === 0) return emptyPicture(input);

  const width = chartWidth(input);
  const values = known([...main.values, ...comparison.values]);
  const legend = drawLegend(
    [
      { label: main.label, draw: (swatch) => filledRectangle(swatch, 'solid') },
      { label: comparison.label, draw: (swatch) => filledRectangle(swatch, 'hatched') },
    ],
    width,
  );
  const texts = [...main.values, ...comparison.values].map((value) => formatCell(value, measure, language));
  const frame = barFrame({
    width,
    language,
    measure,
    categories,
    values,
    barHeights: categories.map(() => groupHeight),
    labelledHeight: groupHeight,
    roomForValues: gapToValue + widest(texts, textStyles.strongValue) + 2,
    ...(input.axisTitle !== undefined && { axisTitle: input.axisTitle }),
  });

  const bars = frame.tops.flatMap((top, index) => {
    const draw = (series: BarSeries, fill: Fill, y: number, style: TextStyle): SvgNode[] => {
      const value = series.values[index] ?? null;
      return bar(frame, { value, text: formatCell(value, measure, language), fill, y, style });
    };
    return [
      ...draw(main, 'solid', top, textStyles.strongValue),
      ...draw(comparison, 'hatched', top + barHeight + barGap, textStyles.value),
    ];
  });
  const under = legend.height + gapUnderLegend;
  return picture(input, {
    nodes: [...legend.nodes, moved([...frame.ground, ...bars, frame.zeroLine], 0, under)],
    height: under + frame.height,
    description: describe(input, measure),
  });
}

interface Bar {
  readonly value: number | null;
  readonly text: string;
  readonly fill: Fill;
  readonly y: number;
  readonly style: TextStyle;
}

function bar({ left, lengthOf }: BarFrame, { value, text, fill, y, style }: Bar): SvgNode[] {
  const length = lengthOf(value ?? 0);
  const x = left + length + gapToValue;
  // Grid lines would run through the digits.
  const ground = plate({ x: x - 3, y: y + 1, width: textWidth(text, style) + 6, height: barHeight - 2 });
  const label = [ground, ...drawLines([text], style, { x, middle: y + barHeight / 2 })];
  if (length === 0) return label;
  return [...filledRectangle({ x: left, y, width: length, height: barHeight }, fill), ...label];
}

function describe(input: GroupedBarsInput, measure: ChartMeasure): string {
  const { categories, main, comparison, language } = input;
  const speak = words[language];
  const kind = speak.groupedBars(categories.length, main.label, comparison.label);
  const values = known([...main.values, ...comparison.values]);
  if (values.length > 0 && values.every((value) => value === 0)) return `${kind} ${speak.allZero}`;
  const print = (value: number): string => formatCell(value, measure, language);
  const summary = [main, comparison].flatMap((series) => {
    const numbers = known(series.values);
    if (numbers.length === 0) return [];
    // A sum of percentages means nothing.
    if (measure !== 'percentage') return [`${series.label} ${print(sum(numbers))}`];
    return [speak.range(series.label, print(Math.min(...numbers)), print(Math.max(...numbers)))];
  });
  if (summary.length === 0) return `${kind} ${speak.noData}`;
  const whole = measure === 'percentage' ? summary.join(' ') : speak.total(listed(summary, language));
  return [kind, whole, ...largestDifference(input, print)].join(' ');
}

function largestDifference(input: GroupedBarsInput, print: (value: number) => string): string[] {
  const { categories, main, comparison, language } = input;
  const pairs = categories.flatMap((category, index) => {
    const [one, other] = [main.values[index] ?? null, comparison.values[index] ?? null];
    return one === null || other === null ? [] : [{ category, one, other, gap: Math.abs(one - other) }];
  });
  const largest = pairs.reduce<(typeof pairs)[number] | undefined>(
    (found, pair) => (pair.gap > (found?.gap ?? 0) ? pair : found),
    undefined,
  );
  if (!largest || categories.length < 2) return [];
  const values = `${main.label} ${print(largest.one)}, ${comparison.label} ${print(largest.other)}`;
  return [words[language].largestDifference(largest.category, values)];
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
