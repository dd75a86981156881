import type { Command } from 'commander';
import { addExamples } from '../example.js';
import type { Terminal } from '../terminal.js';

export function addDemoCommand(parent: Command, terminal: Terminal): void {
  const command = parent
    .command('demo')
    .summary(terminal.say({ nl: 'maakt de voorbeeldorganisatie', en: 'make the demo organisation' }))
    .description(
      terminal.say({
        nl: 'Maakt "Gemeente Voorbeeld", met verzonnen mensen, jaren en stukken, en toont de accounts. Is zij er al, dan verandert er niets. "npm start" doet dit zelf, behalve met WEERBAAR_DEMO=off.',
        en: 'Make "Gemeente Voorbeeld", with invented people, years and documents, and show its accounts. When it is there already nothing changes. "npm start" does this by itself, except with WEERBAAR_DEMO=off.',
      }),
    )
    .option(
      '--force',
      terminal.say({
        nl: 'ook op de server van DATABASE_URL: alleen om te proberen',
        en: 'on the server of DATABASE_URL as well: to try things out only',
      }),
    )
    .action(async ({ force }: { force?: true }) => {
      const { makeDemo } = await import('../operations/make-demo.js');
      await makeDemo(force === true, terminal);
    });
  addExamples(command, terminal, 'demo', 'demo code adviseur');
  addCodeCommand(command, terminal);
  addHrFileCommand(command, terminal);
}

function addCodeCommand(parent: Command, terminal: Terminal): void {
  const command = parent
    .command('code')
    .summary(
      terminal.say({
        nl: 'toont de code van de authenticator-app van een demo-account',
        en: 'show the code of the authenticator app of a demo account',
      }),
    )
    .description(
      terminal.say({
        nl: 'Toont de code die de authenticator-app van een demo-account nu zou tonen, voor wie daar geen telefoon voor wil pakken. Een code werkt een keer.',
        en: 'Show what the authenticator app of a demo account would show now, for who does not want to use a telephone for it. A code works once.',
      }),
    )
    .argument(
      '<account>',
      terminal.say({ nl: 'inlognaam van het demo-account', en: 'sign-in name of the demo account' }),
    )
    .action(async (account: string) => {
      const { showDemoCode } = await import('../operations/show-demo-code.js');
      showDemoCode(account, terminal);
    });
  addExamples(command, terminal, 'demo code adviseur');
}

function addHrFileCommand(parent: Command, terminal: Terminal): void {
  const command = parent
    .command('hr-file')
    .summary(
      terminal.say({
        nl: 'toont een bestand van de personeelsadministratie, om te importeren',
        en: 'show a file of the HR system, to import',
      }),
    )
    .description(
      terminal.say({
        nl: 'Toont wie er bij de voorbeeldorganisatie werkt als CSV, zoals een personeelsadministratie dat geeft: met iemand die begint, iemand die van afdeling wisselt en iemand die vertrekt. Om de import mee te proberen.',
        en: 'Show who works at the demo organisation as CSV, as an HR system gives it: with somebody who joins, somebody who moves and somebody who leaves. To try the import with.',
      }),
    )
    .option(
      '--spoiled',
      terminal.say({ nl: 'met fouten in een paar rijen', en: 'with faults in a few rows' }),
    )
    .action(async ({ spoiled }: { spoiled?: true }) => {
      const { showDemoHrFile } = await import('../operations/show-demo-hr-file.js');
      showDemoHrFile(spoiled === true, terminal);
    });
  addExamples(command, terminal, 'demo hr-file', 'demo hr-file --spoiled');
}
