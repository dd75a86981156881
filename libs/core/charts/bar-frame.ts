import type { Language, Measure } from '@weerbaar/core/figures';
import { formatCell } from '@weerbaar/core/figures';
import { palette } from './palette.js';
import { axisTicks } from './scale.js';
import { line } from './shapes.js';
import type { SvgNode } from './svg.js';
import { drawLines, lineHeight, textStyles, textWidth, widest, wrapText } from './text.js';

/** Measures a bar can show. */
export type ChartMeasure = Extract<Measure, 'count' | 'percentage' | 'euro' | 'hours'>;

export interface BarFrameInput {
  readonly width: number;
  readonly language: Language;
  readonly measure: ChartMeasure;
  readonly categories: readonly string[];
  /** Every value drawn or totalled: they set the scale. */
  readonly values: readonly number[];
  /** Height of what is drawn for each category. */
  readonly barHeights: readonly number[];
  /** The upper part of that height, on which the category label is centred. */
  readonly labelledHeight: number;
  /** Room right of the longest bar for the text behind it. */
  readonly roomForValues: number;
  readonly axisTitle?: string;
}

export interface BarFrame {
  /** Grid lines, axis and category labels: to be drawn before the bars. */
  readonly ground: readonly SvgNode[];
  /** The line at zero: to be drawn after the bars. */
  readonly zeroLine: SvgNode;
  /** Where the bars of each category begin. */
  readonly tops: readonly number[];
  readonly left: number;
  readonly right: number;
  /** Units of length for a value. */
  readonly lengthOf: (value: number) => number;
  readonly height: number;
}

const gapToLabel = 12;
const rowGap = 14;
const tickLength = 5;
const labelShare = 0.36;
const gapBetweenTicks = 16;

/** Category labels left, lying bars right of a zero line, and a value axis below: shared by all bar charts. */
export function barFrame(input: BarFrameInput): BarFrame {
  const { width, language, measure } = input;
  const labelStyle = textStyles.label;
  const labels = input.categories.map((label) => wrapText(label, width * labelShare, labelStyle));
  const format = (value: number): string => formatCell(value, measure, language);
  // Where the categories have no names, the number at the zero line still needs its half.
  const zero = textWidth(format(0), textStyles.small) / 2;
  const left = Math.max(widest(labels.flat(), labelStyle) + gapToLabel, zero);
  const right = width - input.roomForValues;

  const whole = input.values.every(Number.isInteger);
  const ticks = axisTicks(Math.max(0, ...input.values), whole, (candidate) => {
    const room = (right - left) / (candidate.length - 1);
    return widest(candidate.map(format), textStyles.small) + gapBetweenTicks <= room;
  });
  const end = ticks.at(-1) ?? 1;
  const lengthOf = (value: number): number => (value / end) * (right - left);

  const tops: number[] = [];
  const labelMiddles: number[] = [];
  let bottom = 0;
  for (const [index, lines] of labels.entries()) {
    const barHeight = input.barHeights[index] ?? 0;
    const labelHeight = lines.length * lineHeight(labelStyle);
    // A label higher than what it is centred on sticks out above and below; the row makes room for both.
    const above = Math.max(0, (labelHeight - input.labelledHeight) / 2);
    const top = bottom + rowGap / 2 + above;
    tops.push(top);
    labelMiddles.push(top + input.labelledHeight / 2);
    bottom = top + Math.max(barHeight, input.labelledHeight + above) + rowGap / 2;
  }

  const ground: SvgNode[] = [];
  for (const tick of ticks) {
    const x = left + lengthOf(tick);
    ground.push(line(x, 0, x, bottom + tickLength, palette.gridLine));
    ground.push(...tickLabel(format(tick), x, bottom, width));
  }
  labels.forEach((lines, index) => {
    const middle = labelMiddles[index] ?? 0;
    ground.push(...drawLines(lines, labelStyle, { x: left - gapToLabel, middle, anchor: 'end' }));
  });
  const axisTitle = wrapText(input.axisTitle ?? '', width, textStyles.small);
  const tickBottom = bottom + tickLength + 2 + lineHeight(textStyles.small);
  const titleHeight = input.axisTitle ? axisTitle.length * lineHeight(textStyles.small) : 0;
  if (input.axisTitle) {
    const middle = tickBottom + titleHeight / 2;
    const centre = (left + right) / 2;
    const half = widest(axisTitle, textStyles.small) / 2;
    const x = Math.max(half, Math.min(centre, width - half));
    ground.push(
      ...drawLines(axisTitle, textStyles.small, { x, middle, anchor: 'middle', colour: palette.muted }),
    );
  }

  return {
    ground,
    zeroLine: line(left, 0, left, bottom + tickLength, palette.axis, 1.5),
    tops,
    left,
    right,
    lengthOf,
    height: tickBottom + titleHeight,
  };
}

/** Centred under its line, but never over the edge of the picture. */
function tickLabel(text: string, x: number, bottom: number, width: number): SvgNode[] {
  const style = textStyles.small;
  const half = textWidth(text, style) / 2;
  const middle = bottom + tickLength + 2 + lineHeight(style) / 2;
  return drawLines([text], style, {
    x: Math.min(x, width - half),
    middle,
    anchor: 'middle',
    colour: palette.muted,
  });
}

/**
 * @throws RangeError for a value no bar can have, or a series that does not match the categories.
 */
export function checkSeries(label: string, values: readonly (number | null)[], categories: number): void {
  if (values.length !== categories) {
    throw new RangeError(`Series "${label}" has ${values.length} values for ${categories} categories`);
  }
  const wrong = values.find((value) => value !== null && !(Number.isFinite(value) && value >= 0));
  if (wrong !== undefined) throw new RangeError(`Series "${label}" has a value without a bar: ${wrong}`);
}
