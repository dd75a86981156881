import type { Language } from '@weerbaar/core/figures';
import { palette } from './palette.js';
import type { Chart, SvgNode } from './svg.js';
import { element, round } from './svg.js';
import { drawLines, textStyles } from './text.js';
import { words } from './words.js';

/** What every chart needs. All labels come in the language of the reader. */
export interface ChartInput {
  /** Prefix of the ids inside the picture; unique in the document the picture stands in. */
  readonly id: string;
  /** Says what the picture is about. Not drawn: the caption beside the picture shows it. */
  readonly title: string;
  readonly language: Language;
  /** Units (CSS pixels); 680 unless given, at least 320. */
  readonly width?: number;
}

export interface Drawing {
  readonly nodes: readonly SvgNode[];
  readonly height: number;
  /** Sentences on what is to be seen, without the title. */
  readonly description: string;
}

const defaultWidth = 680;
const leastWidth = 320;

/** @throws RangeError when the width leaves no room for a chart. */
export function chartWidth({ width = defaultWidth }: ChartInput): number {
  if (!(width >= leastWidth))
    throw new RangeError(`A chart is at least ${leastWidth} units wide, not ${width}`);
  return width;
}

/**
 * Puts a drawing on paper, with a title and a description for who cannot see it.
 * @throws RangeError when the id has white space: then it would point to nothing.
 */
export function picture(input: ChartInput, drawing: Drawing): Chart {
  if (!/^\S+$/u.test(input.id)) throw new RangeError(`Not an id for a chart: "${input.id}"`);
  const width = chartWidth(input);
  const height = Math.ceil(drawing.height);
  const [titleId, descriptionId] = [`${input.id}-title`, `${input.id}-description`];
  const alternative = `${withoutStop(input.title)}. ${drawing.description}`;
  const svg = element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${titleId} ${descriptionId}`,
    },
    [
      element('title', { id: titleId }, [input.title]),
      element('desc', { id: descriptionId }, [drawing.description]),
      element('rect', { x: 0, y: 0, width, height, fill: palette.paper }),
      ...drawing.nodes,
    ],
  );
  return { svg, width, height, title: input.title, alternative };
}

/** A picture that says there is nothing to show, so that a report never has a hole. */
export function emptyPicture(input: ChartInput): Chart {
  const { noData } = words[input.language];
  const nodes = drawLines([noData], textStyles.label, { x: 0, middle: 20, colour: palette.muted });
  return picture(input, { nodes, height: 40, description: noData });
}

export function moved(nodes: readonly SvgNode[], x: number, y: number): SvgNode {
  return element('g', { transform: `translate(${round(x)} ${round(y)})` }, nodes);
}

function withoutStop(title: string): string {
  return title.trim().replace(/\.$/u, '');
}
