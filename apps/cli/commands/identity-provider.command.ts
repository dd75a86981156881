import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ClientAuthentication, NameClaim, RoleOfProvider } from '@weerbaar/kernel/identity';
import { line } from '../arguments.js';
import { addExamples } from '../example.js';
import type { IdentityProviderOptions } from '../operations/set-identity-provider.js';
import type { ShowOptions } from '../operations/show-identity-provider.js';
import type { Terminal } from '../terminal.js';

// Written down once more, as types alone: explaining a command does not load the application.
const authentications: readonly ClientAuthentication[] = ['private_key_jwt', 'client_secret_basic'];
const nameClaims: readonly NameClaim[] = ['email', 'preferred_username'];
const roles: readonly RoleOfProvider[] = ['employee', 'manager', 'hired-staff'];

export function addIdentityProviderCommands(parent: Command, terminal: Terminal): void {
  const provider = parent
    .command('identity-provider')
    .summary(
      terminal.say({
        nl: 'set, show, remove: waar medewerkers inloggen (OpenID Connect)',
        en: 'set, show, remove: where staff sign in (OpenID Connect)',
      }),
    )
    .description(
      terminal.say({
        nl: 'De inlogdienst van een organisatie, zoals Keycloak of Entra ID. Zie docs/operations.md.',
        en: 'The identity provider of an organisation, such as Keycloak or Entra ID. See docs/operations.md.',
      }),
    );
  addSet(provider, terminal);
  addShow(provider, terminal);
  addRemove(provider, terminal);
}

function addSet(provider: Command, terminal: Terminal): void {
  const set = provider
    .command('set')
    .summary(
      terminal.say({ nl: 'stelt de inlogdienst in, of verandert hem', en: 'set or change the provider' }),
    )
    .description(
      terminal.say({
        nl: 'Stelt de inlogdienst van een organisatie in en toont wat daar moet worden geregistreerd. Wat niet wordt genoemd, krijgt de standaardwaarde; alleen de sleutel of het geheim blijft. Wie via de inlogdienst binnen was, logt opnieuw in. Vraagt DATABASE_OWNER_URL en WEERBAAR_SECRET.',
        en: 'Set the identity provider of an organisation, and show what has to be registered there. What is not named gets its default; only the key or the secret stays. Who came in by the provider signs in again. Needs DATABASE_OWNER_URL and WEERBAAR_SECRET.',
      }),
    )
    .addOption(organisationOption(terminal))
    .requiredOption(
      '--issuer <address>',
      terminal.say({
        nl: 'hoe de inlogdienst zichzelf noemt, precies',
        en: 'how the provider calls itself, exactly',
      }),
      line(terminal, 300),
    )
    .requiredOption(
      '--client-id <id>',
      terminal.say({ nl: 'hoe Weerbaar daar heet', en: 'how Weerbaar is called there' }),
      line(terminal, 300),
    )
    .addOption(
      new Option(
        '--authentication <method>',
        terminal.say({
          nl: `hoe Weerbaar zich daar bewijst: ${authentications.join(' of ')}; standaard het eerste`,
          en: `how Weerbaar proves itself there: ${authentications.join(' or ')}; the first by default`,
        }),
      )
        .choices(authentications)
        .default(authentications[0]),
    )
    .option(
      '--client-secret-file <file>',
      terminal.say({ nl: 'bij client_secret_basic: het geheim', en: 'with client_secret_basic: the secret' }),
    )
    .option(
      '--private-key-file <file>',
      terminal.say({
        nl: 'bij private_key_jwt: de sleutel (PEM, eventueel met certificaat, of JWK); anders wordt er een gemaakt',
        en: 'with private_key_jwt: the key (PEM, with its certificate if wanted, or JWK); otherwise one is made',
      }),
    )
    .option(
      '--strong-acr <values>',
      terminal.say({
        nl: 'waarden van acr die voor een tweede bewijs staan, met komma’s; zonder telt alleen de eigen app',
        en: 'values of acr that stand for a second factor, with commas; without, only our own app counts',
      }),
      listed,
    )
    .option(
      '--group-claim <claim>',
      terminal.say({
        nl: 'waar de groepen staan; standaard groups',
        en: 'where the groups are; default groups',
      }),
      line(terminal, 100),
    )
    .option(
      '--group-role <group=role...>',
      terminal.say({
        nl: `groep die een rol geeft: ${roles.join(', ')}; mag vaker`,
        en: `group that gives a role: ${roles.join(', ')}; may be repeated`,
      }),
      groupRole(terminal),
    )
    .addOption(
      new Option(
        '--name-claim <claim>',
        terminal.say({
          nl: `waaraan iemand de eerste keer wordt herkend: ${nameClaims.join(' of ')}; standaard het eerste`,
          en: `by what somebody is recognised the first time: ${nameClaims.join(' or ')}; the first by default`,
        }),
      )
        .choices(nameClaims)
        .default(nameClaims[0]),
    )
    .option(
      '--scope <scope>',
      terminal.say({
        nl: 'waarom wordt gevraagd; standaard openid met email of profile',
        en: 'what is asked for; default openid with email or profile',
      }),
      scope(terminal),
    )
    .action(async (options: IdentityProviderOptions) => {
      const { setIdentityProvider } = await import('../operations/set-identity-provider.js');
      await setIdentityProvider(options, terminal);
    });
  addExamples(
    set,
    terminal,
    `identity-provider set --organisation voorbeeld --issuer https://inloggen.voorbeeld.example/realms/staf \\
      --client-id weerbaar --strong-acr 2 --group-role "Alle medewerkers=employee"`,
  );
}

