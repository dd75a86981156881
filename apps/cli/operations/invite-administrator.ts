import { operatorActor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { AccountService, OneTimeLinkService } from '@weerbaar/kernel/identity';
import { OrganisationDirectory, originAt } from '@weerbaar/kernel/organisations';
import { inviteAdministrator } from '../administrator.js';
import { inOrganisation, organisationOf, withApplication } from '../application.js';
import { tellLink } from '../one-time-link.js';
import { withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';

export interface AdministratorOptions {
  readonly organisation?: string;
  readonly name: string;
  readonly email: string;
}

/**
 * One more administrator, or a new beginning for one who can get in no more: password and second factor are taken
 * away, and the link is all there is.
 */
export async function inviteOrRestoreAdministrator(
  options: AdministratorOptions,
  terminal: Terminal,
): Promise<void> {
  await withDatabase(['DATABASE_URL'], ({ settings }) =>
    withApplication(settings, 'application', async (app) => {
      const organisation = await organisationOf(app, options.organisation);
      const [host = 'localhost'] = await app.get(OrganisationDirectory).hostsOf(organisation, 'staff');
      const token = await inOrganisation(organisation, () =>
        app.get(TransactionRunner).run(async () => {
          const account = await app.get(AccountService).bySignInName(options.email);
          if (!account) return inviteAdministrator(app, options);
          await app.get(AccountService).takeAwayMeans(operatorActor, account.id);
          return app.get(OneTimeLinkService).make(operatorActor, account.id, 'invitation');
        }),
      );
      tellLink(options.name, originAt(host, settings), token, terminal);
    }),
  );
}
