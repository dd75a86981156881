import { writeBackup } from '@weerbaar/kernel/backup';
import { SystemClock } from '@weerbaar/kernel/clock';
import { processSettings, productVersion } from '@weerbaar/kernel/config';
import { secretKeyFileOf } from '@weerbaar/kernel/installation';
import { requireEmbedded } from '../embedded-only.js';
import { addressIn, withEmbeddedDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';

export async function makeBackup(file: string, terminal: Terminal): Promise<void> {
  requireEmbedded();
  const { tables, rows } = await withEmbeddedDatabase(({ settings }) => {
    const ownerUrl = addressIn(settings, 'DATABASE_OWNER_URL');
    const madeAt = new SystemClock().now();
    return writeBackup({ ownerUrl, file, productVersion, madeAt, signal: terminal.interrupted });
  });
  terminal.print({
    nl: `${file}: ${terminal.number(rows)} rijen uit ${tables} tabellen.`,
    en: `${file}: ${terminal.number(rows)} rows of ${tables} tables.`,
  });
  const key = secretKeyFileOf(processSettings().WEERBAAR_DATA_DIR);
  terminal.print({
    nl: `De sleutel zit hier niet in. Bewaar hem apart, op een andere plaats: ${key}`,
    en: `The key is not in it. Keep that apart, in another place: ${key}`,
  });
}
