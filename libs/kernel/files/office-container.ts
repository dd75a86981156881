/*
 * The directory of a zip container (APPNOTE.TXT 4.3), read from the end of the file. It is what office programs
 * go by, so it tells what they would find; nothing is unpacked.
 */

const endSignature = 0x06054b50;
const endBytes = 22;
const entrySignature = 0x02014b50;
const entryBytes = 46;

/**
 * The names in a zip container.
 * @param tail the end of the file, or the whole file.
 * @param size of the whole file, in bytes.
 * @returns undefined when there is no whole directory in it: the file is damaged, or made by no office program.
 */
export function namesInContainer(tail: Buffer, size: number): readonly string[] | undefined {
  const end = findEnd(tail);
  if (end === undefined) return undefined;
  const count = tail.readUInt16LE(end + 10);
  const names: string[] = [];
  let position = tail.readUInt32LE(end + 16) - (size - tail.length);
  for (let read = 0; read < count; read += 1) {
    if (position < 0 || position + entryBytes > end) return undefined;
    if (tail.readUInt32LE(position) !== entrySignature) return undefined;
    const nameBytes = tail.readUInt16LE(position + 28);
    const start = position + entryBytes;
    names.push(tail.toString('utf8', start, start + nameBytes));
    position = start + nameBytes + tail.readUInt16LE(position + 30) + tail.readUInt16LE(position + 32);
  }
  return names;
}

/** The end record stands last, before a comment whose length must come out exactly. */
function findEnd(tail: Buffer): number | undefined {
  for (let position = tail.length - endBytes; position >= 0; position -= 1) {
    const isEnd =
      tail.readUInt32LE(position) === endSignature &&
      position + endBytes + tail.readUInt16LE(position + 20) === tail.length;
    if (isEnd) return position;
  }
  return undefined;
}

/**
 * Where office programs keep programs: the VBA project and Excel 4 macro sheets of Office, the Basic and
 * script folders of OpenDocument (whose own index files say nothing).
 */
const macroPlaces = [
  /(^|\/)vbaProject\.bin$/i,
  /(^|\/)macrosheets\/./i,
  /^Basic\/(?!(.*\/)?script-l[bc]\.xml$).*[^/]$/i,
  /^Scripts\/.*[^/]$/i,
];

export function hasMacros(names: readonly string[]): boolean {
  return names.some((name) => macroPlaces.some((place) => place.test(name)));
}
