import {
  bold,
  bulletList,
  document,
  figure,
  heading,
  italic,
  link,
  orderedList,
  paragraph,
} from '@weerbaar/core/richtext';
import { fromEditor, toEditor, UnknownContentError } from './editor-tree.js';

const everything = document(
  heading(1, 'Doel'),
  heading(2, 'In ', figure('annual-cycle.actions-done')),
  paragraph('Gewoon, ', bold('vet'), ' en ', italic('schuin'), {
    type: 'text',
    text: 'allebei',
    bold: true,
    italic: true,
  }),
  paragraph('Zie ', link('de regeling', 'https://gemeente.example/regeling'), '.'),
  paragraph(),
  bulletList(['een', ['twee ', figure('annual-cycle.actions-planned')]]),
  orderedList(['eerst', 'daarna']),
  { type: 'bulletList', items: [{ content: [paragraph('twee'), paragraph('alinea’s')] }] },
);

describe('a chapter in the editor', () => {
  it('comes back as it went in, with every kind of node', () => {
    expect(fromEditor(toEditor(everything))).toEqual(everything);
  });

  it('has a paragraph to type in while it is empty, and is empty when nothing was typed', () => {
    expect(toEditor(document())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(fromEditor(toEditor(document()))).toEqual(document());
  });

  it.each([
    ['a block', { type: 'codeBlock' }],
    ['a heading too deep', { type: 'heading', attrs: { level: 3 } }],
    [
      'a list in a list',
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'bulletList' }] }] },
    ],
    ['an inline node', { type: 'paragraph', content: [{ type: 'image', attrs: { src: 'x' } }] }],
    [
      'an emphasis',
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'strike' }] }] },
    ],
    [
      'an emphasis on a figure',
      {
        type: 'paragraph',
        content: [{ type: 'figure', attrs: { figureId: 'a.b' }, marks: [{ type: 'code' }] }],
      },
    ],
    ['a figure without an id', { type: 'paragraph', content: [{ type: 'figure' }] }],
    [
      'a link without an address',
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link' }] }] },
    ],
    [
      'a link with emphasis',
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'x',
            marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example' } }],
          },
        ],
      },
    ],
  ])('refuses %s that the tree does not know, and loses nothing silently', (_, node) => {
    expect(() => fromEditor({ type: 'doc', content: [{ type: 'paragraph' }, node] })).toThrow(
      UnknownContentError,
    );
  });
});
