import type { LegendEntry } from './legend.js';
import { drawLegend, legendSize } from './legend.js';
import { palette } from './palette.js';
import type { ChartInput } from './picture.js';
import { chartWidth, emptyPicture, moved, picture } from './picture.js';
import type { Rectangle } from './shapes.js';
import { line, partDisc } from './shapes.js';
import type { Chart, SvgNode } from './svg.js';
import { element } from './svg.js';
import { drawLines, lineHeight, textStyles, widest, wrapText } from './text.js';
import { listed, words } from './words.js';

export interface HeatMapCell {
  /** Stands in the cell, for example "3 van 5" or the judgement in a word. */
  readonly label: string;
  /** Place in the levels, from 0; `null` without a judgement. */
  readonly level: number | null;
}

export interface HeatMapRow {
  readonly label: string;
  /** One per column. */
  readonly cells: readonly HeatMapCell[];
}

export interface HeatMapInput extends ChartInput {
  /** What the rows are, for example "Thema"; stands above their labels. */
  readonly rowsTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatMapRow[];
  /** The words of the scale from lowest to highest; two or more. They make the legend. */
  readonly levels: readonly string[];
}

const gap = 4;
const gapToLabel = 12;
const gapUnderLegend = 16;
const tileLegend = { ...legendSize, swatchHeight: 21 };
const padding = 10;
const discRadius = 7.5;
const discGap = 8;
const labelShare = 0.38;
const leastRowHeight = 34;
const leastWidthBesideDisc = 100;
const cellStyle = textStyles.value;

/**
 * Rows by columns with a judgement in every cell, told three times: by tone, by a disc that fills up, in words.
 * @throws RangeError when a row does not match the columns or a level is not on the scale.
 */
export function heatMap(input: HeatMapInput): Chart {
  check(input);
  const { columns, rows, levels } = input;
  if (columns.length === 0 || rows.length === 0) return emptyPicture(input);

  const width = chartWidth(input);
  const labelWidth = width * Math.min(labelShare, 1.5 / (columns.length + 1));
  const labels = rows.map(({ label }) => wrapText(label, labelWidth, textStyles.label));
  const rowsTitle = wrapText(input.rowsTitle, labelWidth, textStyles.heading);
  const labelsEnd = Math.max(widest(labels.flat(), textStyles.label), widest(rowsTitle, textStyles.heading));
  const left = labelsEnd + gapToLabel;
  const columnWidth = (width - left + gap) / columns.length;
  const cellWidth = columnWidth - gap;
  const cellX = (column: number): number => left + column * columnWidth;

  const headers = columns.map((column) => wrapText(column, cellWidth, textStyles.heading));
  const headerLines = Math.max(rowsTitle.length, ...headers.map(({ length }) => length));
  const headerHeight = headerLines * lineHeight(textStyles.heading) + 6;
  const aboveBottom = (lines: readonly string[]): number =>
    headerHeight - 6 - (lines.length * lineHeight(textStyles.heading)) / 2;
  const grid: SvgNode[] = [
    ...drawLines(rowsTitle, textStyles.heading, { x: 0, middle: aboveBottom(rowsTitle) }),
    ...headers.flatMap((lines, column) =>
      drawLines(lines, textStyles.heading, { x: cellX(column), middle: aboveBottom(lines) }),
    ),
  ];

  let y = headerHeight;
  for (const [index, row] of rows.entries()) {
    const cells = row.cells.map((cell) => ({ ...cell, layout: layoutCell(cell.label, cellWidth) }));
    const label = labels[index] ?? [];
    const height = Math.max(
      leastRowHeight,
      label.length * lineHeight(textStyles.label) + 6,
      ...cells.map(({ layout }) => layout.height),
    );
    grid.push(...drawLines(label, textStyles.label, { x: 0, middle: y + height / 2 }));
    for (const [column, { level, layout }] of cells.entries()) {
      grid.push(...drawCell({ x: cellX(column), y, width: cellWidth, height }, level, levels.length, layout));
    }
    y += height + gap;
  }

  const legend = drawLegend(legendEntries(input), width, tileLegend);
  const top = legend.height + gapUnderLegend;
  return picture(input, {
    nodes: [...legend.nodes, moved(grid, 0, top)],
    height: top + y - gap,
    description: describe(input),
  });
}

interface CellLayout {
  readonly lines: readonly string[];
  /** In a narrow cell the disc stands above the words. */
  readonly besideDisc: boolean;
  readonly height: number;
}

