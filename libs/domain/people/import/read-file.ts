import { Problem } from '@weerbaar/kernel/problems';
import { beginningOf, type CsvRecord, recordsOf, separatorOf, UnreadableRow } from './csv-records.js';
import { encodingOf, isUtf16, textOf } from './csv-text.js';
import { type ColumnMapping, findColumns, type FoundColumns, type ImportColumn } from './import-columns.js';
import { columnFault, type ImportFault } from './import-fault.js';
import { type ReadRow, RowReader } from './import-row.js';

/** More rows than this are no file of one organisation; all of them are in memory when they are compared. */
export const rowsAtMost = 50_000;

export interface ReadFile {
  readonly rows: readonly ReadRow[];
  readonly headings: Readonly<Partial<Record<ImportColumn, string>>>;
  /** What is wrong with the file as a whole. Then the rows may not be all there are. */
  readonly faults: readonly ImportFault[];
}

/**
 * Lets a file pass, once its headings are found to be right: so a large file that can't be used is refused at its
 * beginning.
 * @throws Problem `invalid-input` with all that is wrong with the headings.
 */
export async function* headingsChecked(
  chunks: AsyncIterable<Uint8Array>,
  mapping: ColumnMapping,
): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  async function* tee(): AsyncGenerator<Uint8Array> {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      taken.push(next.value);
      yield next.value;
    }
  }
  try {
    const beginning = await beginningOf(textOf(tee(), 'utf-8'));
    const start = Buffer.concat(taken);
    if (isUtf16(start)) throw otherEncoding();
    // A beginning that was cut in the middle of a sign is still UTF-8: only its line of headings counts.
    const { headings } = beginning.headings.includes('\ufffd')
      ? await beginningOf(textOf(once(start), 'windows-1252'))
      : beginning;
    if (start.length > 0) await columnsOf(headings, mapping);
    yield* taken;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}

/** @param open gives the file from its beginning, each time it is called. */
export async function readFile(
  open: () => Promise<AsyncIterable<Uint8Array>>,
  mapping: ColumnMapping,
): Promise<ReadFile> {
  const encoding = await encodingOf(await open());
  const { headings, whole } = await beginningOf(textOf(await open(), encoding));
  const records = recordsOf(whole, separatorOf(headings));
  const rows: ReadRow[] = [];
  const found: Partial<Record<ImportColumn, string>> = {};
  try {
    const first = await records.next();
    if (first.done) return { rows, headings: found, faults: [] };
    const columns = findColumns(first.value.cells, mapping);
    for (const [column, { heading }] of columns) found[column] = heading;
    const reader = new RowReader(columns, first.value.cells.length);
    for await (const record of records) {
      if (rows.length === rowsAtMost) return { rows, headings: found, faults: [tooManyRows()] };
      rows.push(reader.read(record));
    }
    return { rows, headings: found, faults: [] };
  } catch (error) {
    return { rows, headings: found, faults: faultsOf(error) };
  }
}

async function columnsOf(headings: string, mapping: ColumnMapping): Promise<FoundColumns> {
  const first = await firstRecord(headings);
  if (!first) throw Problem.invalid({ path: 'file', code: 'unreadable', message: unreadable(1).message });
  return findColumns(first.cells, mapping);
}

async function firstRecord(headings: string): Promise<CsvRecord | undefined> {
  try {
    for await (const record of recordsOf(once(headings), separatorOf(headings))) return record;
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
  }
  return undefined;
}

async function* once<Piece>(piece: Piece): AsyncGenerator<Piece> {
  yield piece;
}

function faultsOf(error: unknown): ImportFault[] {
  if (error instanceof UnreadableRow) return [unreadable(error.row)];
  if (error instanceof Problem && error.faults.length > 0)
    return error.faults.map(({ code, message }) => ({ column: null, code, message }));
  throw error;
}

function unreadable(row: number): ImportFault {
  return columnFault(
    null,
    'unreadable',
    `Vanaf rij ${row} is het bestand niet te lezen: een aanhalingsteken staat verkeerd of sluit niet.`,
    `From row ${row} the file can not be read: a quote is misplaced or never closed.`,
  );
}

function tooManyRows(): ImportFault {
  return columnFault(
    null,
    'too-many-rows',
    `Er staan meer dan ${rowsAtMost} rijen in het bestand.`,
    `There are more than ${rowsAtMost} rows in the file.`,
  );
}

function otherEncoding(): Problem {
  return Problem.invalid({
    path: 'file',
    code: 'encoding',
    message: {
      nl: 'Dit bestand is in UTF-16 opgeslagen. Sla het op als CSV in UTF-8.',
      en: 'This file was saved as UTF-16. Save it as CSV in UTF-8.',
    },
  });
}
