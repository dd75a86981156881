import { Command } from 'commander';
import { productVersion } from '@weerbaar/kernel/config';
import { addAdministratorCommands } from './commands/administrator.command.js';
import { addAnnualDocumentCommands } from './commands/annual-document.command.js';
import { addAuditCommands } from './commands/audit.command.js';
import { addBackupCommands } from './commands/backup.command.js';
import { addDemoCommand } from './commands/demo.command.js';
import { addGeneratedFileCommands } from './commands/generated-file.command.js';
import { addIdentityProviderCommands } from './commands/identity-provider.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';
import { addOrganisationCommands } from './commands/organisation.command.js';
import type { Terminal } from './terminal.js';

/** The headings that commander knows in English only. */
const dutchHeadings: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
};

/** The command line of the operator: `weerbaar --help`. */
export function createProgram(terminal: Terminal): Command {
  const required = terminal.say({ nl: 'verplicht', en: 'required' });
  const program = new Command('weerbaar')
    .description(
      terminal.say({
        nl: 'Weerbaar beheren. Werkt op de database van DATABASE_URL, en zonder die op de eigen database in de datamap (WEERBAAR_DATA_DIR, standaard .weerbaar), die voor een opdracht wordt gestart als zij niet draait.',
        en: 'Look after Weerbaar. Works on the database of DATABASE_URL, and without it on the embedded one in the data folder (WEERBAAR_DATA_DIR, by default .weerbaar), which is started for a command when it does not run.',
      }),
    )
    .configureHelp({
      // Choices and defaults are in the descriptions, in the language of the reader.
      optionDescription: ({ description, mandatory }) =>
        mandatory ? `${description} (${required})` : description,
      styleTitle: (heading) => terminal.say({ nl: dutchHeadings[heading] ?? heading, en: heading }),
    })
    .helpOption('-h, --help', terminal.say({ nl: 'toont deze uitleg', en: 'show this explanation' }))
    .helpCommand('help [command]', terminal.say({ nl: 'legt een opdracht uit', en: 'explain a command' }))
    .version(productVersion, '-V, --version', terminal.say({ nl: 'toont de versie', en: 'show the version' }))
    .showHelpAfterError(terminal.say({ nl: '(--help geeft uitleg)', en: '(--help explains)' }));

  addMigrateCommand(program, terminal);
  addOrganisationCommands(program, terminal);
  addAdministratorCommands(program, terminal);
  addIdentityProviderCommands(program, terminal);
  addDemoCommand(program, terminal);
  addAnnualDocumentCommands(program, terminal);
  addAuditCommands(program, terminal);
  addBackupCommands(program, terminal);
  addGeneratedFileCommands(program, terminal);

  const example = terminal.say({
    nl: '\nInstellingen zijn omgevingsvariabelen: zie .env.example. Meer uitleg: docs/operations.md.\nAfloop: 0 gelukt, 1 niet gelukt, 2 het auditlog is niet ongeschonden.',
    en: '\nSettings are environment variables: see .env.example. More: docs/operations.md.\nExit codes: 0 done, 1 not done, 2 the audit log is not intact.',
  });
  return program.addHelpText('after', example);
}
