import type { Command } from 'commander';
import { addExamples } from '../example.js';
import type { Terminal } from '../terminal.js';

export function addMigrateCommand(parent: Command, terminal: Terminal): void {
  const command = parent
    .command('migrate')
    .summary(
      terminal.say({
        nl: 'brengt de database op de stand van deze versie',
        en: 'bring the database up to this version',
      }),
    )
    .description(
      terminal.say({
        nl: 'Brengt de database op de stand van deze versie: tabellen, rollen, rechten en de wachtrij. Mag vaker; doe het na elke nieuwe versie, voordat api en worker starten. Vraagt DATABASE_URL en DATABASE_OWNER_URL.',
        en: 'Bring the database up to this version: tables, roles, rights and the queue. Safe to repeat; do it after every upgrade, before api and worker start. Needs DATABASE_URL and DATABASE_OWNER_URL.',
      }),
    )
    .action(async () => {
      const { migrateDatabase } = await import('../operations/migrate-database.js');
      await migrateDatabase(terminal);
    });
  addExamples(command, terminal, 'migrate');
}
