import fc from 'fast-check';
import { sampleActions, sampleDocument } from './testing/sample-document.js';
import { pageSections } from './page-sections.js';
import { columnShares, printedRowLimits, printedRows } from './table-layout.js';

describe('the columns of a table', () => {
  it('follow their weights where these are given', () => {
    const columns = [
      { label: 'A', measure: 'text' as const, weight: 3 },
      { label: 'B', measure: 'count' as const },
    ];
    expect(columnShares({ id: 't', caption: 'T', columns, rows: [] }, [])).toEqual([0.75, 0.25]);
  });

  it('give words more room than counts, and add up to one', () => {
    const table = sampleActions(30);
    const shares = columnShares(table, printedRows(table, 'nl'));
    expect(shares[2]).toBeGreaterThan(2 * (shares[0] ?? 1));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe('the rows that are printed', () => {
  it('stay within the budget, and a table within its fair part is whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 8 }), (sizes) => {
        const tables = sizes.map((size, index) => ({ ...sampleActions(size), id: `t${index}` }));
        const limits = printedRowLimits(tables, 2000);
        const printed = sizes.map((_, index) => limits.get(`t${index}`) ?? 0);
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

  it('keep every part once and in order', () => {
    const { chapters } = sampleDocument();
    const parts = pageSections(chapters).flatMap((section) => section.parts);
    expect(parts.filter(({ kind }) => kind !== 'chapter')).toEqual(chapters.flatMap(({ blocks }) => blocks));
  });
});
