import { formatCell, type Language, type Measure } from '@weerbaar/core/figures';
import type { DocumentTable } from './document-model.js';

const mostPortraitColumns = 6;

/** A table that only reads well across the long side of the page. */
export function isWideTable(table: DocumentTable): boolean {
  return table.columns.length > mostPortraitColumns;
}

/** Numbers line up at the right; words, days and quarters start at the left. */
export function isNumeric(measure: Measure): boolean {
  return measure === 'count' || measure === 'percentage' || measure === 'euro' || measure === 'hours';
}

export function printedRows(table: DocumentTable, language: Language): string[][] {
  return table.rows.map((row) => row.map((cell, index) => printedCell(table, cell, index, language)));
}

function printedCell(
  table: DocumentTable,
  cell: string | number | null,
  index: number,
  language: Language,
): string {
  return formatCell(cell, table.columns[index]?.measure ?? 'text', language);
}

/** Letters that fit side by side in the text width of a page, at the size tables are printed in. */
const lettersAcross = { portrait: 92, landscape: 166 };
/** Room at both sides of a cell, in letters. */
const cellRoom = 2.8;
const longestKeptWord = 20;

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

function naturalWidths(table: DocumentTable, rows: readonly (readonly string[])[]): number[] {
  const columns = table.columns.map(({ label, measure }, index) => {
    const texts = rows.slice(0, 200).map((row) => row[index] ?? '');
    const longestWord = Math.max(...[label, ...texts].map(longestWordLength));
    const least = Math.min(longestWord, longestKeptWord) + cellRoom;
    const typical = Math.max(Math.min(label.length, longestKeptWord), typicalLength(texts)) + cellRoom;
    return { least, wanted: Math.max(least, typical), numeric: isNumeric(measure) };
  });
  const across = isWideTable(table) ? lettersAcross.landscape : lettersAcross.portrait;
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
): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  const bySize = tables.toSorted((a, b) => cellCount(a) - cellCount(b));
  let cellsLeft = budget;
  bySize.forEach((table, index) => {
    const fairPart = Math.floor(cellsLeft / (bySize.length - index));
    const columns = Math.max(table.columns.length, 1);
    const rows = Math.min(table.rows.length, Math.max(Math.floor(fairPart / columns), 1));
    limits.set(table.id, rows);
    cellsLeft -= rows * columns;
  });
  return limits;
}

function cellCount(table: DocumentTable): number {
  return table.columns.length * table.rows.length;
}
