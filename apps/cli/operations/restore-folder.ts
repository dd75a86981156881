import { restoreBackup } from '@weerbaar/kernel/backup';
import { SystemClock } from '@weerbaar/kernel/clock';
import { processEnvironment, processSettings } from '@weerbaar/kernel/config';
import { secretKeyFileOf } from '@weerbaar/kernel/installation';
import { migrations } from '../../../migrations/index.js';
import { requireEmbedded } from '../embedded-only.js';
import type { Terminal } from '../terminal.js';

export async function restoreFolder(file: string, terminal: Terminal): Promise<void> {
  requireEmbedded();
  const { WEERBAAR_DATA_DIR: folder } = processSettings();
  const moment = new SystemClock().now();
  const { header, rows } = await restoreBackup({
    file,
    folder,
    migrations,
    environment: processEnvironment(),
    moment,
  });
  terminal.print({
    nl: `${folder}: ${terminal.number(rows)} rijen teruggezet, gemaakt op ${header.madeAt} met Weerbaar ${header.productVersion}.`,
    en: `${folder}: ${terminal.number(rows)} rows restored, made at ${header.madeAt} with Weerbaar ${header.productVersion}.`,
  });
  const key = secretKeyFileOf(folder);
  terminal.print({
    nl: `Zet voor de eerste start de bewaarde sleutel terug als ${key}; met een nieuwe kloppen de oude controlepunten van het auditlog niet.`,
    en: `Before the first start, put the key you kept back as ${key}; with a new one the old checkpoints of the audit log don't match.`,
  });
}
