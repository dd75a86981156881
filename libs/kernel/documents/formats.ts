import { strToU8 } from 'fflate';
import type { MediaType } from '@weerbaar/kernel/files';
import { renderTablesArchive } from './csv-renderer.js';
import { documentLabels } from './document-labels.js';
import type { DocumentModel } from './document-model.js';
import { renderHtml } from './html-renderer.js';
import type { PdfCopy } from './pdf/typeset-order.js';
import type { Typesetter } from './pdf/typesetter.js';
import { renderSpreadsheet } from './spreadsheet-renderer.js';
import { safeName } from './tidy-document.js';
import { renderWord } from './word-renderer.js';

export type DocumentFormatId = 'html' | 'pdf' | 'archive-pdf' | 'word' | 'tables-csv' | 'spreadsheet';

interface FormatDescription {
  readonly format: DocumentFormatId;
  readonly mediaType: MediaType;
  fileName(model: DocumentModel): string;
}

/** Made in this process. */
export interface DrawnFormat extends FormatDescription {
  readonly kind: 'drawn';
  render(model: DocumentModel): Promise<Uint8Array>;
}

/** Made by the typesetting process, which can make several copies in one run. */
export interface TypesetFormat extends FormatDescription {
  readonly kind: 'typeset';
  readonly copy: PdfCopy;
}

export type DocumentFormat = DrawnFormat | TypesetFormat;

/** "Jaarverslag integriteit 2025", "Openbare uitgave" -> "jaarverslag-integriteit-2025-openbare-uitgave.pdf". */
function named(extension: string, part?: 'archive' | 'tables'): (model: DocumentModel) => string {
  return (model) => {
    const suffix = part ? documentLabels[model.language].fileParts[part] : '';
    return `${safeName([model.title, model.edition, suffix].filter(Boolean).join(' '))}.${extension}`;
  };
}

export const documentFormats: readonly DocumentFormat[] = [
  {
    kind: 'drawn',
    format: 'html',
    mediaType: 'text/html',
    fileName: named('html'),
    render: async (model) => strToU8(renderHtml(model)),
  },
  { kind: 'typeset', format: 'pdf', mediaType: 'application/pdf', copy: 'readable', fileName: named('pdf') },
  {
    kind: 'typeset',
    format: 'archive-pdf',
    mediaType: 'application/pdf',
    copy: 'archive',
    fileName: named('pdf', 'archive'),
  },
  {
    kind: 'drawn',
    format: 'word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: named('docx'),
    render: renderWord,
  },
  {
    kind: 'drawn',
    format: 'tables-csv',
    mediaType: 'application/zip',
    fileName: named('zip', 'tables'),
    render: async (model) => renderTablesArchive(model),
  },
  {
    kind: 'drawn',
    format: 'spreadsheet',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    fileName: named('ods', 'tables'),
    render: renderSpreadsheet,
  },
];

export function documentFormat(format: DocumentFormatId): DocumentFormat {
  const found = documentFormats.find((candidate) => candidate.format === format);
  if (!found) throw new RangeError(`Not a document format: ${format}`);
  return found;
}

/** One finished file. */
export interface RenderedDocument {
  readonly format: DocumentFormatId;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
}

/**
 * Makes the formats asked for, one file at a time, so that a job can report progress and store between two files.
 * All PDFs come from one run of the typesetter; what is drawn here is made, and given, while that runs.
 * @throws TypesettingError when the typesetter fails; the other files are then already given.
 */
export async function* renderDocument(
  model: DocumentModel,
  typesetter: Typesetter,
  formats: readonly DocumentFormatId[] = documentFormats.map(({ format }) => format),
): AsyncGenerator<RenderedDocument> {
  const wanted = formats.map(documentFormat);
  const typeset = wanted.filter((format) => format.kind === 'typeset');
  const copies = typeset.map(({ copy }) => copy);
  const typesetting = copies.length > 0 ? typesetter.typeset(model, copies) : undefined;
  // Heard below; until then a failure must not count as one that nobody handles.
  typesetting?.catch(() => undefined);
  for (const format of wanted) {
    if (format.kind === 'drawn') yield finished(format, model, await format.render(model));
  }
  const pdfs = await typesetting;
  for (const format of typeset) {
    const bytes = pdfs?.[format.copy];
    if (bytes) yield finished(format, model, bytes);
  }
}

function finished(description: FormatDescription, model: DocumentModel, bytes: Uint8Array): RenderedDocument {
  const { format, mediaType } = description;
  return { format, mediaType, fileName: description.fileName(model), bytes };
}