function addShow(provider: Command, terminal: Terminal): void {
  const show = provider
    .command('show')
    .summary(terminal.say({ nl: 'toont de inlogdienst', en: 'show the provider' }))
    .description(
      terminal.say({
        nl: 'Toont de inlogdienst van een organisatie en wat daar moet zijn geregistreerd; nooit het geheim. Vraagt DATABASE_URL en WEERBAAR_SECRET.',
        en: 'Show the identity provider of an organisation and what has to be registered there; never the secret. Needs DATABASE_URL and WEERBAAR_SECRET.',
      }),
    )
    .addOption(organisationOption(terminal))
    .action(async (options: ShowOptions) => {
      const { showIdentityProvider } = await import('../operations/show-identity-provider.js');
      await showIdentityProvider(options, terminal);
    });
  addExamples(show, terminal, 'identity-provider show --organisation voorbeeld');
}

function addRemove(provider: Command, terminal: Terminal): void {
  const remove = provider
    .command('remove')
    .summary(terminal.say({ nl: 'haalt de inlogdienst weg', en: 'remove the provider' }))
    .description(
      terminal.say({
        nl: 'Haalt de inlogdienst van een organisatie weg. Wie daar inlogde, heeft een nieuwe uitnodiging nodig. Vraagt DATABASE_OWNER_URL.',
        en: 'Remove the identity provider of an organisation. Who signed in there needs a new invitation. Needs DATABASE_OWNER_URL.',
      }),
    )
    .addOption(organisationOption(terminal))
    .action(async (options: ShowOptions) => {
      const { removeIdentityProvider } = await import('../operations/remove-identity-provider.js');
      await removeIdentityProvider(options, terminal);
    });
  addExamples(remove, terminal, 'identity-provider remove --organisation voorbeeld');
}

function organisationOption(terminal: Terminal): Option {
  return new Option(
    '--organisation <slug>',
    terminal.say({ nl: 'van welke organisatie', en: 'of which organisation' }),
  ).makeOptionMandatory();
}

function listed(value: string): readonly string[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** `Alle medewerkers=employee`. Roles beyond those are given in Weerbaar, by hand. */
function groupRole(terminal: Terminal) {
  return (value: string, earlier: Readonly<Record<string, RoleOfProvider>> = {}) => {
    const [, group, named] = /^(.{1,200})=([^=]*)$/.exec(value) ?? [];
    const role = roles.find((one) => one === named);
    if (group === undefined || role === undefined) {
      throw new InvalidArgumentError(
        terminal.say({
          nl: `Geef groep=rol, met een van deze rollen: ${roles.join(', ')}. Andere rollen geeft de beheerder.`,
          en: `Give group=role, with one of these roles: ${roles.join(', ')}. The administrator gives others.`,
        }),
      );
    }
    if (Object.hasOwn(earlier, group)) {
      throw new InvalidArgumentError(
        terminal.say({ nl: 'Een groep geeft één rol.', en: 'A group gives one role.' }),
      );
    }
    return Object.fromEntries([...Object.entries(earlier), [group, role]]);
  };
}

function scope(terminal: Terminal) {
  return (value: string): string => {
    const wanted = value.split(/\s+/).filter(Boolean);
    if (wanted.includes('openid') && value.length <= 300) return wanted.join(' ');
    throw new InvalidArgumentError(terminal.say({ nl: 'Noem ook openid.', en: 'Name openid as well.' }));
  };
}
