import { strFromU8, strToU8, unzipSync } from 'fflate';
import { OdsDocument, type OdsCellValue } from 'odf-kit/ods';
import type { FigureCell, Measure } from '@weerbaar/core/figures';
import { documentLabels } from './document-labels.js';
import type { DocumentModel, DocumentTable } from './document-model.js';
import { documentTables } from './document-tables.js';
import { stableArchive } from './stable-archive.js';
import { tidyDocument } from './tidy-document.js';

/**
 * An ODS file with one sheet per table. Numbers, amounts and days are typed; a text is always a text cell, so
 * nothing a person typed can run as a formula.
 */
export async function renderSpreadsheet(model: DocumentModel): Promise<Uint8Array> {
  const tidy = tidyDocument(model);
  const book = new OdsDocument();
  book.setMetadata({ title: tidy.title, creator: tidy.publisher });
  const tables = documentTables(tidy);
  for (const { table, sheetName } of tables) addSheet(book, table, sheetName);
  const { noData } = documentLabels[tidy.language];
  if (tables.length === 0) book.addSheet(noData).addRow([noData]);
  return stableSpreadsheet(await book.save(), tidy.issuedAt);
}

function addSheet(book: OdsDocument, table: DocumentTable, name: string): void {
  const sheet = book.addSheet(name);
  sheet.addRow(
    table.columns.map(({ label }) => ({ value: label, type: 'string' })),
    { bold: true, backgroundColor: '#eef5f8' },
  );
  sheet.freezeRows(1);
  for (const row of table.rows) {
    sheet.addRow(row.map((cell, index) => sheetCell(cell, table.columns[index]?.measure ?? 'text')));
  }
  table.columns.forEach(({ measure }, index) =>
    sheet.setColumnWidth(index, measure === 'text' ? '6cm' : '3cm'),
  );
}

function sheetCell(cell: FigureCell, measure: Measure): OdsCellValue {
  if (cell === null) return null;
  if (typeof cell === 'string') {
    return measure === 'day'
      ? { value: new Date(`${cell}T00:00:00Z`), type: 'date' }
      : { value: cell, type: 'string' };
  }
  return measure === 'euro'
    ? { value: cell, type: 'currency', numberFormat: 'currency:EUR' }
    : { value: cell, type: 'float' };
}

/** The library writes the time of writing, in the file and in the zip. */
function stableSpreadsheet(file: Uint8Array, issuedAt: string): Uint8Array {
  const parts = unzipSync(file);
  const meta = parts['meta.xml'];
  if (!meta) throw new Error('A spreadsheet without meta.xml');
  const text = strFromU8(meta).replace(
    /(<meta:creation-date>)[^<]*/u,
    (_, opening: string) => opening + issuedAt,
  );
  return stableArchive({ ...parts, 'meta.xml': strToU8(text) });
}
