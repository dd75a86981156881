import { Extension } from '@tiptap/core';
import { DOMParser, type ParseOptions, type Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/**
 * What is pasted comes in as what a chapter can hold. The editor does that by its schema; before that, what Word and
 * websites write in their own way is made into what it means. All in a document that loads and runs nothing.
 */
export const Paste = Extension.create({
  name: 'paste',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const clipboardParser = new TidyingParser(schema, DOMParser.fromSchema(schema).rules);
    return [new Plugin({ props: { clipboardParser } })];
  },
});

class TidyingParser extends DOMParser {
  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    tidy(dom);
    return super.parseSlice(dom, options);
  }
}

export function tidy(dom: HTMLElement): void {
  for (const item of all(dom, 'p[style*="mso-list:"]')) intoList(item);
  for (const marker of all(dom, '[style*="mso-list:Ignore" i]')) marker.remove();
  for (const heading of all(dom, 'h3, h4, h5, h6')) rename(heading, 'h2');
  // Otherwise the cells of a row would be one word.
  for (const cell of all(dom, 'td, th, caption')) rename(cell, 'div');
  // A chapter has no line ends inside a paragraph; the words must not stick together.
  for (const end of all(dom, 'br')) if (end.nextSibling) end.replaceWith(' ');
}

/** A list of Word is paragraphs that are said to be of a list, with a sign before the words. */
function intoList(paragraph: HTMLElement): void {
  const sign = paragraph.querySelector('[style*="mso-list:Ignore" i]')?.textContent ?? '';
  const tag = /^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(sign) ? 'ol' : 'ul';
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

function rename(element: HTMLElement, tag: 'div' | 'h2'): void {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

const all = (dom: HTMLElement, selector: string): HTMLElement[] => [
  ...dom.querySelectorAll<HTMLElement>(selector),
];
