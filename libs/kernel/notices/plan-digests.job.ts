import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { defineSchedule, Handles, JobDispatcher, JobHandler } from '@weerbaar/kernel/jobs';
import { MailTransport } from '@weerbaar/kernel/mail';
import { NoticeKinds } from './notice-kinds.js';
import { NoticeRepository } from './notice.repository.js';
import { sendNoticesJob } from './send-notices.job-definition.js';

/** Before people begin their day; in the Netherlands, in summer and in winter. */
export const planDigestsSchedule = defineSchedule({ name: 'notices.plan-digests', cron: '0 7 * * *' });

const dayMilliseconds = 86_400_000;

/** What could not be mailed for so long is no news any more: turning mail on brings no flood. */
const unsentKeptDays = 14;

/** Longer than anything is announced ahead, so that it is not told twice. */
const sentKeptDays = 120;

/**
 * Claims a digest for each person for whom something waits, and asks for it to be sent, in one transaction a person.
 * Done again on the same day it finds nobody, or those whom it did not come to.
 */
@Injectable()
@Handles(planDigestsSchedule)
export class PlanDigests extends JobHandler {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly kinds: NoticeKinds,
    private readonly dispatcher: JobDispatcher,
    private readonly mail: MailTransport,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {
    super();
  }

  async perform(): Promise<void> {
    await this.forgetOld();
    if (!this.mail.enabled) return;
    await this.askAgain();
    const day = this.clock.today();
    const { urgentCodes } = this.kinds;
    const persons = await this.transactions.run(() => this.notices.personsAwaiting(day, urgentCodes));
    for (const personId of persons) await this.plan(personId, day);
  }

  private plan(personId: string, day: string): Promise<void> {
    return this.transactions.run(async () => {
      const mailId = await this.notices.claimDigest(personId, day, this.clock.now());
      if (!mailId) return;
      await this.notices.fill(mailId, personId, this.kinds.urgentCodes);
      await this.askFor(mailId);
    });
  }

  /** For mails of one notice that the server did not take for hours. Those that are still tried are left to that. */
  private askAgain(): Promise<void> {
    return this.transactions.run(async () => {
      for (const mailId of await this.notices.unsentAtOnce()) await this.askFor(mailId);
    });
  }

  private async askFor(noticeMailId: string): Promise<void> {
    await this.dispatcher.dispatch(sendNoticesJob, { noticeMailId }, { subject: noticeMailId });
  }

  private forgetOld(): Promise<void> {
    const now = this.clock.now().getTime();
    const before = (days: number) => new Date(now - days * dayMilliseconds);
    return this.transactions.run(() => this.notices.forget(before(unsentKeptDays), before(sentKeptDays)));
  }
}
