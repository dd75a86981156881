import { strFromU8, strToU8, unzipSync } from 'fflate';
import { stableArchive } from './stable-archive.js';

// The library names its links at random, and counts bookmarks and pictures on from the document before. Relationships it counts
// per document, such as `rId12`, are short and stay.
const changingNames: readonly (readonly [found: RegExp, stable: string])[] = [
  [/(?<=(?:r:id|r:embed|r:link|Id)=")rId[a-z0-9_-]{15,}/gu, 'rIdLink'],
  [/(?<=w:(?:anchor|name)="|PAGEREF )_Toc\d+/gu, '_Toc'],
  [/(?<=<w:bookmark(?:Start|End)\b[^>]* w:id=")\d+/gu, ''],
  [/(?<=<(?:wp:docPr|pic:cNvPr) id=")\d+/gu, ''],
];
const moments = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;

/**
 * A Word file without what differs from one run to the next: random names, the time of writing, the zip's own times.
 * @param issuedAt ISO moment that stands in the properties of the file instead.
 */
export function stableWordFile(file: Uint8Array, issuedAt: string): Uint8Array {
  const parts = Object.entries(unzipSync(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const renamers = changingNames.map(([found, stable]) => [found, renamer(stable)] as const);
  const stable = parts.map(([path, bytes]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/u.test(path)) return [path, bytes];
    const renamed = renamers.reduce((text, [found, rename]) => text.replace(found, rename), strFromU8(bytes));
    const moment = issuedAt.replace(/\.\d+Z$/u, 'Z');
    return [path, strToU8(renamed.replace(moments, (_, opening: string) => opening + moment))];
  });
  return stableArchive(Object.fromEntries(contentTypesFirst(stable)));
}

/** Gives every name a number in the order of appearance. */
function renamer(prefix: string): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const stable = names.get(name) ?? `${prefix}${names.size + 1}`;
    names.set(name, stable);
    return stable;
  };
}

/** Programs look at the first entry to see what the file is. */
function contentTypesFirst(parts: [string, Uint8Array][]): [string, Uint8Array][] {
  const isFirst = ([path]: [string, Uint8Array]): boolean => path === '[Content_Types].xml';
  return [...parts.filter(isFirst), ...parts.filter((part) => !isFirst(part))];
}
