import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { Mailer } from '@weerbaar/kernel/mail';
import { OrganisationDirectory, originAt } from '@weerbaar/kernel/organisations';
import type { NoticeMail } from './notice.js';
import { NoticeKinds } from './notice-kinds.js';
import { composeNotices, type PlaceOfNotices } from './notice-template.js';
import { NoticeRepository } from './notice.repository.js';
import { sendNoticesJob } from './send-notices.job-definition.js';

/**
 * At least once: the mail is marked as sent after the server took it. A worker that is killed in between sends it
 * again under the same id; a deadline that nobody hears of would be worse. In every other case it is sent once.
 */
@Injectable()
@Handles(sendNoticesJob)
export class SendNotices extends JobHandler<{ noticeMailId: string }> {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly kinds: NoticeKinds,
    private readonly organisations: OrganisationDirectory,
    private readonly transactions: TransactionRunner,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async perform({ noticeMailId }: { noticeMailId: string }): Promise<void> {
    const mail = await this.transactions.run(() => this.notices.unsent(noticeMailId));
    if (!mail) return;
    if (mail.address === null || mail.notices.length === 0) {
      // Everything was taken back, or nobody signs in with an address any more.
      await this.transactions.run(() => this.notices.release(noticeMailId));
      return;
    }
    await this.send(mail, mail.address);
    await this.transactions.run(() => this.notices.markSent(mail, this.clock.now()));
  }

  private async send(mail: NoticeMail, to: string): Promise<void> {
    const kindOf = (code: string) => this.kinds.named(code);
    const template = composeNotices(mail, kindOf, await this.place());
    await this.mailer.send({ to, language: mail.language, template });
  }

  private async place(): Promise<PlaceOfNotices> {
    const organisation = await this.organisations.own();
    const hosts = await this.organisations.hostsOf(organisation, 'staff');
    // A name rather than an address in numbers, where there are both.
    const host = hosts.find((one) => /[g-z]/u.test(one)) ?? hosts[0];
    return { organisation: organisation.name, origin: host && originAt(host, this.settings) };
  }
}
