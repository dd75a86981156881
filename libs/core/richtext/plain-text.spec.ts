import {
  bold,
  bulletList,
  document,
  figure,
  fromParagraphs,
  heading,
  link,
  orderedList,
  paragraph,
} from './builders.js';
import { isEmpty, toPlainText } from './plain-text.js';
import { figureReferences } from './references.js';

describe('toPlainText', () => {
  it('reads as a letter would', () => {
    const text = document(
      heading(1, 'Doel'),
      paragraph('Wij ', bold('melden'), ' ', figure('annual-cycle.actions'), ' acties.'),
      bulletList(['een', 'twee']),
      orderedList([
        ['zie ', link('de wet', 'https://wetten.example')],
        [link('https://a.example', 'https://a.example')],
      ]),
    );
    expect(toPlainText(text)).toBe(
      'Doel\n\nWij melden [annual-cycle.actions] acties.\n\n- een\n- twee\n\n1. zie de wet (https://wetten.example)\n2. https://a.example',
    );
  });

  it('keeps the paragraphs of an item under its mark', () => {
    const item = { content: [paragraph('een'), paragraph('vervolg')] };
    expect(toPlainText(document({ type: 'orderedList', items: [item] }))).toBe('1. een\n   vervolg');
  });
});

describe('isEmpty', () => {
  it('is about what a reader sees', () => {
    expect(isEmpty(document())).toBe(true);
    expect(isEmpty(document(paragraph(), heading(1, ' \u00a0'), bulletList(['']), paragraph('\n')))).toBe(
      true,
    );
    expect(isEmpty(document(bulletList([[figure('a.b')]])))).toBe(false);
    expect(isEmpty(fromParagraphs('', 'x'))).toBe(false);
  });
});

describe('fromParagraphs', () => {
  it('takes words as they are: there are no placeholders in text', () => {
    const text = fromParagraphs('{{figure:annual-cycle.actions}}', '**vet**');
    expect(figureReferences(text)).toEqual([]);
    expect(toPlainText(text)).toBe('{{figure:annual-cycle.actions}}\n\n**vet**');
  });
});
