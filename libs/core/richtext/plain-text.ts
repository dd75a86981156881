import { inlineNodes } from './inline-content.js';
import type { BlockNode, InlineNode, ListItemNode, RichText } from './node.js';

/**
 * The text without emphasis, for search, e-mail and comparison. Blocks are parted by an empty line; a link
 * keeps its address; a figure reference that was not resolved stands as `[id]`.
 */
export function toPlainText(document: RichText): string {
  return document.content.map(blockText).join('\n\n');
}

/** True when a reader would see nothing: no words and no figure. */
export function isEmpty(document: RichText): boolean {
  return inlineNodes(document).every((node) => node.type !== 'figure' && node.text.trim() === '');
}

function blockText(block: BlockNode): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'bulletList':
      return block.items.map((item) => itemText(item, '- ')).join('\n');
    case 'orderedList':
      return block.items.map((item, index) => itemText(item, `${index + 1}. `)).join('\n');
  }
}

function itemText(item: ListItemNode, marker: string): string {
  const indent = `\n${' '.repeat(marker.length)}`;
  return marker + item.content.map((paragraph) => inlineText(paragraph.content)).join(indent);
}

function inlineText(content: readonly InlineNode[]): string {
  return content
    .map((node) => {
      if (node.type === 'figure') return `[${node.figureId}]`;
      if (node.type === 'link' && node.text !== node.href) return `${node.text} (${node.href})`;
      return node.text;
    })
    .join('');
}
