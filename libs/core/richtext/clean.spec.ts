import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { bold, document, figure, italic, link, paragraph } from './builders.js';
import { cleanLine, cleanRichText, cleanText } from './clean.js';
import { inlineNodes } from './inline-content.js';
import type { BlockNode, InlineNode, RichText } from './node.js';
import { richTextSchema } from './schema.js';

const validate = new Ajv2020().compile(richTextSchema);

// Heavy on what goes wrong: controls, halves of surrogate pairs, direction marks, combining accents.
const nastyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u0000',
        '\t',
        '\r\n',
        '\u2028',
        '\u202e',
        '\u2066',
        '\ud83d',
        '\ude00',
        '\u0301',
        'e',
        '\uffff',
        '\u1100',
        '\u1161',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const inlineNode: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), text: nastyText }) },
  fc.record({
    type: fc.constant('text' as const),
    text: nastyText,
    bold: fc.boolean(),
    italic: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('link' as const),
    href: fc.constant('https://a.example/é'),
    text: nastyText,
  }),
  fc.constant(figure('annual-cycle.actions-done')),
);
const inlineContent = fc.array(inlineNode, { maxLength: 6 });
const paragraphNode = fc.record({ type: fc.constant('paragraph' as const), content: inlineContent });
const block: fc.Arbitrary<BlockNode> = fc.oneof(
  paragraphNode,
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const),
    content: inlineContent,
  }),
  fc.record({
    type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
    items: fc.array(fc.record({ content: fc.array(paragraphNode, { minLength: 1, maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);
const richText: fc.Arbitrary<RichText> = fc.record({
  type: fc.constant('document' as const),
  content: fc.array(block, { maxLength: 4 }),
});

describe('cleanText', () => {
  it.each([
    ['a\u0000b\u0007c', 'abc'],
    ['a\tb', 'a b'],
    ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['a\ud83d\u0000\ude00b', 'ab'],
    ['factuur\u202egpj.exe', 'factuurgpj.exe'],
    ['\u2067x\u2069', 'x'],
    ['שלום عربى', 'שלום عربى'],
    ['cafe\u0301', 'café'],
    ['👩\u200d👧 blijft', '👩\u200d👧 blijft'],
    ['#read("/etc") <b>&amp;</b>', '#read("/etc") <b>&amp;</b>'],
  ])('makes of %j %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('leaves nothing that breaks XML or the direction of a line, and is done in one go', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(
          /[\p{Surrogate}\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u,
        );
        expect(clean.normalize('NFC')).toBe(clean);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('keeps one line on one line', () => {
    expect(cleanLine('Plan\r\nen verslag\u2028x')).toBe('Plan en verslag x');
  });
});

describe('cleanRichText', () => {
  it('drops empty texts and joins neighbours with the same emphasis', () => {
    const text = document(
      paragraph(
        'Wij ',
        '\u0000',
        { type: 'text', text: 'doen', bold: false },
        bold(' het'),
        bold('!'),
        italic('zo'),
      ),
    );
    expect(cleanRichText(text)).toEqual(document(paragraph('Wij doen', bold(' het!'), italic('zo'))));
  });

  it('puts an accent at a seam on its letter', () => {
    expect(cleanRichText(document(paragraph('cafe', '\u0301')))).toEqual(document(paragraph('café')));
  });

  it('does not join texts into one that is too long to save again', () => {
    const long = 'x'.repeat(15_000);
    expect(cleanRichText(document(paragraph(long, long)))).toEqual(document(paragraph(long, long)));
  });

  it('shows the address of a link without words', () => {
    const text = document(paragraph(link('\u202e \u0000', 'https://a.example')));
    expect(cleanRichText(text)).toEqual(document(paragraph(link('https://a.example', 'https://a.example'))));
  });

  it('is idempotent, stays valid and leaves no empty or unjoined text', () => {
    fc.assert(
      fc.property(richText, (text) => {
        const clean = cleanRichText(text);
        expect(cleanRichText(clean)).toEqual(clean);
        expect(validate(clean)).toBe(true);
        for (const node of inlineNodes(clean)) {
          if (node.type === 'figure') continue;
          expect(node.text).not.toBe('');
          expect(node.text).toBe(cleanLine(node.text));
        }
      }),
    );
  });

  it('keeps every figure reference where it stood', () => {
    const figures = (text: RichText) => inlineNodes(text).filter(({ type }) => type === 'figure').length;
    fc.assert(fc.property(richText, (text) => figures(cleanRichText(text)) === figures(text)));
  });
});
