import { Ajv2020 } from 'ajv/dist/2020.js';
import { bold, bulletList, document, figure, heading, link, orderedList, paragraph } from './builders.js';
import { richTextLimits, richTextSchema } from './schema.js';

const validate = new Ajv2020({ strict: true }).compile(richTextSchema);

describe('the schema of rich text', () => {
  it('accepts everything the builders can make', () => {
    const text = document(
      heading(1, 'Doel'),
      paragraph('Wij voerden ', figure('annual-cycle.actions-done'), ' acties uit, ', bold('op tijd'), '.'),
      bulletList(['een', ['twee ', link('de wet', 'https://wetten.overheid.nl/BWBR0001947/2026-01-01#x')]]),
      orderedList([['mail ', link('ons', 'mailto:integriteit@voorbeeld.example')]]),
    );
    expect(validate(text)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    '//voorbeeld.example',
    'HTTPS://voorbeeld.example',
    ' https://voorbeeld.example',
    'https://voorbeeld.example\njavascript:alert(1)',
    'https://gemeente.example@elders.example/',
    'https://gemeente.example\\@elders.example/',
    'mailto:',
    'mailto:a@b.example\u0000',
  ])('refuses the link %j', (href) => {
    expect(validate(document(paragraph(link('hier', href))))).toBe(false);
  });

  it.each(['', 'actions', '../x', 'Annual.Actions', 'annual-cycle.', 'a.b\n', 'a.b#read("x")'])(
    'refuses the figure id %j',
    (figureId) => {
      expect(validate(document(paragraph(figure(figureId))))).toBe(false);
    },
  );

  it('refuses what is not in the tree, at every depth', () => {
    const extra = { html: '<b>x</b>' };
    const text = { type: 'text', text: 'x' };
    const item = { content: [paragraph('x')] };
    const wrong = [
      { ...document(), ...extra },
      { type: 'document', content: [{ ...paragraph('x'), ...extra }] },
      { type: 'document', content: [{ ...heading(1, 'x'), ...extra }] },
      { type: 'document', content: [{ ...heading(1, 'x'), level: 3 }] },
      { type: 'document', content: [{ type: 'image', src: 'x' }] },
      { type: 'document', content: [{ type: 'paragraph', content: [{ ...text, ...extra }] }] },
      { type: 'document', content: [{ type: 'paragraph', content: [{ ...figure('a.b'), ...extra }] }] },
      {
        type: 'document',
        content: [{ type: 'paragraph', content: [{ ...link('x', 'https://a.b'), ...extra }] }],
      },
      { type: 'document', content: [{ type: 'bulletList', items: [] }] },
      { type: 'document', content: [{ type: 'bulletList', items: [{ ...item, ...extra }] }] },
      { type: 'document', content: [{ type: 'bulletList', items: [{ content: [bulletList(['x'])] }] }] },
    ];
    for (const one of wrong) expect(validate(one), JSON.stringify(one)).toBe(false);
  });

  it('limits blocks, text and list items', () => {
    const blocks = (count: number) => document(...Array.from({ length: count }, () => paragraph()));
    const text = (length: number) => document(paragraph('x'.repeat(length)));
    const items = (count: number) => document(bulletList(Array.from({ length: count }, () => 'x')));
    expect(validate(blocks(richTextLimits.blocks))).toBe(true);
    expect(validate(blocks(richTextLimits.blocks + 1))).toBe(false);
    expect(validate(text(richTextLimits.textLength))).toBe(true);
    expect(validate(text(richTextLimits.textLength + 1))).toBe(false);
    expect(validate(items(richTextLimits.listItems))).toBe(true);
    expect(validate(items(richTextLimits.listItems + 1))).toBe(false);
  });
});
