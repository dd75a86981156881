import fc from 'fast-check';
import { sampleActions, sampleDocument } from './testing/sample-document.js';
import { pageSections } from './page-sections.js';
import type { DocumentTable } from './document-model.js';
import { columnShares, printedRowLimits, printedRows, tableShare } from './table-layout.js';

describe('the columns of a table', () => {
  it('follow their weights where these are given', () => {
    const columns = [
      { label: 'A', measure: 'text' as const, weight: 3 },
      { label: 'B', measure: 'count' as const },
    ];
    expect(columnShares({ caption: 'T', columns, rows: [] }, [])).toEqual([0.75, 0.25]);
  });

  it('give words more room than counts, and add up to one', () => {
    const table = sampleActions(30);
    const shares = columnShares(table, printedRows(table, 'nl'));
    expect(shares[2]).toBeGreaterThan(2 * (shares[0] ?? 1));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe('a table of few and short columns', () => {
  const columns = [
    { label: 'Kwartaal', measure: 'text' as const },
    { label: 'Gepland', measure: 'count' as const },
  ];

  it('takes half the width, so that a number stands near the name of its row', () => {
    expect(tableShare({ caption: 'T', columns, rows: [] }, [['Kwartaal 1', '12']])).toBe(0.5);
    expect(tableShare({ caption: 'T', columns, rows: [] }, [['Kwartaal 1 '.repeat(5), '12']])).toBe(1);
  });
});

describe('the amounts in one column', () => {
  const table: DocumentTable = {
    caption: 'T',
    columns: [
      { label: 'Begroot', measure: 'euro' },
      { label: 'Besteed', measure: 'euro' },
    ],
    rows: [
      [0, 12],
      [500.5, null],
      [-20, 1200],
    ],
  };

  it('all have cents, or none has', () => {
    expect(printedRows(table, 'nl')).toEqual([
      ['€\u00a00,00', '€\u00a012'],
      ['€\u00a0500,50', '–'],
      ['€\u00a0-20,00', '€\u00a01.200'],
    ]);
    expect(printedRows(table, 'en').map(([amount]) => amount)).toEqual(['€0.00', '€500.50', '-€20.00']);
  });
});

describe('the rows that are printed', () => {
  it('stay within the budget, and a table within its fair part is whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 8 }), (sizes) => {
        const tables = sizes.map((size) => sampleActions(size));
        const limits = printedRowLimits(tables, 2000);
        const printed = tables.map((table) => limits.get(table) ?? 0);
        expect(printed.reduce((sum, rows) => sum + rows * 10, 0)).toBeLessThanOrEqual(2000);
        expect(printed.every((rows, index) => rows <= (sizes[index] ?? 0))).toBe(true);
        const fairPart = 2000 / 10 / sizes.length;
        const small = sizes.filter((size) => size <= fairPart);
        expect(printed.filter((_, index) => small.includes(sizes[index] ?? 0))).toEqual(small);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the pages', () => {
  it('turn for a wide table, together with its heading and the sentence above it', () => {
    const sections = pageSections(sampleDocument().chapters);
    expect(sections.map(({ landscape }) => landscape)).toEqual([false, true, false]);
    expect(sections[1]?.parts.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table']);
  });

  it('stay upright for a table with many columns of which the words fit', () => {
    const judged = ['Opzet', 'Bestaan', 'Werking'].map((label) => ({ label, measure: 'text' as const }));
    const text = (label: string) => ({ label, measure: 'text' as const });
    const table: DocumentTable = {
      caption: 'Bouwstenen',
      columns: [text('Code'), text('Bouwsteen'), text('Eigenaar'), ...judged, text('Volgende beoordeling')],
      rows: [['1a', 'Werving en selectie', 'Integriteitsadviseur', 'Voldoende', '–', '–', '1 oktober 2026']],
    };
    const sections = pageSections([{ id: 'a', title: 'A', blocks: [{ kind: 'table', table }] }]);
    expect(sections.map(({ landscape }) => landscape)).toEqual([false]);
  });

  it('keep every part once and in order', () => {
    const { chapters } = sampleDocument();
    const parts = pageSections(chapters).flatMap((section) => section.parts);
    expect(parts.filter(({ kind }) => kind !== 'chapter')).toEqual(chapters.flatMap(({ blocks }) => blocks));
  });
});
