import { type FigureCell, formatCell, type Language, type Measure } from '@weerbaar/core/figures';
import type { DocumentTable } from './document-model.js';

const mostPlainColumns = 6;
/** So many letters of a word must fit in its column on an upright page; longer words are broken there. */
const longestUprightWord = 14;
/** Letters across an upright page at the smaller size of a table with many columns. */
const denseLettersAcross = 100;

/** A table that only reads well across the long side of the page: many columns, of which the words do not fit. */
export function isWideTable(table: DocumentTable): boolean {
  if (table.columns.length <= mostPlainColumns) return false;
  const rows = printedRows({ ...table, rows: table.rows.slice(0, mostMeasuredRows) }, 'nl');
  return sum(columnNeeds(table, rows, longestUprightWord).map(({ least }) => least)) > denseLettersAcross;
}

/** Part of the text width that a table takes: what is short stays together, so that the eye finds its row. */
export function tableShare(table: DocumentTable, rows: readonly (readonly string[])[]): 0.5 | 1 {
  const wanted = sum(columnNeeds(table, rows, longestKeptWord).map((need) => need.wanted));
  return wanted <= lettersAcross.portrait / 2 ? 0.5 : 1;
}

/** Numbers line up at the right; words, days and quarters start at the left. */
export function isNumeric(measure: Measure): boolean {
  return measure === 'count' || measure === 'percentage' || measure === 'euro' || measure === 'hours';
}

/** All amounts of a column are printed alike: with cents when one of them has these. */
export function printedRows(table: DocumentTable, language: Language): string[][] {
  const cents = table.columns.map(
    ({ measure }, index) => measure === 'euro' && table.rows.some((row) => hasCents(row[index] ?? null)),
  );
  return table.rows.map((row) =>
    row.map((cell, index) =>
      formatCell(cell, table.columns[index]?.measure ?? 'text', language, { cents: cents[index] ?? false }),
    ),
  );
}

function hasCents(cell: FigureCell): boolean {
  return typeof cell === 'number' && Math.round(cell * 100) % 100 !== 0;
}

/** Letters that fit side by side in the text width of a page, at the size tables are printed in. */
const lettersAcross = { portrait: 92, landscape: 166 };
/** Room at both sides of a cell, in letters. */
const cellRoom = 2.8;
const longestKeptWord = 20;
const mostMeasuredRows = 200;

/**
 * Parts of the table width per column, adding up to one. Columns without any weight get room after their contents:
 * first for their longest word, then for the length of their texts.
 */
export function columnShares(table: DocumentTable, rows: readonly (readonly string[])[]): number[] {
  const weights = table.columns.map((column) => column.weight);
  const widths = weights.some((weight) => weight !== undefined)
    ? weights.map((weight) => Math.max(weight ?? 1, 0.1))
    : naturalWidths(table, rows);
  const total = sum(widths);
  return widths.map((width) => width / total);
}

interface ColumnNeed {
  /** For the longest word, as far as that is kept whole. */
  readonly least: number;
  /** For most of the texts on one line. */
  readonly wanted: number;
  readonly numeric: boolean;
}

/** In letters. */
function columnNeeds(
  table: DocumentTable,
  rows: readonly (readonly string[])[],
  keptWord: number,
): ColumnNeed[] {
  return table.columns.map(({ label, measure }, index) => {
    const texts = rows.slice(0, mostMeasuredRows).map((row) => row[index] ?? '');
    const longestWord = Math.max(...[label, ...texts].map(longestWordLength));
    const least = Math.min(longestWord, keptWord) + cellRoom;
    const typical = Math.max(Math.min(label.length, keptWord), typicalLength(texts)) + cellRoom;
    return { least, wanted: Math.max(least, typical), numeric: isNumeric(measure) };
  });
}

function naturalWidths(table: DocumentTable, rows: readonly (readonly string[])[]): number[] {
  const wide = isWideTable(table);
  const dense = !wide && table.columns.length > mostPlainColumns;
  const columns = columnNeeds(table, rows, dense ? longestUprightWord : longestKeptWord);
  const upright = dense ? denseLettersAcross : lettersAcross.portrait;
  const across = tableShare(table, rows) * (wide ? lettersAcross.landscape : upright);
  const spare = across - sum(columns.map(({ wanted }) => wanted));
  if (spare >= 0) {
    // Room to spare goes to the words, so that numbers stay close together.
    const parts = columns.map(({ wanted, numeric }) => (numeric ? 0.25 : 1) * wanted);
    return columns.map(({ wanted }, index) => wanted + (spare * (parts[index] ?? 0)) / sum(parts));
  }
  const room = Math.max(across - sum(columns.map(({ least }) => least)), 0);
  const parts = columns.map(({ least, wanted }) => growth(wanted - least));
  return columns.map(({ least }, index) => least + (room * (parts[index] ?? 0)) / Math.max(sum(parts), 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Long texts get more room, but not in proportion: they may take more lines. */
function growth(length: number): number {
  return length <= 30 ? length : 30 + Math.sqrt(length - 30) * 2;
}

// A no-break space keeps its neighbours together, so it does not end a word here.
export function longestWordLength(text: string): number {
  return Math.max(0, ...text.split(/[ \n\u200b-]+/u).map((word) => word.length));
}

/** The length that nine in ten texts stay under. */
function typicalLength(texts: readonly string[]): number {
  const sorted = texts.map((text) => text.length).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
}

/** So many cells still make a document a person can open, and keep typesetting under half a gigabyte. */
const mostPrintedCells = 20_000;

/**
 * How many rows of each table the paged formats print. Small tables are always whole; the largest share what is
 * left. What is cut stands in full in HTML, CSV and spreadsheet, and the page says so.
 */
export function printedRowLimits(
  tables: readonly DocumentTable[],
  budget: number = mostPrintedCells,
): ReadonlyMap<DocumentTable, number> {
  const limits = new Map<DocumentTable, number>();
  const bySize = tables.toSorted((a, b) => cellCount(a) - cellCount(b));
  let cellsLeft = budget;
  bySize.forEach((table, index) => {
    const fairPart = Math.floor(cellsLeft / (bySize.length - index));
    const columns = Math.max(table.columns.length, 1);
    const rows = Math.min(table.rows.length, Math.max(Math.floor(fairPart / columns), 1));
    limits.set(table, rows);
    cellsLeft -= rows * columns;
  });
  return limits;
}

function cellCount(table: DocumentTable): number {
  return table.columns.length * table.rows.length;
}
