import { operatorActor } from '@weerbaar/kernel/context';
import { OrganisationCreation, originAt } from '@weerbaar/kernel/organisations';
import { inviteAdministrator } from '../administrator.js';
import { withApplication } from '../application.js';
import { tellLink } from '../one-time-link.js';
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
      const wanted = {
        name: options.name,
        slug: options.slug,
        hosts: options.host.map((host) => ({ host, purpose: 'staff' as const })),
      };
      const administrator = { name: options.administratorName, email: options.administratorEmail };
      const token = await app
        .get(OrganisationCreation)
        .create(operatorActor, wanted, () => inviteAdministrator(app, administrator));
      terminal.print({ nl: `${options.name} is aangemaakt.`, en: `${options.name} was made.` });
      tellLink(administrator.name, originAt(options.host[0] ?? '', settings), token, terminal);
    }),
  );
}
