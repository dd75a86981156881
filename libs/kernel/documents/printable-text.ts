// Control characters other than tab and line feed: no format prints them, and XML forbids them.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;
// Embeddings, overrides and isolates can turn the text around them; the letters themselves carry their direction.
const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/gu;
const halfCharacters = /\p{Surrogate}/gu;
const nonCharacters = /[\ufeff\ufffe\uffff]/gu;
const lineEnds = /\r\n?|\u0085|\u2028|\u2029/gu;

/** The text as every format can hold it: same letters, without what would break a file or the text beside it. */
export function printableText(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(controls, '')
    .replace(directionOverrides, '')
    .replace(nonCharacters, '')
    .replace(halfCharacters, '\ufffd')
    .replaceAll('\t', ' ')
    .normalize('NFC');
}

/** Applies `printableText` to every string inside plain data. */
export function printableData<T>(data: T): T;
export function printableData(data: unknown): unknown {
  if (typeof data === 'string') return printableText(data);
  if (Array.isArray(data)) return data.map((item: unknown) => printableData(item));
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printableData(value)]));
  }
  return data;
}

const rightToLeftLetters =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export function hasRightToLeftLetters(text: string): boolean {
  return rightToLeftLetters.test(text);
}
