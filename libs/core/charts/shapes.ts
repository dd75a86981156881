import { palette } from './palette.js';
import type { SvgNode } from './svg.js';
import { element, round } from './svg.js';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How an area is told from its neighbours without colour, in the order in which series take them: neighbours in
 * this order differ most when printed in black and white.
 */
export const fills = [
  'solid',
  'hatched',
  'light',
  'dotted',
  'plain',
  'crossed',
  'reversed',
  'ruled',
] as const;

export type Fill = (typeof fills)[number];

const outline = 1;

/**
 * A rectangle with its fill. Patterns are drawn as lines cut off at the edge: nothing to define and refer to, so
 * pictures on one page cannot mix, and every viewer draws them alike.
 */
export function filledRectangle(rectangle: Rectangle, fill: Fill): SvgNode[] {
  const ground = fill === 'solid' ? palette.strong : fill === 'light' ? palette.middle : palette.paper;
  const inside = inset(rectangle, outline / 2);
  const frame = element('rect', {
    ...inside,
    fill: ground,
    stroke: palette.strong,
    'stroke-width': outline,
  });
  const pattern = patternPath(inside, fill);
  return pattern === '' ? [frame] : [frame, drawPattern(pattern, fill)];
}

/** Text on a solid fill is white; on a pattern it needs a plate behind it. */
export function textColourOn(fill: Fill): string {
  return fill === 'solid' ? palette.paper : palette.text;
}

export function needsPlate(fill: Fill): boolean {
  return fill !== 'solid' && fill !== 'light' && fill !== 'plain';
}

export function plate(rectangle: Rectangle): SvgNode {
  return element('rect', { ...rectangle, rx: 3, fill: palette.paper });
}

export function line(x1: number, y1: number, x2: number, y2: number, colour: string, width = 1): SvgNode {
  return element('line', { x1, y1, x2, y2, stroke: colour, 'stroke-width': width });
}

/** A disc filled clockwise from the top for a part of one: readable at a glance and without colour. */
export function partDisc(x: number, y: number, radius: number, part: number, colour: string): SvgNode[] {
  const ring = element('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: part >= 1 ? colour : 'none',
    stroke: colour,
    'stroke-width': 1.5,
  });
  if (part <= 0 || part >= 1) return [ring];
  const angle = part * 2 * Math.PI;
  const end = point(x + radius * Math.sin(angle), y - radius * Math.cos(angle));
  const arc = `A${round(radius)} ${round(radius)} 0 ${part > 0.5 ? 1 : 0} 1 ${end}`;
  return [ring, element('path', { d: `M${point(x, y)}L${point(x, y - radius)}${arc}Z`, fill: colour })];
}

function inset(rectangle: Rectangle, by: number): Rectangle {
  return {
    x: rectangle.x + by,
    y: rectangle.y + by,
    // A sliver keeps a body: a value of one among thousands is still there.
    width: Math.max(rectangle.width - 2 * by, 0.5),
    height: Math.max(rectangle.height - 2 * by, 0.5),
  };
}

function drawPattern(path: string, fill: Fill): SvgNode {
  if (fill === 'dotted') return element('path', { d: path, fill: palette.strong });
  return element('path', { d: path, fill: 'none', stroke: palette.strong, 'stroke-width': 1.3 });
}

function patternPath(rectangle: Rectangle, fill: Fill): string {
  switch (fill) {
    case 'solid':
    case 'light':
    case 'plain':
      return '';
    case 'hatched':
      return risingLines(rectangle, 6);
    case 'reversed':
      return fallingLines(rectangle, 6);
    case 'crossed':
      return risingLines(rectangle, 7) + fallingLines(rectangle, 7);
    case 'ruled':
      return uprightLines(rectangle, 5);
    case 'dotted':
      return dots(rectangle, 5, 1.2);
  }
}

// Lines lie on a grid of the whole picture (x + y a multiple of the spacing), so that bars side by side match.
function risingLines({ x, y, width, height }: Rectangle, spacing: number): string {
  const [right, bottom] = [x + width, y + height];
  return multiples(x + y, right + bottom, spacing)
    .map((sum) => {
      const start = point(Math.max(x, sum - bottom), Math.min(bottom, sum - x));
      const end = point(Math.min(right, sum - y), Math.max(y, sum - right));
      return `M${start}L${end}`;
    })
    .join('');
}

function fallingLines({ x, y, width, height }: Rectangle, spacing: number): string {
  const [right, bottom] = [x + width, y + height];
  return multiples(x - bottom, right - y, spacing)
    .map((difference) => {
      const start = point(Math.max(x, difference + y), Math.max(y, x - difference));
      const end = point(Math.min(right, difference + bottom), Math.min(bottom, right - difference));
      return `M${start}L${end}`;
    })
    .join('');
}

function uprightLines({ x, y, width, height }: Rectangle, spacing: number): string {
  return multiples(x, x + width, spacing)
    .map((place) => `M${point(place, y)}L${point(place, y + height)}`)
    .join('');
}

function dots({ x, y, width, height }: Rectangle, spacing: number, radius: number): string {
  const columns = centred(x, width, spacing, radius);
  const rows = centred(y, height, spacing, radius);
  return rows.flatMap((row) => columns.map((column) => dot(column, row, radius))).join('');
}

/** As many places as fit, with equal margins: a small swatch must show dots too. */
function centred(from: number, length: number, spacing: number, radius: number): number[] {
  const count = Math.max(0, Math.floor((length - 2 * radius) / spacing) + 1);
  const margin = (length - (count - 1) * spacing) / 2;
  return Array.from({ length: count }, (_, index) => from + margin + index * spacing);
}

function dot(x: number, y: number, radius: number): string {
  const arc = `a${round(radius)} ${round(radius)} 0 1 0`;
  return `M${point(x - radius, y)}${arc} ${round(2 * radius)} 0${arc} ${round(-2 * radius)} 0Z`;
}

function multiples(from: number, to: number, spacing: number): number[] {
  const first = Math.floor(from / spacing) + 1;
  const count = Math.max(0, Math.ceil(to / spacing) - first);
  return Array.from({ length: count }, (_, index) => (first + index) * spacing);
}

function point(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}
