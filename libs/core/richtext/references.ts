import { inlineNodes, mapInlineContent } from './inline-content.js';
import type { RichText } from './node.js';

/** The ids of the figures the text refers to: each once, in reading order. */
export function figureReferences(document: RichText): string[] {
  const ids = inlineNodes(document).flatMap((node) => (node.type === 'figure' ? [node.figureId] : []));
  return [...new Set(ids)];
}

export interface ResolvedRichText {
  readonly document: RichText;
  /** Ids without a figure, each once, in reading order. Their references are left where they stood. */
  readonly missing: string[];
}

/** Replaces each figure reference by the text of its figure. `textOf` gives the printed number, or nothing. */
export function resolveReferences(
  document: RichText,
  textOf: (figureId: string) => string | undefined,
): ResolvedRichText {
  const resolved = mapInlineContent(document, (content) =>
    content.map((node) => {
      if (node.type !== 'figure') return node;
      const text = textOf(node.figureId);
      return text === undefined ? node : { type: 'text', text };
    }),
  );
  return { document: resolved, missing: figureReferences(resolved) };
}
