import { formatCell } from '@weerbaar/core/figures';
import type { BarSeries } from './grouped-bars.js';
import type { ChartMeasure } from './bar-frame.js';
import { checkSeries } from './bar-frame.js';
import { drawLegend } from './legend.js';
import { palette } from './palette.js';
import type { ChartInput } from './picture.js';
import { chartWidth, emptyPicture, moved, picture } from './picture.js';
import { axisTicks } from './scale.js';
import { line } from './shapes.js';
import type { Chart, SvgNode } from './svg.js';
import { element, round } from './svg.js';
import { drawLines, lineHeight, textStyles, widest, wrapText } from './text.js';
import { listed, words } from './words.js';

export type LineSeries = BarSeries;

export interface LinesInput extends ChartInput {
  /** Points in time, oldest first, for example years. */
  readonly points: readonly string[];
  /** At most four; a missing value breaks the line. */
  readonly series: readonly LineSeries[];
  /** `count` unless given. */
  readonly measure?: ChartMeasure;
  /** Stands above the axis, for example "Aantal meldingen". */
  readonly axisTitle?: string;
}

const plotHeight = 210;
const gapUnderLegend = 14;
const gapToTick = 8;
const gapUnderAxis = 6;
const markerRadius = 5;
const roomForHighestMarker = 10;
const swatchWidth = 22;
const valueRowHeight = 22;
const valueStyle = textStyles.value;
const labelStyle = textStyles.label;

type Marker = (x: number, y: number) => SvgNode;

// Line and marker both differ, so that a series is known on a copy and where lines cross.
const manners: readonly { readonly dashes?: string; readonly marker: Marker }[] = [
  { marker: (x, y) => element('circle', { cx: x, cy: y, r: markerRadius, fill: palette.strong }) },
  {
    dashes: '7 4',
    marker: (x, y) =>
      shape(
        [
          [-5, -5],
          [5, -5],
          [5, 5],
          [-5, 5],
        ],
        x,
        y,
      ),
  },
  {
    dashes: '2 3',
    marker: (x, y) =>
      shape(
        [
          [0, -6],
          [6, 5],
          [-6, 5],
        ],
        x,
        y,
      ),
  },
  {
    dashes: '10 3 2 3',
    marker: (x, y) =>
      shape(
        [
          [0, -6.5],
          [6.5, 0],
          [0, 6.5],
          [-6.5, 0],
        ],
        x,
        y,
      ),
  },
];

/**
 * Lines over time from a zero axis, each with its own dashes and marker. The values stand in rows under the
 * points, where they can hide no marker; with too many points for that they are left to the table.
 * @throws RangeError for a negative value, more than four series, or a series that does not match the points.
 */
export function lines(input: LinesInput): Chart {
  const { points, series, language, measure = 'count' } = input;
  if (series.length > manners.length)
    throw new RangeError(`A line chart has at most ${manners.length} series`);
  for (const { label, values } of series) checkSeries(label, values, points.length);
  const values = series.flatMap((one) => known(one.values));
  if (values.length === 0) return emptyPicture(input);

  const width = chartWidth(input);
  const print = (value: number): string => formatCell(value, measure, language);
  const ticks = axisTicks(Math.max(...values), values.every(Number.isInteger), () => true);
  const left = Math.max(widest(ticks.map(print), textStyles.small), swatchWidth) + gapToTick;
  const slot = (width - left) / points.length;
  const place = {
    x: (index: number) => left + slot * (index + 0.5),
    y: (value: number) => plotHeight * (1 - value / (ticks.at(-1) ?? 1)),
  };

  const ground = ticks.flatMap((tick) => {
    const y = place.y(tick);
    const colour = tick === 0 ? palette.axis : palette.gridLine;
    const label = { x: left - gapToTick, middle: y, anchor: 'end', colour: palette.muted } as const;
    return [
      line(left, y, width, y, colour, tick === 0 ? 1.5 : 1),
      ...drawLines([print(tick)], textStyles.small, label),
    ];
  });
  const labels = points.map((point) => wrapText(point, slot - 6, labelStyle));
  const labelHeight = Math.max(...labels.map(({ length }) => length)) * lineHeight(labelStyle);
  const pointLabels = labels.flatMap((text, index) => {
    const middle = plotHeight + gapUnderAxis + (text.length * lineHeight(labelStyle)) / 2;
    return drawLines(text, labelStyle, { x: place.x(index), middle, anchor: 'middle' });
  });
  const drawn = series.flatMap((one, index) => drawSeries(one.values, index, place));
  const valuesTop = plotHeight + gapUnderAxis + labelHeight + 4;
  const texts = series.map((one) => one.values.map((value) => formatCell(value, measure, language)));
  const valuesFit = widest(texts.flat(), valueStyle) + 8 <= slot;
  const valueRows = valuesFit ? drawValueRows(texts, place.x, valuesTop) : [];
  const valuesHeight = valuesFit ? series.length * valueRowHeight : 0;

  const legend = drawLegend(
    series.map(({ label }, index) => ({
      label,
      draw: ({ x, y, height }) => drawSwatch(index, x, y + height / 2),
    })),
    width,
  );
  const title = input.axisTitle ? wrapText(input.axisTitle, width, textStyles.small) : [];
  const titleHeight = title.length * lineHeight(textStyles.small);
  const titleTop = legend.height + gapUnderLegend;
  const titlePlace = { x: 0, middle: titleTop + titleHeight / 2, colour: palette.muted };
  const under = titleTop + titleHeight + roomForHighestMarker;
  return picture(input, {
    nodes: [
      ...legend.nodes,
      ...drawLines(title, textStyles.small, titlePlace),
      moved([...ground, ...pointLabels, ...drawn, ...valueRows], 0, under),
    ],
    height: under + valuesTop + valuesHeight,
    description: describe(input, print),
  });
}

