import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Localised } from '@weerbaar/core/figures';
import { addExamples } from '../example.js';
import type { Terminal } from '../terminal.js';
import type { AnnualDocumentOptions, Kind } from '../operations/make-annual-document.js';

export function addAnnualDocumentCommands(parent: Command, terminal: Terminal): void {
  addOne(
    parent,
    terminal,
    'annual-plan',
    'plan',
    { nl: 'maakt het jaarplan', en: 'make the annual plan' },
    {
      nl: 'Maakt het jaarplan in alle formaten: HTML, PDF, archief-PDF, Word en de tabellen als CSV en ODS. Begint het concept als dat er nog niet is, met de cijfers van nu.',
      en: 'Make the annual plan in all formats: HTML, PDF, archive PDF, Word and the tables as CSV and ODS. Begins the draft when there is none yet, with the figures of now.',
    },
  );
  addOne(
    parent,
    terminal,
    'annual-report',
    'report',
    { nl: 'maakt het jaarverslag', en: 'make the annual report' },
    {
      nl: 'Maakt het jaarverslag in alle formaten: HTML, PDF, archief-PDF, Word en de tabellen als CSV en ODS. Begint het concept als dat er nog niet is, met de cijfers van nu.',
      en: 'Make the annual report in all formats: HTML, PDF, archive PDF, Word and the tables as CSV and ODS. Begins the draft when there is none yet, with the figures of now.',
    },
  );
}

function addOne(
  parent: Command,
  terminal: Terminal,
  name: string,
  kind: Kind,
  summary: Localised,
  description: Localised,
): void {
  const command = parent
    .command(name)
    .summary(terminal.say(summary))
    .description(terminal.say(description))
    .requiredOption(
      '--year <year>',
      terminal.say({ nl: 'jaar van de jaarcyclus', en: 'year of the annual cycle' }),
      yearIn(terminal),
    )
    .addOption(
      new Option(
        '--edition <edition>',
        terminal.say({
          nl: 'internal (voor de eigen organisatie) of public (voor iedereen)',
          en: 'internal (for the organisation itself) or public (for everybody)',
        }),
      )
        .choices(['internal', 'public'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--language <language>',
        terminal.say({ nl: 'nl (standaard) of en', en: 'nl (default) or en' }),
      )
        .choices(['nl', 'en'])
        .default('nl'),
    )
    .option(
      '--organisation <slug>',
      terminal.say({
        nl: 'nodig als er meer dan een organisatie is',
        en: 'needed when there is more than one',
      }),
    )
    .requiredOption(
      '--out <folder>',
      terminal.say({
        nl: 'map voor de bestanden; een eerder gemaakt bestand met dezelfde naam wordt vervangen',
        en: 'folder for the files; a file made before under the same name is replaced',
      }),
    )
    .action(async (options: AnnualDocumentOptions) => {
      const { makeAnnualDocument } = await import('../operations/make-annual-document.js');
      await makeAnnualDocument(kind, options, terminal);
    });
  addExamples(command, terminal, `${name} --year 2026 --edition public --out ./documents`);
}

function yearIn(terminal: Terminal) {
  return (value: string): number => {
    if (/^\d{4}$/.test(value)) return Number(value);
    throw new InvalidArgumentError(
      terminal.say({ nl: 'Geef een jaar van vier cijfers.', en: 'Give a year of four digits.' }),
    );
  };
}
