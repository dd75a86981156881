import { type DatabaseUrls, prepareDatabase, startEmbeddedPostgres } from '../embedded-postgres/index.js';
import { DataFolder } from './data-folder.js';
import { runningState } from './state-file.js';

/** The embedded database of a data folder, up and migrated. */
export interface LocalDatabase {
  readonly urls: DatabaseUrls;
  /** See `EmbeddedPostgres.ended`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface LocalDatabaseOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Brings the database up to this version. */
  readonly migrate: (urls: DatabaseUrls) => Promise<unknown>;
}

/** Starts the database in a folder that the caller holds. */
export async function startLocalDatabase(
  folder: DataFolder,
  options: LocalDatabaseOptions,
): Promise<LocalDatabase> {
  const postgres = await startEmbeddedPostgres({
    folder: folder.path,
    logFile: folder.startLog('postgres'),
    environment: options.environment,
  });
  try {
    const urls = await prepareDatabase(postgres);
    await options.migrate(urls);
    return { urls, ended: postgres.ended, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/**
 * Does one piece of work on the database of a data folder, for a command: on the server that already
 * runs there, or on one that is started for it and stopped after.
 * @param work is given the folder only when the database was started for it: then nothing else runs there.
 * @throws InstallationProblem when the folder is in use but has no database to offer yet.
 */
export async function withLocalDatabase<T>(
  dataFolder: string,
  startedAt: Date,
  options: LocalDatabaseOptions,
  work: (urls: DatabaseUrls, folder?: DataFolder) => Promise<T>,
): Promise<T> {
  const running = runningState(dataFolder)?.database;
  if (running) return work(running);
  const folder = DataFolder.open(dataFolder);
  try {
    folder.writeState({ pid: process.pid, startedAt: startedAt.toISOString() });
    const database = await startLocalDatabase(folder, options);
    try {
      return await work(database.urls, folder);
    } finally {
      await database.stop();
    }
  } finally {
    folder.close();
  }
}
