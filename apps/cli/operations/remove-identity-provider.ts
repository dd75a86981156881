import { operatorActor } from '@weerbaar/kernel/context';
import { IdentityProviders } from '@weerbaar/kernel/identity';
import { inOrganisation, organisationOf, withApplication } from '../application.js';
import { withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';
import type { ShowOptions } from './show-identity-provider.js';

export async function removeIdentityProvider(
  { organisation: slug }: ShowOptions,
  terminal: Terminal,
): Promise<void> {
  await withDatabase(['DATABASE_OWNER_URL'], ({ settings }) =>
    withApplication(settings, 'owner', async (app) => {
      const organisation = await organisationOf(app, slug);
      await inOrganisation(organisation, () => app.get(IdentityProviders).remove(operatorActor));
    }),
  );
  terminal.print({
    nl: `${slug} heeft geen inlogdienst meer.`,
    en: `${slug} has no identity provider any more.`,
  });
}
