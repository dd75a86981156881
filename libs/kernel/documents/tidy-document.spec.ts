import { document, heading } from '@weerbaar/core/richtext';
import { printableText } from './printable-text.js';
import { sampleDocument } from './testing/sample-document.js';
import { safeName, tidyDocument } from './tidy-document.js';

describe('a tidy document', () => {
  it('raises a heading that skips a level, in blocks and in texts alike', () => {
    const tidy = tidyDocument(
      sampleDocument({
        chapters: [
          {
            id: 'a',
            title: 'A',
            blocks: [
              { kind: 'heading', level: 2, text: 'Eerste' },
              { kind: 'richtext', body: document(heading(2, 'Tweede')) },
              { kind: 'heading', level: 1, text: 'Derde' },
              { kind: 'heading', level: 2, text: 'Vierde' },
            ],
          },
        ],
      }),
    );
    const levels = tidy.chapters[0]?.blocks.map((block) => {
      if (block.kind === 'heading') return block.level;
      return block.kind === 'richtext' && block.body.content[0]?.type === 'heading'
        ? block.body.content[0].level
        : 0;
    });
    expect(levels).toEqual([1, 1, 1, 2]);
  });

  it('makes every row as long as the header', () => {
    const columns = [
      { label: 'A', measure: 'text' as const },
      { label: 'B', measure: 'text' as const },
    ];
    const table = { caption: 'T', columns, rows: [['x'], ['x', 'y', 'z'], ['', ' ']] };
    const tidy = tidyDocument(
      sampleDocument({ chapters: [{ id: 'a', title: 'A', blocks: [{ kind: 'table', table }] }] }),
    );
    const block = tidy.chapters[0]?.blocks[0];
    expect(block?.kind === 'table' && block.table.rows).toEqual([
      ['x', null],
      ['x', 'y'],
      [null, null],
    ]);
  });

  it('says in words what an empty table would say with nothing', () => {
    const table = { caption: 'T', columns: [{ label: 'A', measure: 'text' as const }], whenEmpty: 'Niets.' };
    const blocks = [[], [['x']]].map((rows) => ({ kind: 'table' as const, table: { ...table, rows } }));
    const tidy = tidyDocument(sampleDocument({ chapters: [{ id: 'a', title: 'A', blocks }] }));
    expect(tidy.chapters[0]?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
  });

  it('stays the same when tidied again', () => {
    const tidy = tidyDocument(sampleDocument());
    expect(tidyDocument(tidy)).toBe(tidy);
    expect(tidyDocument({ ...tidy })).toEqual(tidy);
  });
});

describe('printable text', () => {
  it('keeps every letter and drops what is no letter', () => {
    expect(printableText('caf\u0065\u0301\u0000 a\tb\r\nc\u202ed\u2066e\ufeff \ud800 \u05d0')).toBe(
      'café a b\ncde \ufffd \u05d0',
    );
  });
});

describe('a safe name', () => {
  it.each([
    ['Jaarverslag integriteit 2025', 'jaarverslag-integriteit-2025'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Coördinatie & één', 'coordinatie-een'],
    ['\u05d0', 'document'],
  ])('of %j is %j', (text, name) => expect(safeName(text)).toBe(name));
});
