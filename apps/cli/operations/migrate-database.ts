import { connecting } from '../connecting.js';
import { addressIn, bringUpToDate, withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';

export async function migrateDatabase(terminal: Terminal): Promise<void> {
  const applied = await withDatabase(
    ['DATABASE_URL', 'DATABASE_OWNER_URL'],
    async ({ settings, migrated }) => {
      const DATABASE_URL = addressIn(settings, 'DATABASE_URL');
      const DATABASE_OWNER_URL = addressIn(settings, 'DATABASE_OWNER_URL');
      return [
        ...migrated,
        ...(await connecting('DATABASE_OWNER_URL', () =>
          bringUpToDate({ DATABASE_URL, DATABASE_OWNER_URL }),
        )),
      ];
    },
  );
  for (const name of applied) terminal.print(`  ${name}`);
  terminal.print({ nl: 'De database is bij de tijd.', en: 'The database is up to date.' });
}
