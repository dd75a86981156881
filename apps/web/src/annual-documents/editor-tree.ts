import type { BlockNode, InlineNode, ListItemNode, ParagraphNode, RichText } from '@weerbaar/core/richtext';
import type { JSONContent } from '@tiptap/core';

/** Something that stands in the editor and that the tree of a chapter does not know. It is told, never dropped. */
export class UnknownContentError extends Error {
  constructor(readonly what: string) {
    super(`the tree of a chapter has no ${what}`);
    this.name = 'UnknownContentError';
  }
}

/** The tree as it comes over the wire, where the language has no way to say that it is only read. */
type Mutable<Tree> = { -readonly [Key in keyof Tree]: Mutable<Tree[Key]> };
export type WrittenText = Mutable<RichText>;

/** The tree of a chapter as the editor holds it. An empty chapter is one empty paragraph, to type in. */
export function toEditor(document: RichText): JSONContent {
  const content = document.content.map(blockToEditor);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function blockToEditor(block: BlockNode): JSONContent {
  switch (block.type) {
    case 'paragraph':
      return paragraphToEditor(block);
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, ...inlineContent(block.content) };
    case 'bulletList':
    case 'orderedList':
      return {
        type: block.type,
        content: block.items.map(({ content }) => ({
          type: 'listItem',
          content: content.map(paragraphToEditor),
        })),
      };
  }
}

function paragraphToEditor({ content }: ParagraphNode): JSONContent {
  return { type: 'paragraph', ...inlineContent(content) };
}

/** The editor holds no empty texts. */
function inlineContent(content: readonly InlineNode[]): { content?: JSONContent[] } {
  const nodes = content.filter((node) => node.type === 'figure' || node.text !== '').map(inlineToEditor);
  return nodes.length > 0 ? { content: nodes } : {};
}

function inlineToEditor(node: InlineNode): JSONContent {
  switch (node.type) {
    case 'figure':
      return { type: 'figure', attrs: { figureId: node.figureId } };
    case 'link':
      return { type: 'text', text: node.text, marks: [{ type: 'link', attrs: { href: node.href } }] };
    case 'text': {
      const marks = [...(node.bold ? [{ type: 'bold' }] : []), ...(node.italic ? [{ type: 'italic' }] : [])];
      return { type: 'text', text: node.text, ...(marks.length > 0 && { marks }) };
    }
  }
}

/**
 * What stands in the editor as the tree of a chapter.
 * @throws UnknownContentError for what that tree does not know.
 */
export function fromEditor(content: JSONContent): RichText {
  if (content.type !== 'doc') throw new UnknownContentError(nameOf(content));
  const blocks = childrenOf(content).map(blockFromEditor);
  const isBlank = blocks.every((block) => block.type === 'paragraph' && block.content.length === 0);
  return { type: 'document', content: isBlank ? [] : blocks };
}

function blockFromEditor(node: JSONContent): BlockNode {
  switch (node.type) {
    case 'paragraph':
      return paragraphFromEditor(node);
    case 'heading':
      return { type: 'heading', level: levelOf(node), content: childrenOf(node).map(inlineFromEditor) };
    case 'bulletList':
    case 'orderedList':
      return { type: node.type, items: childrenOf(node).map(itemFromEditor) };
    default:
      throw new UnknownContentError(nameOf(node));
  }
}

function levelOf({ attrs }: JSONContent): 1 | 2 {
  const level: unknown = attrs?.['level'];
  if (level === 1 || level === 2) return level;
  throw new UnknownContentError(`heading of level ${String(level)}`);
}

function itemFromEditor(node: JSONContent): ListItemNode {
  if (node.type !== 'listItem') throw new UnknownContentError(nameOf(node));
  return { content: childrenOf(node).map(paragraphFromEditor) };
}

function paragraphFromEditor(node: JSONContent): ParagraphNode {
  if (node.type !== 'paragraph') throw new UnknownContentError(nameOf(node));
  return { type: 'paragraph', content: childrenOf(node).map(inlineFromEditor) };
}

function inlineFromEditor(node: JSONContent): InlineNode {
  const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark.attrs]));
  const unknown = [...marks.keys()].find((mark) => !['bold', 'italic', 'link'].includes(mark));
  if (unknown !== undefined) throw new UnknownContentError(unknown);
  if (node.type === 'figure') {
    const figureId: unknown = node.attrs?.['figureId'];
    if (typeof figureId !== 'string') throw new UnknownContentError('figure without an id');
    return { type: 'figure', figureId };
  }
  if (node.type !== 'text') throw new UnknownContentError(nameOf(node));
  const text = node.text ?? '';
  const link = marks.get('link');
  if (!marks.has('link'))
    return {
      type: 'text',
      text,
      ...(marks.has('bold') && { bold: true }),
      ...(marks.has('italic') && { italic: true }),
    };
  // The editor lets a link have no emphasis; see extensions.ts.
  if (marks.size > 1) throw new UnknownContentError('link with emphasis');
  const href: unknown = link?.['href'];
  if (typeof href !== 'string') throw new UnknownContentError('link without an address');
  return { type: 'link', href, text };
}

const childrenOf = ({ content = [] }: JSONContent): readonly JSONContent[] => content;
const nameOf = ({ type }: JSONContent): string => type ?? 'nameless node';