function layoutCell(label: string, cellWidth: number): CellLayout {
  const besideDisc = cellWidth >= leastWidthBesideDisc;
  const room = besideDisc ? cellWidth - 2 * padding - 2 * discRadius - discGap : cellWidth - padding;
  const lines = wrapText(label, room, cellStyle);
  const textHeight = lines.length * lineHeight(cellStyle);
  return { lines, besideDisc, height: textHeight + padding + (besideDisc ? 0 : 2 * discRadius + 4) };
}

function drawCell(cell: Rectangle, level: number | null, levels: number, layout: CellLayout): SvgNode[] {
  const colour = level === null ? palette.muted : level === levels - 1 ? palette.paper : palette.text;
  const middle = cell.y + cell.height / 2;
  const tile = drawTile(cell, level, levels);
  if (layout.besideDisc) {
    const x = cell.x + padding + discRadius;
    const place = { x: x + discRadius + discGap, middle, colour };
    return [tile, ...drawDisc(x, middle, level, levels), ...drawLines(layout.lines, cellStyle, place)];
  }
  const x = cell.x + cell.width / 2;
  const top = middle - layout.height / 2 + padding / 2;
  const textTop = top + 2 * discRadius + 4;
  const textMiddle = textTop + (layout.lines.length * lineHeight(cellStyle)) / 2;
  const place = { x, middle: textMiddle, anchor: 'middle', colour } as const;
  return [
    tile,
    ...drawDisc(x, top + discRadius, level, levels),
    ...drawLines(layout.lines, cellStyle, place),
  ];
}

function drawTile(tile: Rectangle, level: number | null, levels: number): SvgNode {
  return element('rect', {
    x: tile.x + 0.5,
    y: tile.y + 0.5,
    width: tile.width - 1,
    height: tile.height - 1,
    rx: 3,
    fill: level === null ? palette.paper : tone(level, levels),
    stroke: level === null ? palette.axis : palette.strong,
    'stroke-width': 1,
    ...(level === null && { 'stroke-dasharray': '4 3' }),
  });
}

function drawDisc(x: number, y: number, level: number | null, levels: number): SvgNode[] {
  if (level === null) return [line(x - 5, y, x + 5, y, palette.muted, 2)];
  const top = level === levels - 1;
  return partDisc(x, y, discRadius - 0.75, level / (levels - 1), top ? palette.paper : palette.strong);
}

/**
 * From white to middle blue, all light enough for dark text; only the highest level is dark with white text.
 * So no tone falls in the range where neither text can be read.
 */
function tone(level: number, levels: number): string {
  if (level === levels - 1) return palette.strong;
  const part = level / Math.max(1, levels - 2);
  const channels = [1, 3, 5].map((start) => {
    const [from, to] = [palette.paper, palette.middle].map((colour) =>
      parseInt(colour.slice(start, start + 2), 16),
    );
    return Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * part);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function legendEntries({ rows, levels, language }: HeatMapInput): LegendEntry[] {
  const entry = (label: string, level: number | null): LegendEntry => ({
    label,
    draw: (tile) => [
      drawTile(tile, level, levels.length),
      ...drawDisc(tile.x + tile.width / 2, tile.y + tile.height / 2, level, levels.length),
    ],
  });
  const entries = levels.map((label, level) => entry(label, level));
  const missing = rows.some(({ cells }) => cells.some(({ level }) => level === null));
  return missing ? [...entries, entry(words[language].noJudgement, null)] : entries;
}

function describe({ rows, rowsTitle, columns, levels, language }: HeatMapInput): string {
  const speak = words[language];
  const perColumn = columns.map((column, index) => {
    const judged = rows.map(({ cells }) => cells[index]?.level ?? null);
    const count = (level: number | null): number => judged.filter((one) => one === level).length;
    const highestFirst = levels.map((label, level) => [label, count(level)] as const).toReversed();
    const counts = [...highestFirst, [speak.noJudgement, count(null)] as const].flatMap(([label, number]) =>
      number === 0 ? [] : [`${label} ${number}`],
    );
    return `${column}: ${counts.join(', ')}.`;
  });
  return [speak.heatMap(rows.length, rowsTitle, listed(columns, language)), ...perColumn].join(' ');
}

function check({ rows, columns, levels }: HeatMapInput): void {
  if (levels.length < 2) throw new RangeError('A scale has at least two levels');
  for (const { label, cells } of rows) {
    if (cells.length !== columns.length) {
      throw new RangeError(`Row "${label}" has ${cells.length} cells for ${columns.length} columns`);
    }
    const wrong = cells.find(({ level }) => level !== null && levels[level] === undefined);
    if (wrong) throw new RangeError(`Row "${label}" has a level that is not on the scale: ${wrong.level}`);
  }
}
