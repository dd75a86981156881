import { zipSync, type Zippable } from 'fflate';

/**
 * A zip with the same bytes for the same files in the same order. The time is written without a zone, because zip
 * keeps local time: any machine then stores the same.
 */
export function stableArchive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) {
    entries[name] = [bytes, { mtime: '1980-01-01T00:00:00', level: isStored(name) ? 0 : 6, os: 0 }];
  }
  return zipSync(entries);
}

/** OpenDocument wants its type readable without unpacking; a PNG does not get smaller. */
function isStored(name: string): boolean {
  return name === 'mimetype' || name.endsWith('.png');
}
