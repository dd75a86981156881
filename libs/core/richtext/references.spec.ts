import { bulletList, document, figure, heading, paragraph } from './builders.js';
import { figureReferences, resolveReferences } from './references.js';

const text = document(
  heading(2, 'Acties: ', figure('annual-cycle.actions')),
  bulletList(['geen', ['gereed: ', figure('annual-cycle.done')]]),
  paragraph(figure('annual-cycle.actions'), ' en ', figure('catalogue.blocks')),
);

describe('figure references', () => {
  it('are found in headings, lists and paragraphs: once each, in reading order', () => {
    expect(figureReferences(text)).toEqual(['annual-cycle.actions', 'annual-cycle.done', 'catalogue.blocks']);
  });

  it('are replaced by the text of their figure, wherever they stand', () => {
    const numbers = new Map([
      ['annual-cycle.actions', '39'],
      ['annual-cycle.done', '27'],
      ['catalogue.blocks', '45'],
    ]);
    expect(resolveReferences(text, (id) => numbers.get(id))).toEqual({
      missing: [],
      document: document(
        heading(2, 'Acties: ', '39'),
        bulletList(['geen', ['gereed: ', '27']]),
        paragraph('39', ' en ', '45'),
      ),
    });
  });

  it('without a figure are named, and stay', () => {
    const { document: resolved, missing } = resolveReferences(text, (id) =>
      id === 'annual-cycle.done' ? '27' : undefined,
    );
    expect(missing).toEqual(['annual-cycle.actions', 'catalogue.blocks']);
    expect(figureReferences(resolved)).toEqual(missing);
  });

  it('may stand for an empty text without being called missing', () => {
    expect(resolveReferences(document(paragraph(figure('a.b'))), () => '').missing).toEqual([]);
  });
});
