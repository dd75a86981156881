import type {
  BlockNode,
  FigureReferenceNode,
  HeadingNode,
  InlineNode,
  LinkNode,
  ListNode,
  ParagraphNode,
  RichText,
  TextNode,
} from './node.js';

/** Plain words, or a node made by one of the functions here. Words are never parsed: `{{...}}` stays text. */
export type Inline = string | InlineNode;

/** One item of a list: one paragraph of words and nodes. */
export type ListItemContent = Inline | readonly Inline[];

/** `document(heading(1, 'Doel'), paragraph('Wij deden ', figure('annual-cycle.actions-done'), ' acties.'))` */
export function document(...content: BlockNode[]): RichText {
  return { type: 'document', content };
}

/** A document with one paragraph per text. */
export function fromParagraphs(...texts: string[]): RichText {
  return document(...texts.map((text) => paragraph(text)));
}

export function paragraph(...content: Inline[]): ParagraphNode {
  return { type: 'paragraph', content: content.map(inline) };
}

export function heading(level: HeadingNode['level'], ...content: Inline[]): HeadingNode {
  return { type: 'heading', level, content: content.map(inline) };
}

export function bulletList(items: readonly ListItemContent[]): ListNode {
  return { type: 'bulletList', items: items.map(listItem) };
}

export function orderedList(items: readonly ListItemContent[]): ListNode {
  return { type: 'orderedList', items: items.map(listItem) };
}

export function bold(text: string): TextNode {
  return { type: 'text', text, bold: true };
}

export function italic(text: string): TextNode {
  return { type: 'text', text, italic: true };
}

export function link(text: string, href: string): LinkNode {
  return { type: 'link', href, text };
}

/** A reference to a figure of the snapshot, by its id. */
export function figure(figureId: string): FigureReferenceNode {
  return { type: 'figure', figureId };
}

function inline(content: Inline): InlineNode {
  return typeof content === 'string' ? { type: 'text', text: content } : content;
}

function listItem(content: ListItemContent): ListNode['items'][number] {
  return {
    content: [typeof content === 'string' || 'type' in content ? paragraph(content) : paragraph(...content)],
  };
}
