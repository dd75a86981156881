import { existsSync } from 'node:fs';
import { SystemClock } from '@weerbaar/kernel/clock';
import {
  processEnvironment,
  processSettings,
  readSettings,
  type SettingName,
  type Settings,
  SettingsError,
} from '@weerbaar/kernel/config';
import { migrate } from '@weerbaar/kernel/database';
import type { DatabaseUrls } from '@weerbaar/kernel/embedded-postgres';
import { type DataFolder, secretKeyFileOf, withLocalDatabase } from '@weerbaar/kernel/installation';
import { prepareQueueSchema } from '@weerbaar/kernel/jobs';
import { migrations } from '../../migrations/index.js';

/** The database a command works on. */
export interface OperatorDatabase {
  /** With the addresses of the database and the key of the installation. */
  readonly settings: Settings;
  readonly embedded: boolean;
  /** Of the embedded database, when it was started for this command: no worker runs then. */
  readonly folder: DataFolder | undefined;
  /** The migrations that starting it has done. */
  readonly migrated: readonly string[];
}

type DatabaseSetting = Extract<SettingName, 'DATABASE_URL' | 'DATABASE_OWNER_URL'>;

/**
 * Does the work of a command on the database of the settings, or else on the embedded one of the data folder,
 * which is started for it where it does not run.
 * @param required which addresses the command needs, with a database of one's own.
 */
export async function withDatabase<T>(
  required: readonly DatabaseSetting[],
  work: (database: OperatorDatabase) => Promise<T>,
): Promise<T> {
  if (usesOwnServer(processSettings())) {
    return work({ settings: processSettings(required), embedded: false, folder: undefined, migrated: [] });
  }
  return withEmbeddedDatabase(work);
}

export function usesOwnServer({ DATABASE_URL, DATABASE_OWNER_URL }: Settings): boolean {
  return DATABASE_URL !== undefined || DATABASE_OWNER_URL !== undefined;
}

export function withEmbeddedDatabase<T>(work: (database: OperatorDatabase) => Promise<T>): Promise<T> {
  const { WEERBAAR_DATA_DIR: dataFolder } = processSettings();
  let migrated: readonly string[] = [];
  const options = {
    environment: processEnvironment(),
    migrate: async (urls: DatabaseUrls) => {
      migrated = await bringUpToDate(urls);
    },
  };
  return withLocalDatabase(dataFolder, new SystemClock().now(), options, (urls, folder) =>
    work({ settings: settingsOf(dataFolder, urls, folder), embedded: true, folder, migrated }),
  );
}

/** @throws SettingsError when it is not set. */
export function addressIn(settings: Settings, name: DatabaseSetting): string {
  const address = settings[name];
  if (address === undefined) throw new SettingsError([`${name}: is nodig / is required`]);
  return address;
}

/** @returns the names of the migrations that were done. */
export function bringUpToDate(urls: DatabaseUrls): Promise<readonly string[]> {
  return migrate({
    ownerUrl: urls.DATABASE_OWNER_URL,
    applicationUrl: urls.DATABASE_URL,
    migrations,
    prepareQueue: prepareQueueSchema,
  });
}

function settingsOf(dataFolder: string, urls: DatabaseUrls, folder: DataFolder | undefined): Settings {
  const given = processSettings();
  const keyFile = folder?.secretKeyFile() ?? secretKeyFileOf(dataFolder);
  const key = !given.WEERBAAR_SECRET && existsSync(keyFile) ? { WEERBAAR_SECRET_FILE: keyFile } : {};
  return readSettings({ ...processEnvironment(), ...urls, ...key });
}
