import type { Command } from 'commander';
import { addExamples } from '../example.js';
import type { Terminal } from '../terminal.js';

export function addBackupCommands(parent: Command, terminal: Terminal): void {
  const backup = parent
    .command('backup')
    .summary(
      terminal.say({
        nl: 'maakt een back-up van de eigen database',
        en: 'make a backup of the embedded database',
      }),
    )
    .description(
      terminal.say({
        nl: 'Maakt een back-up van de eigen database in de datamap; er kan worden doorgewerkt. De sleutel van de installatie zit er niet in. Voor een eigen PostgreSQL-server: zie docs/operations.md.',
        en: 'Make a backup of the embedded database in the data folder; work can go on. The key of the installation is not in it. For a PostgreSQL server of your own: see docs/operations.md.',
      }),
    )
    .requiredOption('--out <file>', terminal.say({ nl: 'bestand dat wordt gemaakt', en: 'file to make' }))
    .action(async ({ out }: { out: string }) => {
      const { makeBackup } = await import('../operations/make-backup.js');
      await makeBackup(out, terminal);
    });
  addExamples(backup, terminal, 'backup --out weerbaar-2027-01-31.backup');

  const restore = parent
    .command('restore')
    .summary(
      terminal.say({
        nl: 'zet een back-up terug in een nieuwe datamap',
        en: 'restore a backup into a new data folder',
      }),
    )
    .argument('<file>', terminal.say({ nl: 'de back-up', en: 'the backup' }))
    .description(
      terminal.say({
        nl: 'Zet een back-up terug in een nieuwe of lege datamap (WEERBAAR_DATA_DIR) en brengt die op de stand van deze versie. Overschrijft nooit iets.',
        en: 'Restore a backup into a new or empty data folder (WEERBAAR_DATA_DIR) and bring it up to this version. Never overwrites anything.',
      }),
    )
    .action(async (file: string) => {
      const { restoreFolder } = await import('../operations/restore-folder.js');
      await restoreFolder(file, terminal);
    });
  addExamples(restore, terminal, 'restore weerbaar-2027-01-31.backup');
}
