import type { SvgNode } from './svg.js';
import type { Rectangle } from './shapes.js';
import type { TextStyle } from './text.js';
import { drawLines, lineHeight, textStyles, widest, wrapText } from './text.js';

export interface LegendEntry {
  readonly label: string;
  readonly draw: (swatch: Rectangle) => readonly SvgNode[];
}

export interface LegendSize {
  readonly swatchWidth: number;
  readonly swatchHeight: number;
  readonly gapToLabel: number;
  readonly gapBetween: number;
  readonly rowGap: number;
  readonly style: TextStyle;
}

export const legendSize: LegendSize = {
  swatchWidth: 22,
  swatchHeight: 15,
  gapToLabel: 7,
  gapBetween: 18,
  rowGap: 6,
  style: textStyles.value,
};

export interface LegendBlock {
  readonly nodes: readonly SvgNode[];
  readonly width: number;
  readonly height: number;
}

/** Entries next to each other from the top left, on as many rows as they need. Words beside every swatch. */
export function drawLegend(
  entries: readonly LegendEntry[],
  maximumWidth: number,
  size = legendSize,
): LegendBlock {
  const { swatchWidth, swatchHeight, gapToLabel, gapBetween, rowGap, style } = size;
  const nodes: SvgNode[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const entry of entries) {
    const lines = wrapText(entry.label, maximumWidth - swatchWidth - gapToLabel, style);
    const entryWidth = swatchWidth + gapToLabel + widest(lines, style);
    if (x > 0 && x + entryWidth > maximumWidth) {
      y += rowHeight + rowGap;
      [x, rowHeight] = [0, 0];
    }
    const entryHeight = Math.max(swatchHeight, lines.length * lineHeight(style));
    const middle = y + entryHeight / 2;
    nodes.push(...entry.draw({ x, y: middle - swatchHeight / 2, width: swatchWidth, height: swatchHeight }));
    nodes.push(...drawLines(lines, style, { x: x + swatchWidth + gapToLabel, middle }));
    width = Math.max(width, x + entryWidth);
    x += entryWidth + gapBetween;
    rowHeight = Math.max(rowHeight, entryHeight);
  }
  return { nodes, width, height: y + rowHeight };
}
