import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '@weerbaar/kernel/problems';

/** In characters; a quote that is never closed must not take in the whole file. */
const longestRecord = 100_000;

export interface CsvRecord {
  /** As a spreadsheet counts: the headings are row 1, and a row may be several lines. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Something stands in the file that is no CSV: from here on nothing can be read. */
export class UnreadableRow extends Error {
  constructor(readonly row: number) {
    super(`row ${row} can not be read`);
    this.name = 'UnreadableRow';
  }
}

/**
 * The rows of a CSV file, one by one, without those in which nothing stands.
 * @throws UnreadableRow at a quote that is out of place or never closed.
 */
export async function* recordsOf(text: AsyncIterable<string>, separator: string): AsyncGenerator<CsvRecord> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    max_record_size: longestRecord,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  pipeline(Readable.from(text), parser, () => undefined);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    // The stream drops what it had read already, so that `row` may lag behind.
    if (error instanceof CsvError) throw new UnreadableRow(Number(error.records) + 1);
    throw error;
  }
}

/** What stands between the headings: of these the one that stands there most, outside quotes. */
const separators = [';', ',', '\t'] as const;

export function separatorOf(headings: string): string {
  const bare = headings.replaceAll(/"[^"]*"/gu, '');
  const count = (separator: string) => bare.split(separator).length;
  return separators.toSorted((one, other) => count(other) - count(one))[0] ?? ';';
}

/** Headings longer than this are no headings. */
const longestHeadings = 64 * 1024;

export interface Beginning {
  /** The line of the headings, or what there is of it. */
  readonly headings: string;
  /** All of the stream, also what was read to find it. */
  readonly whole: AsyncIterable<string>;
}

/** Reads no further than the first line in which something stands. */
export async function beginningOf(text: AsyncGenerator<string>): Promise<Beginning> {
  let read = '';
  let next = await text.next();
  for (; !next.done; next = await text.next()) {
    read += next.value;
    if (/[\r\n]/u.test(read.trimStart())) break;
    if (read.length > longestHeadings) throw new Problem('malformed-request');
  }
  const [headings = ''] = read.trimStart().split(/[\r\n]/u, 1);
  async function* whole(): AsyncGenerator<string> {
    yield read;
    yield* text;
  }
  return { headings, whole: whole() };
}
