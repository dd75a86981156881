import type { Chart, SvgNode } from './svg.js';

/** For specs: what is drawn, in drawing order. */
export function nodesOf(chart: Chart, tag: string): SvgNode[] {
  return descendants(chart.svg).filter((node) => node.tag === tag);
}

export function drawnTexts(chart: Chart): string[] {
  return nodesOf(chart, 'text').map(textIn);
}

export function descendants(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : descendants(child)))];
}

/** The words directly inside a node. */
export function textIn({ children }: SvgNode): string {
  return children.filter((child) => typeof child === 'string').join('');
}
