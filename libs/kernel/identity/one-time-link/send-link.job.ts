import { Injectable } from '@nestjs/common';
import { systemActor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { Mailer, type MailTemplate } from '@weerbaar/kernel/mail';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { AccountRepository } from '../account/account.repository.js';
import { MailPreferenceRepository } from '../mail-preference/mail-preference.repository.js';
import { linkAddress } from './link-address.js';
import { type LinkPurpose, type LinkRequest, OneTimeLinkRepository } from './one-time-link.repository.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { sendLinkJob } from './send-link.job-definition.js';

/** Makes the link and mails it. Done again, it makes a new one and ends the one before: whichever mail comes last works. */
@Injectable()
@Handles(sendLinkJob)
export class SendLink extends JobHandler<{ linkRequestId: string }> {
  constructor(
    private readonly links: OneTimeLinkService,
    private readonly requests: OneTimeLinkRepository,
    private readonly accounts: AccountRepository,
    private readonly preferences: MailPreferenceRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly transactions: TransactionRunner,
    private readonly mailer: Mailer,
  ) {
    super();
  }

  async perform({ linkRequestId }: { linkRequestId: string }): Promise<void> {
    const request = await this.transactions.run(() => this.requests.findRequest(linkRequestId));
    if (!request) return;
    await this.answer(request);
    await this.transactions.run(() => this.requests.removeRequest(linkRequestId));
  }

  private async answer({ accountId, purpose, origin, language }: LinkRequest): Promise<void> {
    const account = accountId && (await this.transactions.run(() => this.accounts.find(accountId)));
    // Nobody has the name that was given, or they are not let in any more: nobody hears of it.
    if (!account || account.email === null || account.deactivatedAt) return;
    const chosen = await this.transactions.run(() => this.preferences.of(account.id));
    const { name } = await this.organisations.own();
    const token = await this.links.make(systemActor, account.id, purpose);
    const template = templates[purpose](name, linkAddress(origin, token));
    await this.mailer.send({ to: account.email, language: chosen.language ?? language, template });
  }
}

type TemplateOfLink = (organisation: string, link: string) => MailTemplate;

const label = { nl: 'Kies een wachtwoord', en: 'Choose a password' };

const templates: Readonly<Record<LinkPurpose, TemplateOfLink>> = {
  invitation: (organisation, link) => ({
    subject: { nl: 'Uw toegang tot Weerbaar', en: 'Your access to Weerbaar' },
    paragraphs: [
      {
        nl: `${organisation} werkt met Weerbaar, het systeem voor integriteit. Er is een account voor u. Kies met de link hieronder een wachtwoord; daarna kunt u inloggen.`,
        en: `${organisation} works with Weerbaar, the system for integrity. There is an account for you. Choose a password by the link below; then you can sign in.`,
      },
      {
        nl: 'De link werkt één keer en is zeven dagen geldig. Stuur deze mail niet door.',
        en: 'The link works once and is valid for seven days. Do not forward this mail.',
      },
    ],
    action: { label, link },
  }),
  'password-reset': (organisation, link) => ({
    subject: { nl: 'Een nieuw wachtwoord voor Weerbaar', en: 'A new password for Weerbaar' },
    paragraphs: [
      {
        nl: `Iemand vroeg om een nieuw wachtwoord voor uw account bij ${organisation}. Was u dat? Kies dan met de link hieronder een wachtwoord.`,
        en: `Somebody asked for a new password for your account at ${organisation}. Was it you? Then choose a password by the link below.`,
      },
      {
        nl: 'De link werkt één keer en is een uur geldig. Was u het niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het was.',
        en: 'The link works once and is valid for an hour. Was it not you? Then you need not do anything: your password stays as it was.',
      },
    ],
    action: { label, link },
  }),
};
