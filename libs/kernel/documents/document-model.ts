import type { Chart } from '@weerbaar/core/charts';
import type { FigureCell, Language, Measure } from '@weerbaar/core/figures';
import type { RichText } from '@weerbaar/core/richtext';

/**
 * A document apart from any format. Renderers turn it into HTML, PDF, Word and data files;
 * none of them knows what the document is about.
 */
export interface DocumentModel {
  readonly language: Language;
  /** "Jaarverslag integriteit 2025". */
  readonly title: string;
  readonly subtitle?: string;
  /** Who publishes: the organisation. */
  readonly publisher: string;
  /** One line on the cover and in every footer: "Concept", "Vastgesteld op 14 april 2026". */
  readonly status: string;
  /** Drafts carry a mark on every page. */
  readonly draft: boolean;
  /** Edition in words: "Openbare uitgave". */
  readonly edition: string;
  /** Fixed moment written into the file metadata (UTC ISO): never the time of rendering. */
  readonly issuedAt: string;
  readonly keywords: readonly string[];
  /** Status, adoption, snapshot, contact: printed after the cover. */
  readonly colophon: readonly ColophonEntry[];
  readonly chapters: readonly DocumentChapter[];
}

export interface ColophonEntry {
  readonly label: string;
  readonly value: string;
}

export interface DocumentChapter {
  /** Stable and safe for a file name and an anchor: "summary", "actions". */
  readonly id: string;
  /** Printed number ("1", "A"); absent for a foreword. */
  readonly number?: string;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Figure references are already replaced: renderers get text and links only. */
  | { readonly kind: 'richtext'; readonly body: RichText }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'key-figures'; readonly items: readonly KeyFigure[] }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  | { readonly kind: 'chart'; readonly id: string; readonly chart: Chart; readonly caption: string };

export interface KeyFigure {
  readonly label: string;
  /** Already formatted the Dutch or English way. */
  readonly value: string;
  readonly note?: string;
}

export interface DocumentTable {
  /** Also names its CSV file and its sheet. */
  readonly caption: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly FigureCell[])[];
  /** Where the numbers come from: register, reference date, figure id. */
  readonly source?: string;
  /** Stands instead of the table when it has no rows. */
  readonly whenEmpty?: string;
}

export interface DocumentColumn {
  readonly label: string;
  readonly measure: Measure;
  /**
   * Share of the text width, relative to the other columns; 1 where only others have one. A table without any
   * weight gets columns after their contents.
   */
  readonly weight?: number;
}