interface Place {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

function drawSeries(values: readonly (number | null)[], index: number, place: Place): SvgNode[] {
  let steps = '';
  let pen: 'M' | 'L' = 'M';
  for (const [point, value] of values.entries()) {
    if (value !== null) steps += `${pen}${round(place.x(point))} ${round(place.y(value))}`;
    pen = value === null ? 'M' : 'L';
  }
  const markers = values.flatMap((value, point) =>
    value === null ? [] : marker(index, place.x(point), place.y(value)),
  );
  return steps === '' ? markers : [path(steps, index), ...markers];
}

function drawValueRows(
  texts: readonly (readonly string[])[],
  x: (index: number) => number,
  top: number,
): SvgNode[] {
  return texts.flatMap((row, index) => {
    const middle = top + (index + 0.5) * valueRowHeight;
    const values = row.flatMap((text, point) =>
      drawLines([text], valueStyle, { x: x(point), middle, anchor: 'middle' }),
    );
    return [...drawSwatch(index, 0, middle), ...values];
  });
}

function drawSwatch(index: number, x: number, middle: number): SvgNode[] {
  const stroke = path(`M${round(x)} ${round(middle)}h${swatchWidth}`, index);
  return [stroke, ...marker(index, x + swatchWidth / 2, middle)];
}

function path(d: string, index: number): SvgNode {
  const dashes = manners[index]?.dashes;
  return element('path', {
    d,
    fill: 'none',
    stroke: palette.strong,
    'stroke-width': 2.25,
    ...(dashes !== undefined && { 'stroke-dasharray': dashes }),
  });
}

function marker(index: number, x: number, y: number): SvgNode[] {
  const manner = manners[index];
  return manner ? [manner.marker(x, y)] : [];
}

/** Hollow, so that it differs from the round marker in more than its outline. */
function shape(corners: readonly (readonly [number, number])[], x: number, y: number): SvgNode {
  const points = corners.map(([dx, dy]) => `${round(x + dx)},${round(y + dy)}`).join(' ');
  return element('polygon', { points, fill: palette.paper, stroke: palette.strong, 'stroke-width': 2 });
}

function describe({ points, series, language }: LinesInput, print: (value: number) => string): string {
  const speak = words[language];
  const labels = series.map(({ label }) => label);
  const kind = speak.lines(points[0] ?? '', points.at(-1) ?? '', listed(labels, language));
  const courses = series.map(({ label, values }) => {
    const course = values.flatMap((value, index) =>
      value === null ? [] : [`${points[index]} ${print(value)}`],
    );
    return `${label}: ${course.length > 0 ? course.join(', ') : speak.notKnown}.`;
  });
  return [kind, ...courses].join(' ');
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
