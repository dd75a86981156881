import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  throwAwayOptions,
} from '@weerbaar/kernel/embedded-postgres';

/**
 * A real PostgreSQL for the tests, in a temporary folder. It is gone, folder and all, after `stop`, and
 * also when the test process is killed.
 */
export async function startTestPostgres(options: readonly string[] = []): Promise<EmbeddedPostgres> {
  const folder = temporaryFolder();
  const postgres = await startEmbeddedPostgres({
    folder,
    logFile: join(folder, 'postgres.log'),
    environment: process.env,
    options: [...throwAwayOptions, ...options],
    throwAway: true,
  });
  return {
    ...postgres,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'weerbaar-test-')));
}
