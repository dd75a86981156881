import type { INestApplicationContext } from '@nestjs/common';
import type { Localised } from '@weerbaar/core/figures';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { operatorActor } from '@weerbaar/kernel/context';
import { callbackPath, IdentityProviders, type ShownProvider } from '@weerbaar/kernel/identity';
import { type Organisation, OrganisationDirectory, originAt } from '@weerbaar/kernel/organisations';
import { inOrganisation, organisationOf, withApplication } from '../application.js';
import { withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';

export interface ShowOptions {
  readonly organisation: string;
}

export async function showIdentityProvider({ organisation: slug }: ShowOptions, terminal: Terminal) {
  await withDatabase(['DATABASE_URL'], ({ settings }) =>
    withApplication(settings, 'application', async (app) => {
      const organisation = await organisationOf(app, slug);
      const provider = await inOrganisation(organisation, () =>
        app.get(IdentityProviders).show(operatorActor),
      );
      await tellProvider(app, organisation, provider, terminal);
    }),
  );
}

/** All but the secret, and what the provider has to know of us. */
export async function tellProvider(
  app: INestApplicationContext,
  organisation: Organisation,
  provider: ShownProvider,
  terminal: Terminal,
): Promise<void> {
  const settings = app.get<Settings>(SETTINGS);
  const hosts = await app.get(OrganisationDirectory).hostsOf(organisation, 'staff');
  terminal.print(`${organisation.slug}: ${provider.issuer}`);
  const groups = Object.entries(provider.groupRoles).map(([group, role]) => `${group} = ${role}`);
  const rows: readonly (readonly [Localised, string])[] = [
    [{ nl: 'naam van Weerbaar', en: 'client id' }, provider.clientId],
    [{ nl: 'bewijs van Weerbaar', en: 'authentication' }, provider.authentication],
    [{ nl: 'gevraagd', en: 'scope' }, provider.scope],
    [{ nl: 'herkend aan', en: 'recognised by' }, provider.nameClaim],
    [{ nl: 'tweede bewijs (acr)', en: 'second factor (acr)' }, provider.strongAcr.join(', ') || '-'],
    [
      { nl: 'groepen', en: 'groups' },
      provider.groupClaim ? `${provider.groupClaim}: ${groups.join(', ')}` : '-',
    ],
  ];
  terminal.table(rows.map(([label, value]) => [terminal.say(label), value]));
  terminal.print({ nl: 'Registreer bij de inlogdienst:', en: 'Register at the provider:' });
  for (const host of hosts) {
    terminal.print(`  redirect_uri              ${originAt(host, settings)}${callbackPath}`);
    terminal.print(`  post_logout_redirect_uri  ${originAt(host, settings)}/`);
  }
  if (provider.publicKey)
    terminal.print(`  jwks\n${JSON.stringify({ keys: [provider.publicKey] }, null, 2)}`);
}
