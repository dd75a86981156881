import type { Language } from '@weerbaar/core/figures';

/** The fixed words of every document, in the language of its reader. */
export interface DocumentLabels {
  readonly untitled: string;
  readonly untitledTable: string;
  readonly contents: string;
  readonly skipToContents: string;
  readonly colophon: string;
  readonly page: string;
  readonly of: string;
  readonly table: string;
  readonly figure: string;
  readonly source: string;
  readonly draft: string;
  readonly noData: string;
  /** What a screen reader says where the eye sees the mark of an empty cell. */
  readonly emptyCell: string;
  readonly emptyChapter: string;
  /** Ends of file names, for copies that need telling apart. */
  readonly fileParts: Readonly<Record<'archive' | 'tables', string>>;
  /** Above a table that on a small screen is wider than it. */
  readonly scrollHint: string;
  readonly moreRows: (shown: string, total: string, fileName: string) => string;
}

export const documentLabels: Readonly<Record<Language, DocumentLabels>> = {
  nl: {
    untitled: 'Document zonder titel',
    untitledTable: 'Zonder titel',
    contents: 'Inhoud',
    skipToContents: 'Ga direct naar de tekst',
    colophon: 'Over dit document',
    page: 'Pagina',
    of: 'van',
    table: 'Tabel',
    figure: 'Figuur',
    source: 'Bron',
    draft: 'Concept',
    noData: 'Geen gegevens',
    emptyCell: 'geen waarde',
    emptyChapter: 'Dit hoofdstuk heeft nog geen tekst.',
    fileParts: { archive: 'archief', tables: 'tabellen' },
    scrollHint: 'Schuif de tabel opzij om alle kolommen te zien.',
    moreRows: (shown, total, fileName) =>
      `Hier staan de eerste ${shown} van ${total} rijen. Het bestand ${fileName} bevat ze allemaal.`,
  },
  en: {
    untitled: 'Untitled document',
    untitledTable: 'Untitled',
    contents: 'Contents',
    skipToContents: 'Skip to the text',
    colophon: 'About this document',
    page: 'Page',
    of: 'of',
    table: 'Table',
    figure: 'Figure',
    source: 'Source',
    draft: 'Draft',
    noData: 'No data',
    emptyCell: 'no value',
    emptyChapter: 'This chapter has no text yet.',
    fileParts: { archive: 'archive', tables: 'tables' },
    scrollHint: 'Scroll the table sideways to see all columns.',
    moreRows: (shown, total, fileName) =>
      `These are the first ${shown} of ${total} rows. The file ${fileName} holds them all.`,
  },
};
