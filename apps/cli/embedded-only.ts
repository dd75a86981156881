import { processSettings } from '@weerbaar/kernel/config';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import { usesOwnServer } from './operator-database.js';

/** @throws InstallationProblem when the settings name a database of one's own: that has tools of its own. */
export function requireEmbedded(): void {
  if (!usesOwnServer(processSettings())) return;
  throw new InstallationProblem(
    'Dit is voor de eigen database in de datamap; voor DATABASE_URL zie docs/operations.md, "Back-up"',
    'this is for the embedded database; for DATABASE_URL see docs/operations.md, "Backup"',
  );
}
