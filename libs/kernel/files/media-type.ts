import type { Localised } from '@weerbaar/core/figures';

export interface MediaTypeDescription {
  /** The usual one first. */
  readonly extensions: readonly [string, ...string[]];
  readonly label: Localised;
  /** An office document in a zip container, which can hold macros. */
  readonly office?: true;
}

/** The kinds of files Weerbaar takes in or makes. */
export const mediaTypes = {
  'application/pdf': { extensions: ['pdf'], label: { nl: 'PDF', en: 'PDF' } },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extensions: ['docx'],
    label: { nl: 'Word (docx)', en: 'Word (docx)' },
    office: true,
  },
  'application/vnd.oasis.opendocument.text': {
    extensions: ['odt'],
    label: { nl: 'OpenDocument-tekst (odt)', en: 'OpenDocument text (odt)' },
    office: true,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extensions: ['xlsx'],
    label: { nl: 'Excel (xlsx)', en: 'Excel (xlsx)' },
    office: true,
  },
  'application/vnd.oasis.opendocument.spreadsheet': {
    extensions: ['ods'],
    label: { nl: 'OpenDocument-rekenblad (ods)', en: 'OpenDocument spreadsheet (ods)' },
    office: true,
  },
  'image/png': { extensions: ['png'], label: { nl: 'PNG-afbeelding', en: 'PNG image' } },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], label: { nl: 'JPEG-afbeelding', en: 'JPEG image' } },
  'text/html': { extensions: ['html', 'htm'], label: { nl: 'webpagina (html)', en: 'web page (html)' } },
  'text/csv': { extensions: ['csv'], label: { nl: 'CSV', en: 'CSV' } },
  'application/zip': { extensions: ['zip'], label: { nl: 'zip-bestand', en: 'zip file' } },
} as const satisfies Record<string, MediaTypeDescription>;

export type MediaType = keyof typeof mediaTypes;

/** What people may upload as a document: formats that can be read without running anything. */
export const documentUploadTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'image/png',
  'image/jpeg',
] as const satisfies readonly MediaType[];

/** The most bytes an upload may have: 25 MB. */
export const uploadLimitBytes = 25 * 1024 * 1024;

export function describeMediaType(type: MediaType): MediaTypeDescription {
  return mediaTypes[type];
}

export function isMediaType(name: string): name is MediaType {
  return Object.hasOwn(mediaTypes, name);
}

/** The type a file name promises, if it is one that Weerbaar knows. */
export function mediaTypeOfExtension(extension: string): MediaType | undefined {
  return Object.keys(mediaTypes)
    .filter(isMediaType)
    .find((type) => describeMediaType(type).extensions.includes(extension.toLowerCase()));
}
