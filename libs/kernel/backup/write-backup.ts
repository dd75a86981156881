import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import {
  backupFormatVersion,
  type BackupHeader,
  type BackupSeal,
  type BackupTable,
} from './backup-format.js';
import { appliedMigrations, readDatabase } from './read-database.js';

export interface BackupOrder {
  /** As the owner of the database. */
  readonly ownerUrl: string;
  /** Must not be there yet. */
  readonly file: string;
  readonly productVersion: string;
  readonly madeAt: Date;
  /** Ends it early; nothing stays behind. */
  readonly signal: AbortSignal;
}

export interface BackupResult {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes a backup of everything in the database but sessions and the queue. People can go on working.
 * @throws InstallationProblem when the file is there already or can't be written.
 */
export async function writeBackup(order: BackupOrder): Promise<BackupResult> {
  const { file, signal } = order;
  if (existsSync(file)) {
    throw new InstallationProblem(
      `${file} bestaat al; kies een andere naam`,
      `${file} exists already; choose another name`,
    );
  }
  const half = `${file}.half`;
  const client = new pg.Client({ connectionString: order.ownerUrl, application_name: 'weerbaar backup' });
  await client.connect();
  try {
    const counts = { tables: 0, rows: 0 };
    // Names of persons are in it: for the eyes of whoever makes it only.
    const destination = createWriteStream(half, { mode: 0o600, flush: true });
    await pipeline(Readable.from(backupLines(client, order, counts)), createGzip(), destination, { signal });
    renameSync(half, file);
    return counts;
  } catch (error) {
    rmSync(half, { force: true });
    throw isFileFault(error) ? unwritable(file, error) : error;
  } finally {
    await client.end();
  }
}

async function* backupLines(
  client: pg.Client,
  { productVersion, madeAt }: BackupOrder,
  counts: { tables: number; rows: number },
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (text: string): string => {
    hash.update(`${text}\n`);
    return `${text}\n`;
  };
  const header: BackupHeader = {
    weerbaarBackup: backupFormatVersion,
    productVersion,
    madeAt: madeAt.toISOString(),
    migrations: await appliedMigrations(client),
  };
  yield hashed(JSON.stringify(header));
  for await (const line of readDatabase(client)) {
    yield hashed(typeof line === 'string' ? line : JSON.stringify(line satisfies BackupTable));
    counts[typeof line === 'string' ? 'rows' : 'tables'] += 1;
  }
  const seal: BackupSeal = { rows: counts.rows, sha256: hash.digest('hex') };
  yield `${JSON.stringify(seal)}\n`;
}

function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function unwritable(file: string, { code, message }: NodeJS.ErrnoException): InstallationProblem {
  return new InstallationProblem(
    `${file} is niet te schrijven (${code})`,
    `${file} can't be written (${message})`,
  );
}
