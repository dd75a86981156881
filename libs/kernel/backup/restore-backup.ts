import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { migrate, type MigrationClass } from '@weerbaar/kernel/database';
import {
  type EmbeddedPostgres,
  prepareDatabase,
  startEmbeddedPostgres,
} from '@weerbaar/kernel/embedded-postgres';
import { DataFolder, InstallationProblem } from '@weerbaar/kernel/installation';
import { prepareQueueSchema, queueUnfinishedJobsAgain } from '@weerbaar/kernel/jobs';
import type { BackupHeader } from './backup-format.js';
import { fillDatabase } from './fill-database.js';
import { backupEntries, examineBackup } from './read-backup.js';

export interface RestoreOrder {
  readonly file: string;
  /** The data folder to make; not there yet, or empty. */
  readonly folder: string;
  /** All that this version knows, in order. */
  readonly migrations: readonly MigrationClass[];
  readonly environment: NodeJS.ProcessEnv;
  readonly moment: Date;
}

export interface RestoreResult {
  readonly header: BackupHeader;
  readonly rows: number;
}

/**
 * Makes a data folder from a backup: the schema as it was, the rows, then what this version adds. It is made
 * beside its place and gets its name at the end, so there is never half a restored folder.
 * @throws InstallationProblem before anything is made, when the backup or the folder won't do.
 */
export async function restoreBackup(order: RestoreOrder): Promise<RestoreResult> {
  const folder = resolve(order.folder);
  const header = await examineBackup(order.file);
  const before = migrationsOf(order, header);
  requireUnused(folder);
  const rows = await makeFolder(`${folder}.restoring`, order, before);
  takeItsPlace(`${folder}.restoring`, folder);
  return { header, rows };
}

/** The migrations the backup had had, which must be the first of those we know. */
function migrationsOf({ file, migrations }: RestoreOrder, header: BackupHeader): readonly MigrationClass[] {
  const before = migrations.slice(0, header.migrations.length);
  const known = before.map((Migration) => new Migration().name ?? Migration.name);
  if (header.migrations.every((name, index) => name === known[index])) return before;
  throw new InstallationProblem(
    `${file} is gemaakt met een andere of nieuwere Weerbaar (${header.productVersion}); gebruik die om hem terug te zetten`,
    `${file} was made with another or newer Weerbaar (${header.productVersion}); use that one to restore it`,
  );
}

function requireUnused(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found || (found.isDirectory() && readdirSync(folder).length === 0)) return;
  throw new InstallationProblem(
    `WEERBAAR_DATA_DIR: ${folder} is niet leeg; een back-up wordt alleen in een nieuwe map teruggezet`,
    `${folder} is not empty; a backup is restored into a new folder only`,
  );
}

async function makeFolder(
  path: string,
  order: RestoreOrder,
  before: readonly MigrationClass[],
): Promise<number> {
  removeUnfinished(path);
  const folder = DataFolder.open(path);
  try {
    const postgres = await startEmbeddedPostgres({
      folder: folder.path,
      logFile: folder.startLog('postgres'),
      environment: order.environment,
    });
    try {
      return await fill(postgres, order, before);
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    removeFolder(path);
    throw error;
  } finally {
    folder.close();
  }
}

async function fill(
  postgres: EmbeddedPostgres,
  { file, migrations, moment }: RestoreOrder,
  before: readonly MigrationClass[],
): Promise<number> {
  const urls = await prepareDatabase(postgres);
  const migrateTo = (wanted: readonly MigrationClass[]) =>
    migrate({
      ownerUrl: urls.DATABASE_OWNER_URL,
      applicationUrl: urls.DATABASE_URL,
      migrations: wanted,
      prepareQueue: prepareQueueSchema,
    });
  await migrateTo(before);
  const database = new URL(urls.DATABASE_URL).pathname.slice(1);
  const client = new pg.Client({ connectionString: postgres.superuserUrl(database) });
  await client.connect();
  try {
    const rows = await fillDatabase(client, backupEntries(file));
    await queueUnfinishedJobsAgain(client, moment);
    await migrateTo(migrations);
    await client.query('analyze');
    return rows;
  } finally {
    await client.end();
  }
}

/** Of a restore that was killed. @throws InstallationProblem when one is still busy there. */
function removeUnfinished(path: string): void {
  if (!existsSync(path)) return;
  DataFolder.open(path).close();
  removeFolder(path);
}

/** The database may have its home elsewhere; see libs/kernel/embedded-postgres. */
function removeFolder(path: string): void {
  const pointer = join(path, 'postgres-home');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
}

function takeItsPlace(made: string, folder: string): void {
  try {
    // Both refuse when something was put there meanwhile.
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(made, folder);
  } catch (error) {
    throw new InstallationProblem(
      `De back-up staat in ${made}, maar die map kan niet ${folder} gaan heten`,
      `the backup is in ${made}, but that can't become ${folder} in ${dirname(folder)}`,
      error,
    );
  }
}
