import { mapInlineContent } from './inline-content.js';
import type { InlineNode, LinkNode, RichText, TextNode } from './node.js';
import { richTextLimits } from './schema.js';

const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;

// Lone surrogates, controls and U+FFFE/U+FFFF cannot stand in XML (Word, SVG). The bidi embeddings, overrides
// and isolates can make a text read otherwise than it is stored; right-to-left letters need none of them.
const unprintable =
  /[\p{Surrogate}\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/**
 * Text as it may be stored and printed: no control characters, lone surrogates or direction overrides,
 * tabs as spaces, every kind of line break as `\n`, composed (NFC). Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  return text.replace(lineBreaks, '\n').replace(/\t/gu, ' ').replace(unprintable, '').normalize('NFC');
}

/** {@link cleanText} for one line: line breaks become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n/gu, ' ');
}

/**
 * Cleans every text of the document, drops empty text nodes and joins neighbours with the same emphasis.
 * A line break inside a text becomes a space: in this tree the paragraphs break the lines.
 * Expects a document that matches the schema and gives one that does so too.
 */
export function cleanRichText(document: RichText): RichText {
  return mapInlineContent(document, cleanInlineContent);
}

function cleanInlineContent(content: readonly InlineNode[]): readonly InlineNode[] {
  const cleaned: InlineNode[] = [];
  for (const node of content.map(cleanInlineNode)) {
    const previous = cleaned.at(-1);
    if (node.type !== 'text' || previous?.type !== 'text') {
      if (node.type !== 'text' || node.text !== '') cleaned.push(node);
      continue;
    }
    const joined = join(previous, node);
    if (joined) cleaned[cleaned.length - 1] = joined;
    else cleaned.push(node);
  }
  return cleaned;
}

function cleanInlineNode(node: InlineNode): InlineNode {
  switch (node.type) {
    case 'text':
      return textNode(cleanLine(node.text), node.bold === true, node.italic === true);
    case 'link':
      return cleanLink(node);
    case 'figure':
      return { type: 'figure', figureId: node.figureId };
  }
}

/** A link without words would be unreadable aloud and invalid in an accessible PDF: it shows its address. */
function cleanLink(node: LinkNode): LinkNode {
  const href = node.href.replace(unprintable, '');
  const text = cleanLine(node.text);
  return { type: 'link', href, text: text.trim() === '' ? cleanLine(href) : text };
}

function join(first: TextNode, second: TextNode): TextNode | undefined {
  if (second.text === '') return first;
  if (first.bold !== second.bold || first.italic !== second.italic) return undefined;
  // Normalised again: a combining accent at the seam belongs to the letter before it.
  const text = (first.text + second.text).normalize('NFC');
  return text.length > richTextLimits.textLength ? undefined : { ...first, text };
}

function textNode(text: string, bold: boolean, italic: boolean): TextNode {
  return { type: 'text', text, ...(bold && { bold }), ...(italic && { italic }) };
}
