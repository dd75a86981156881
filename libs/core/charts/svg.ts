/**
 * An SVG picture as a tree of plain objects: the web app makes elements of it, the server text.
 * Attributes are presentation attributes, never inline style, so that it passes a strict content policy.
 */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

/** A chart with what a reader who cannot see it needs. */
export interface Chart {
  readonly svg: SvgNode;
  /** Units of the view box; one unit is one CSS pixel. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the picture shows, in one or two sentences with the main values. */
  readonly alternative: string;
}

export type SvgAttributes = SvgNode['attributes'];

export function element(
  tag: string,
  attributes: SvgAttributes = {},
  children: readonly (SvgNode | string)[] = [],
): SvgNode {
  return { tag, attributes, children };
}

/** Two decimals are finer than any printer shows, and the same on every machine. */
export function round(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`Not a coordinate: ${value}`);
  const rounded = Math.round(value * 100) / 100;
  // "-0" and "0" are one place, so they must be one text.
  return rounded === 0 ? 0 : rounded;
}

export interface SvgTextOptions {
  /** Name of the typeface, for example `Source Sans 3`; set on the root, inherited by all text. */
  readonly fontFamily: string;
}

/** The picture as a stand-alone SVG document. The same tree gives the same text. */
export function toSvgText(node: SvgNode, { fontFamily }: SvgTextOptions): string {
  const root = { xmlns: 'http://www.w3.org/2000/svg', ...node.attributes, 'font-family': fontFamily };
  return serialise(element(node.tag, root, node.children));
}

function serialise(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(typeof value === 'number' ? `${round(value)}` : value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`;
  const children = node.children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : serialise(child),
  );
  return `<${node.tag}${attributes}>${children.join('')}</${node.tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// One such character makes the whole picture unreadable for an XML parser; no escape exists for it.
const notInXml = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

function escapeXml(text: string): string {
  return text.replace(notInXml, '').replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
