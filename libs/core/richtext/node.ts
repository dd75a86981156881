/**
 * The document tree of chapter texts: exactly what screen, PDF and Word can all hold.
 * A tree, never markup: what a person types is data in every format.
 */
export interface RichText {
  readonly type: 'document';
  readonly content: readonly BlockNode[];
}

export type BlockNode = ParagraphNode | HeadingNode | ListNode;

export interface ParagraphNode {
  readonly type: 'paragraph';
  readonly content: readonly InlineNode[];
}

/** Levels are relative to the chapter: 1 is the first level under the chapter title. */
export interface HeadingNode {
  readonly type: 'heading';
  readonly level: 1 | 2;
  readonly content: readonly InlineNode[];
}

export interface ListNode {
  readonly type: 'bulletList' | 'orderedList';
  readonly items: readonly ListItemNode[];
}

export interface ListItemNode {
  readonly content: readonly ParagraphNode[];
}

export type InlineNode = TextNode | LinkNode | FigureReferenceNode;

export interface TextNode {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface LinkNode {
  readonly type: 'link';
  /** Absolute `https:`, `http:` or `mailto:` address. */
  readonly href: string;
  readonly text: string;
}

/** Stands for a number of the snapshot. The number itself is never typed. */
export interface FigureReferenceNode {
  readonly type: 'figure';
  readonly figureId: string;
}
