import { Extension } from '@tiptap/core';
import { DOMParser, type ParseOptions, type Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/**
 * What is pasted comes in as what a chapter can hold. The editor does that by its schema; before that, what Word and
 * websites write in their own way is made into what it means.
 */
export const TidyPaste = Extension.create({
  name: 'tidyPaste',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const clipboardParser = new TidyingParser(schema, DOMParser.fromSchema(schema).rules);
    return [new Plugin({ props: { transformPastedHTML: withoutPower, clipboardParser } })];
  },
});

class TidyingParser extends DOMParser {
  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    tidy(dom);
    return super.parseSlice(dom, options);
  }
}

const unseen = /<!--[\s\S]*?-->|<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi;
const tags = /<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
const powers = /([\s/"'])(style|on[a-z]+)\s*=/gi;

/**
 * The content policy stops styles and handlers, also in the document apart in which the editor reads what is pasted,
 * and reports each. Under another name they stop being so, and the styles can still be asked what they meant.
 */
function withoutPower(html: string): string {
  return html.replaceAll(unseen, '').replaceAll(tags, (tag) => tag.replaceAll(powers, '$1data-$2='));
}

function tidy(dom: HTMLElement): void {
  for (const item of styled(dom, 'p', 'mso-list:')) intoList(item);
  for (const sign of styled(dom, '', 'mso-list:ignore')) sign.remove();
  for (const element of all(dom, '[data-style]')) emphasise(element);
  // Those of a chapter begin at h2, also when they come from one.
  const ofOthers = dom.querySelector('[data-pm-slice]') ? 'h4, h5, h6' : 'h2, h4, h5, h6';
  for (const heading of all(dom, ofOthers)) rename(heading, 'h3');
  for (const heading of all(dom, 'h1')) rename(heading, 'h2');
  // Otherwise the cells of a row would be one word.
  for (const cell of all(dom, 'td, th, caption')) rename(cell, 'div');
  // A chapter has no line ends inside a paragraph; the words must not stick together.
  for (const end of all(dom, 'br')) if (end.nextSibling) end.replaceWith(' ');
}

/** A list of Word is paragraphs that are said to be of a list, with a sign before the words. */
function intoList(paragraph: HTMLElement): void {
  const [sign] = styled(paragraph, '', 'mso-list:ignore');
  const tag = /^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(sign?.textContent ?? '') ? 'ol' : 'ul';
  const before = paragraph.previousElementSibling;
  const list = before?.localName === tag && before.hasAttribute(ofWord) ? before : newList(paragraph, tag);
  const item = paragraph.ownerDocument.createElement('li');
  item.append(paragraph);
  list.append(item);
}

const ofWord = 'data-of-word';

function newList(before: HTMLElement, tag: 'ol' | 'ul'): HTMLElement {
  const list = before.ownerDocument.createElement(tag);
  list.setAttribute(ofWord, '');
  before.before(list);
  return list;
}

/** Bold and italic by style, as Google Docs and many websites write them; it also takes bold back by style. */
function emphasise(element: HTMLElement): void {
  const style = element.dataset['style'] ?? '';
  const isBold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
  const isPlain = /font-weight\s*:\s*(?:normal|400)/i.test(style);
  if (isBold) wrapInside(element, 'strong');
  if (/font-style\s*:\s*italic/i.test(style)) wrapInside(element, 'em');
  if (isPlain && (element.localName === 'b' || element.localName === 'strong')) rename(element, 'span');
}

function wrapInside(element: HTMLElement, tag: 'strong' | 'em'): void {
  const wrapping = element.ownerDocument.createElement(tag);
  wrapping.append(...element.childNodes);
  element.append(wrapping);
}

function rename(element: HTMLElement, tag: 'div' | 'h2' | 'h3' | 'span'): void {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

const all = (dom: HTMLElement, selector: string): HTMLElement[] => [
  ...dom.querySelectorAll<HTMLElement>(selector),
];

const styled = (dom: HTMLElement, tag: string, style: string): HTMLElement[] =>
  all(dom, `${tag}[data-style*="${style}" i]`);
