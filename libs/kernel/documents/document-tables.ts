import { documentLabels } from './document-labels.js';
import type { DocumentModel, DocumentTable } from './document-model.js';
import { safeName } from './tidy-document.js';

export interface NamedTable {
  readonly table: DocumentTable;
  /** "tabel-03-stand-per-thema.csv". */
  readonly fileName: string;
  /** "3 Stand per thema". */
  readonly sheetName: string;
}

const longestFileTitle = 60;
/** The most that every spreadsheet program reads. */
const longestSheetName = 31;

/**
 * All tables of a tidy document in reading order, with the number and the title they have in the document: who has
 * the page before them finds the file, and no two names are the same.
 */
export function documentTables(model: DocumentModel): NamedTable[] {
  const tables = model.chapters.flatMap((chapter) =>
    chapter.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  const digits = Math.max(String(tables.length).length, 2);
  return tables.map((table, index) => {
    const number = String(index + 1);
    const word = documentLabels[model.language].table.toLowerCase();
    const title = shortenedAtWord(safeName(table.caption), longestFileTitle, '-');
    return {
      table,
      fileName: `${word}-${number.padStart(digits, '0')}-${title}.csv`,
      sheetName: shortenedAtWord(`${number} ${sheetTitle(table.caption)}`, longestSheetName, ' '),
    };
  });
}

/** The name of its CSV file, for the sentence that sends a reader there. */
export function csvFileName(model: DocumentModel, table: DocumentTable): string {
  const named = documentTables(model).find((candidate) => candidate.table === table);
  if (!named) throw new Error('a table of another document');
  return named.fileName;
}

/** Without what a spreadsheet allows in no name of a sheet. */
function sheetTitle(caption: string): string {
  return caption
    .replace(/[[\]*?:/\\']/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whole words only; a first word that is longer by itself is cut. */
function shortenedAtWord(text: string, longest: number, gap: string): string {
  const letters = [...text];
  if (letters.length <= longest) return text;
  const start = letters.slice(0, longest + 1).join('');
  const end = start.lastIndexOf(gap);
  return end > longest / 3 ? start.slice(0, end) : letters.slice(0, longest).join('');
}
