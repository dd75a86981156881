import { PersonService } from '@weerbaar/people';
import type { Settings } from '@weerbaar/kernel/config';
import { operatorActor } from '@weerbaar/kernel/context';
import { AccountService, linkAddress, OneTimeLinkService } from '@weerbaar/kernel/identity';
import { OrganisationCreation } from '@weerbaar/kernel/organisations';
import { withApplication } from '../application.js';
import { withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';

export interface OrganisationOptions {
  readonly name: string;
  readonly slug: string;
  readonly host: readonly string[];
  readonly administratorName: string;
  readonly administratorEmail: string;
}

export async function createOrganisation(options: OrganisationOptions, terminal: Terminal): Promise<void> {
  await withDatabase(['DATABASE_OWNER_URL'], ({ settings }) =>
    withApplication(settings, 'owner', async (app) => {
      const [persons, accounts] = [app.get(PersonService), app.get(AccountService)];
      const wanted = {
        name: options.name,
        slug: options.slug,
        hosts: options.host.map((host) => ({ host, purpose: 'staff' as const })),
      };
      const token = await app.get(OrganisationCreation).create(operatorActor, wanted, async () => {
        const person = await persons.add(operatorActor, {
          name: options.administratorName,
          email: options.administratorEmail,
          roles: ['administrator', 'employee'],
        });
        const signInName = options.administratorEmail;
        const email = options.administratorEmail;
        const account = await accounts.create(operatorActor, { personId: person.id, signInName, email });
        return app.get(OneTimeLinkService).make(operatorActor, account.id, 'invitation');
      });
      tell(options, addressOf(options.host[0] ?? '', settings), token, terminal);
    }),
  );
}

function tell(
  { name, administratorName }: OrganisationOptions,
  address: string,
  token: string,
  terminal: Terminal,
): void {
  terminal.print({
    nl: `${name} is aangemaakt. Eenmalige link voor ${administratorName}, zeven dagen geldig:`,
    en: `${name} was made. One-time link for ${administratorName}, valid for seven days:`,
  });
  terminal.print(`\n  ${linkAddress(address, token)}\n`);
  terminal.print({
    nl: 'De pagina achter de link komt nog. Tot dan kiest deze aanroep het wachtwoord:',
    en: 'The page behind the link is still to come. Until then this call chooses the password:',
  });
  const body = JSON.stringify({ token, password: terminal.say({ nl: '<wachtwoord>', en: '<password>' }) });
  terminal.print(
    `\n  curl -X POST ${address}/api/v1/account-activations -H 'content-type: application/json' \\\n    -d '${body}'\n`,
  );
}

/** Behind a proxy that ends TLS people use the ordinary port. */
function addressOf(host: string, { WEERBAAR_TLS: tls, WEERBAAR_PORT: port }: Settings): string {
  return tls === 'on' ? `https://${host}` : `http://${host}:${port}`;
}
