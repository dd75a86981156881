/** Which characters a set of TrueType fonts can draw, read from their `cmap` tables. */
export interface FontCoverage {
  has(codePoint: number): boolean;
}

export function fontCoverage(fonts: readonly Uint8Array[]): FontCoverage {
  const ranges = fonts.flatMap((font) => characterRanges(font)).toSorted((a, b) => a.first - b.first);
  const merged = mergeRanges(ranges);
  return { has: (codePoint) => contains(merged, codePoint) };
}

interface CharacterRange {
  readonly first: number;
  readonly last: number;
}

function characterRanges(font: Uint8Array): CharacterRange[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const subtables = view.getUint16(cmap + 2);
  const ranges: CharacterRange[] = [];
  for (let index = 0; index < subtables; index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) ranges.push(...segmentRanges(view, subtable));
    if (format === 12) ranges.push(...groupRanges(view, subtable));
  }
  return ranges;
}

function tableOffset(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    const name = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(record + byte))).join('');
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`A font without a ${tag} table`);
}

/** Format 4: segments of the basic plane; single characters may still map to no glyph. */
function segmentRanges(view: DataView, subtable: number): CharacterRange[] {
  const segments = view.getUint16(subtable + 6) / 2;
  const [ends, starts] = [subtable + 14, subtable + 16 + segments * 2];
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4];
  const ranges: CharacterRange[] = [];
  for (let index = 0; index < segments; index += 1) {
    const [start, end] = [view.getUint16(starts + index * 2), view.getUint16(ends + index * 2)];
    const delta = view.getUint16(deltas + index * 2);
    const offsetPlace = offsets + index * 2;
    const offset = view.getUint16(offsetPlace);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = offset === 0 ? code : view.getUint16(offsetPlace + offset + (code - start) * 2);
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) ranges.push({ first: code, last: code });
    }
  }
  return ranges;
}

/** Format 12: groups over all planes. */
function groupRanges(view: DataView, subtable: number): CharacterRange[] {
  const groups = view.getUint32(subtable + 12);
  return Array.from({ length: groups }, (_, index) => {
    const group = subtable + 16 + index * 12;
    return { first: view.getUint32(group), last: view.getUint32(group + 4) };
  });
}

function mergeRanges(sorted: readonly CharacterRange[]): CharacterRange[] {
  const merged: CharacterRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range.first <= last.last + 1) {
      merged[merged.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    } else merged.push(range);
  }
  return merged;
}

function contains(ranges: readonly CharacterRange[], codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range || codePoint < range.first) high = middle - 1;
    else if (codePoint > range.last) low = middle + 1;
    else return true;
  }
  return false;
}
