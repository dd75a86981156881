/** More than the server takes for headings. */
const beginning = 64 * 1024;
const separators = [';', ',', '\t'] as const;

/**
 * The headings of a CSV file, to point out columns by. What they mean the server decides; nothing is sent for this.
 * Empty when there are none to be read.
 */
export async function headingsOf(file: Blob): Promise<readonly string[]> {
  const bytes = await file.slice(0, beginning).arrayBuffer();
  const firstLine = (encoding: string) =>
    new TextDecoder(encoding)
      .decode(bytes)
      .trimStart()
      .split(/[\r\n]/u, 1)[0] ?? '';
  const asUtf8 = firstLine('utf-8');
  const line = asUtf8.includes('\ufffd') ? firstLine('windows-1252') : asUtf8;
  // What no text file holds: a picture, or UTF-16.
  if (/\p{Control}/u.test(line.replaceAll('\t', ''))) return [];
  const cells = cellsOf(line, separatorOf(line));
  return [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
}

/** The one that stands there most, outside quotes. */
function separatorOf(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/gu, '');
  const count = (separator: string) => bare.split(separator).length;
  return separators.toSorted((one, other) => count(other) - count(one))[0] ?? ';';
}

function cellsOf(line: string, separator: string): readonly string[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}]*))(?:${separator}|$)`, 'gu');
  return [...line.matchAll(cell)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}
