import { describeMediaType, type MediaType, mediaTypeOfExtension } from './media-type.js';

/** In characters, the extension included. The database checks the same. */
const longestName = 200;

/** Control characters, marks that turn the reading direction, and other invisible signs: they can make a name lie. */
const invisible = /[\p{Control}\p{Format}\p{Surrogate}\p{Line_Separator}\p{Paragraph_Separator}]/gu;

/** Dots and spaces around a name. The look back keeps a long row of them from being tried from every place in it. */
const around = /^[. ]+|(?<![. ])[. ]+$/g;

/** A name of only dots and spaces is none. */
const nameless = 'bestand';

/**
 * A safe name for a file of a type: without folders or invisible characters, at most 200 characters, and
 * with the extension of the type, whatever it was called before.
 */
export function fileName(given: string, type: MediaType): string {
  const { stem, extension } = split(bareName(given));
  const { extensions } = describeMediaType(type);
  const fits = extensions.includes(extension.toLowerCase());
  const suffix = `.${fits ? extension.toLowerCase() : extensions[0]}`;
  const base = fits || !extension ? stem : `${stem}.${extension}`;
  const room = longestName - suffix.length;
  return `${[...(base || nameless)].slice(0, room).join('').trimEnd()}${suffix}`;
}

/** The type that the extension of a name promises, if Weerbaar knows it. */
export function promisedType(given: string): MediaType | undefined {
  return mediaTypeOfExtension(split(bareName(given)).extension);
}

function bareName(given: string): string {
  const visible = given
    .normalize('NFC')
    .replaceAll(/[\t\r\n]/g, ' ')
    .replaceAll(invisible, '');
  const withoutFolders = visible.split(/[/\\]/).at(-1) ?? '';
  return withoutFolders.replaceAll(/\s+/g, ' ').replaceAll(around, '');
}

function split(name: string): { readonly stem: string; readonly extension: string } {
  const [, stem, extension] = /^(.+)\.([A-Za-z0-9]{1,10})$/.exec(name) ?? [];
  return { stem: stem ?? name, extension: extension ?? '' };
}
