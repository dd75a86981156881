import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import {
  backupFormatVersion,
  type BackupHeader,
  type BackupSeal,
  type BackupTable,
} from './backup-format.js';

/** What stands in a backup: tables, each followed by its rows as lines. */
export type BackupEntry = BackupTable | string;

const lineEnd = '\n'.charCodeAt(0);
const rowStart = '['.charCodeAt(0);

/**
 * Reads a backup from beginning to end and checks its seal.
 * @throws InstallationProblem when it is no backup, broken off, changed or of a newer kind.
 */
export async function examineBackup(file: string): Promise<BackupHeader> {
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let last: Buffer | undefined;
  try {
    for await (const line of linesOf(file)) {
      header ??= headerOf(file, line);
      if (last) hash.update(last).update('\n');
      last = line;
    }
  } catch (error) {
    throw error instanceof InstallationProblem ? error : unreadable(file, error);
  }
  if (!header || !last) throw noBackup(file);
  if (sealOf(last)?.sha256 !== hash.digest('hex')) throw damaged(file);
  return header;
}

/** The tables and rows of a backup that was examined. */
export async function* backupEntries(file: string): AsyncGenerator<BackupEntry> {
  let first = true;
  for await (const line of linesOf(file)) {
    if (!first && line[0] === rowStart) yield line.toString();
    else if (!first && !sealOf(line)) yield JSON.parse(line.toString()) as BackupTable;
    first = false;
  }
}

/** Lines end with a line feed and with nothing else, which `readline` sees otherwise. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const text = createGunzip();
  source.once('error', (error) => text.destroy(error)).pipe(text);
  const pieces: Buffer[] = [];
  for await (const chunk of text as AsyncIterable<Buffer>) {
    let begin = 0;
    for (let end = chunk.indexOf(lineEnd); end !== -1; end = chunk.indexOf(lineEnd, begin)) {
      pieces.push(chunk.subarray(begin, end));
      yield Buffer.concat(pieces.splice(0));
      begin = end + 1;
    }
    pieces.push(chunk.subarray(begin));
  }
  const rest = Buffer.concat(pieces);
  if (rest.length > 0) yield rest;
}

function headerOf(file: string, line: Buffer): BackupHeader {
  const header = objectOf(line) as Partial<BackupHeader> | undefined;
  if (header?.weerbaarBackup === undefined || !header.migrations) throw noBackup(file);
  if (header.weerbaarBackup <= backupFormatVersion) return header as BackupHeader;
  throw new InstallationProblem(
    `${file} is gemaakt met een nieuwere Weerbaar (${header.productVersion})`,
    `${file} was made with a newer Weerbaar (${header.productVersion})`,
  );
}

function sealOf(line: Buffer): BackupSeal | undefined {
  const seal = (line[0] === rowStart ? undefined : objectOf(line)) as Partial<BackupSeal> | undefined;
  return seal?.sha256 ? (seal as BackupSeal) : undefined;
}

function objectOf(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

function unreadable(file: string, error: unknown): InstallationProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_DATA_ERROR') return noBackup(file);
  if (code.startsWith('Z_')) return damaged(file);
  return new InstallationProblem(
    `${file} is niet te lezen (${code})`,
    `${file} can't be read (${code})`,
    error,
  );
}

function noBackup(file: string): InstallationProblem {
  return new InstallationProblem(
    `${file} is geen back-up van Weerbaar, of is beschadigd`,
    `${file} is no backup of Weerbaar, or is damaged`,
  );
}

function damaged(file: string): InstallationProblem {
  return new InstallationProblem(
    `${file} is afgebroken of beschadigd; er is niets teruggezet`,
    `${file} is broken off or damaged; nothing was restored`,
  );
}
