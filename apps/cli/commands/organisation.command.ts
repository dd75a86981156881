import { type Command, InvalidArgumentError } from 'commander';
import { line, mailAddress, matching } from '../arguments.js';
import { addExamples } from '../example.js';
import type { Terminal } from '../terminal.js';
import type { OrganisationOptions } from '../operations/create-organisation.js';

export function addOrganisationCommands(parent: Command, terminal: Terminal): void {
  const organisation = parent
    .command('organisation')
    .summary(
      terminal.say({
        nl: 'create: maakt een organisatie met een eerste beheerder',
        en: 'create: make an organisation with a first administrator',
      }),
    )
    .description(terminal.say({ nl: 'Organisaties.', en: 'Organisations.' }));
  const create = organisation
    .command('create')
    .summary(
      terminal.say({
        nl: 'maakt een organisatie met een eerste beheerder',
        en: 'make an organisation with a first administrator',
      }),
    )
    .description(
      terminal.say({
        nl: 'Maakt een organisatie met haar bouwstenen en een eerste beheerder, en toont een eenmalige link waarmee die een wachtwoord kiest. Vraagt DATABASE_OWNER_URL.',
        en: 'Make an organisation with its building blocks and a first administrator, and show a one-time link to choose a password with. Needs DATABASE_OWNER_URL.',
      }),
    )
    .requiredOption(
      '--name <name>',
      terminal.say({ nl: 'naam, zoals op de jaarstukken', en: 'name, as on the annual documents' }),
      line(terminal, 200),
    )
    .requiredOption(
      '--slug <slug>',
      terminal.say({
        nl: 'korte naam: kleine letters, cijfers en streepjes',
        en: 'short name: lower-case letters, digits and hyphens',
      }),
      matching(terminal, /^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/),
    )
    .requiredOption(
      '--host <host...>',
      terminal.say({
        nl: 'adres(sen) waaronder medewerkers haar bereiken, zonder https:// en poort',
        en: 'host name(s) at which staff reach it, without https:// and port',
      }),
      hosts(terminal),
    )
    .requiredOption(
      '--administrator-name <name>',
      terminal.say({ nl: 'naam van de beheerder', en: 'name of the administrator' }),
      line(terminal, 200),
    )
    .requiredOption(
      '--administrator-email <address>',
      terminal.say({
        nl: 'e-mailadres van de beheerder; ook de naam om mee in te loggen',
        en: 'e-mail address of the administrator; the sign-in name as well',
      }),
      mailAddress(terminal),
    )
    .action(async (options: OrganisationOptions) => {
      const { createOrganisation } = await import('../operations/create-organisation.js');
      await createOrganisation(options, terminal);
    });
  addExamples(
    create,
    terminal,
    `organisation create --name "Gemeente Voorbeeld" --slug voorbeeld --host integriteit.voorbeeld.example \\
      --administrator-name "A. Jansen" --administrator-email a.jansen@voorbeeld.example`,
  );
}

/** A name in the sense of DNS, or an IPv4 address. */
const hostPattern = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

function hosts(terminal: Terminal) {
  return (value: string, earlier: readonly string[] = []): readonly string[] => {
    const host = value.toLowerCase();
    if (hostPattern.test(host)) return [...earlier, host];
    throw new InvalidArgumentError(
      terminal.say({
        nl: 'Geef een naam als integriteit.voorbeeld.example.',
        en: 'Give a name like integriteit.voorbeeld.example.',
      }),
    );
  };
}
