import { strToU8 } from 'fflate';
import type { FigureCell, Language } from '@weerbaar/core/figures';
import type { DocumentModel, DocumentTable } from './document-model.js';
import { documentTables } from './document-tables.js';
import { printableText } from './printable-text.js';
import { stableArchive } from './stable-archive.js';
import { tidyDocument } from './tidy-document.js';

const byteOrderMark = '\ufeff';
const separator = ';';
const lineEnd = '\r\n';

/**
 * The table as a spreadsheet opens it: UTF-8 with a byte order mark, semicolons, every row ended by CRLF, numbers
 * without thousands marks and with the decimal sign of the language, days as `yyyy-mm-dd`. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front.
 */
export function renderCsv(table: DocumentTable, language: Language): string {
  const rows = table.rows.map((row) =>
    csvRow(
      table.columns.map((_, index) => row[index] ?? null),
      language,
    ),
  );
  return [csvHeader(table.columns.map(({ label }) => label)), ...rows].join('');
}

/** What such a file begins with; for one that is too long to be a table in memory. */
export function csvHeader(labels: readonly string[]): string {
  return byteOrderMark + lineOf(labels.map(field));
}

/** One row of such a file. */
export function csvRow(cells: readonly FigureCell[], language: Language): string {
  return lineOf(cells.map((cell) => csvCell(cell, language)));
}

/** All tables, each as a CSV file named after its number and title. */
export function renderTablesArchive(model: DocumentModel): Uint8Array {
  const tidy = tidyDocument(model);
  const files = documentTables(tidy).map(({ table, fileName }) => [
    fileName,
    strToU8(renderCsv(table, tidy.language)),
  ]);
  return stableArchive(Object.fromEntries(files) as Record<string, Uint8Array>);
}

function lineOf(fields: readonly string[]): string {
  return fields.join(separator) + lineEnd;
}

function csvCell(cell: FigureCell, language: Language): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? plainNumber(cell, language) : field(cell);
}

function plainNumber(value: number, language: Language): string {
  const text = String(value);
  return language === 'nl' ? text.replace('.', ',') : text;
}

// The full-width forms are read as their plain ones by some spreadsheets.
const formulaStart = /^\s*[=+\-@＝＋－＠]/u;

function field(text: string): string {
  const printable = printableText(text);
  const guarded = formulaStart.test(printable) ? `'${printable}` : printable;
  return /[";\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
