import { execFile } from 'node:child_process';
import { chmodSync } from 'node:fs';
import pg from 'pg';
import { withLocalDatabase } from '@weerbaar/kernel/installation';
import { temporaryFolder } from '../../support/embedded-postgres.js';

/** For data folders and files. As root PostgreSQL has another user, who must get through. */
export function workFolder(): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o711);
  return folder;
}

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the compiled command on a data folder, as an operator who reads English does. */
export function weerbaar(dataFolder: string, ...words: readonly string[]): Promise<Outcome> {
  const environment = { ...process.env, WEERBAAR_DATA_DIR: dataFolder, LC_ALL: 'C', NODE_ENV: undefined };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['dist/apps/cli/main.js', ...words],
      { env: environment, maxBuffer: 16 * 1024 * 1024 },
      (error, output, errors) => resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}

/** The first organisation of an installation. */
export async function createOrganisation(dataFolder: string): Promise<Outcome> {
  return weerbaar(
    ...([dataFolder, 'organisation', 'create', '--name', 'Gemeente Proef', '--slug', 'proef'] as const),
    ...(['--host', 'proef.localhost', '--administrator-name', 'A. Jansen'] as const),
    ...(['--administrator-email', 'a.jansen@proef.example'] as const),
  );
}

/** Queries the database of a data folder as its owner, in the organisation that was made above. */
export async function inDatabase<T>(
  dataFolder: string,
  work: (query: (sql: string) => Promise<readonly Record<string, unknown>[]>) => Promise<T>,
): Promise<T> {
  const options = { environment: process.env, migrate: async () => undefined };
  return withLocalDatabase(dataFolder, new Date(), options, async ({ DATABASE_OWNER_URL }) => {
    const client = new pg.Client({ connectionString: DATABASE_OWNER_URL });
    await client.connect();
    try {
      await client.query(`select set_config('app.organisation_id', id::text, false) from organisation`);
      return await work(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
    } finally {
      await client.end();
    }
  });
}
