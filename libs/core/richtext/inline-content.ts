import type { BlockNode, InlineNode, ParagraphNode, RichText } from './node.js';

type InlineMapper = (content: readonly InlineNode[]) => readonly InlineNode[];

/** A copy of the document in which every run of inline content is replaced by what `map` makes of it. */
export function mapInlineContent(document: RichText, map: InlineMapper): RichText {
  return { type: 'document', content: document.content.map((block) => mapBlock(block, map)) };
}

/** All inline nodes of the document, in reading order. */
export function inlineNodes(document: RichText): readonly InlineNode[] {
  return document.content.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return block.content;
    return block.items.flatMap((item) => item.content.flatMap((paragraph) => paragraph.content));
  });
}

function mapBlock(block: BlockNode, map: InlineMapper): BlockNode {
  switch (block.type) {
    case 'paragraph':
      return mapParagraph(block, map);
    case 'heading':
      return { type: 'heading', level: block.level, content: map(block.content) };
    case 'bulletList':
    case 'orderedList':
      return {
        type: block.type,
        items: block.items.map((item) => ({
          content: item.content.map((paragraph) => mapParagraph(paragraph, map)),
        })),
      };
  }
}

function mapParagraph(paragraph: ParagraphNode, map: InlineMapper): ParagraphNode {
  return { type: 'paragraph', content: map(paragraph.content) };
}
