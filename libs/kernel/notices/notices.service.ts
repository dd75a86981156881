import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { JobDispatcher } from '@weerbaar/kernel/jobs';
import { MailTransport } from '@weerbaar/kernel/mail';
import type { NewNotice } from './notice.js';
import type { NoticeKind } from './notice-kind.js';
import { NoticeKinds } from './notice-kinds.js';
import { type Addressee, NoticeRepository } from './notice.repository.js';
import { sendNoticesJob } from './send-notices.job-definition.js';

/** By which parts tell people that something waits for them, in the transaction of what makes it so. */
@Injectable()
export class Notices {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly kinds: NoticeKinds,
    private readonly dispatcher: JobDispatcher,
    private readonly mail: MailTransport,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** Those of some persons whom a notice of this kind reaches: who can sign in, and did not choose to hear nothing. */
  reachable(_actor: Actor, kind: NoticeKind, personIds: readonly string[]): Promise<readonly string[]> {
    return this.transactions.run(async () =>
      (await this.addressees(kind, personIds)).map(({ personId }) => personId),
    );
  }

  /**
   * Each is mailed at once or in the digest of the next morning, as they chose; who chose never is told what is
   * urgent alone. The same of the same record with the same day is told once.
   */
  tell(actor: Actor, { kind, personIds, subjectId, path, dueOn = null }: NewNotice): Promise<void> {
    this.kinds.requireKnown(kind);
    return this.transactions.run(async () => {
      const others = [...new Set(personIds)].filter((id) => id !== actor.personId);
      const addressees = await this.addressees(kind, others);
      const ids = addressees.map(({ personId }) => personId);
      const subjectIds = ids.map((id) => (typeof subjectId === 'string' ? subjectId : subjectId(id)));
      const told = { kind: kind.code, personIds: ids, subjectIds, path, dueOn };
      const added = await this.notices.add(told, this.clock.now());
      if (!this.mail.enabled) return;
      const hasty = new Set(
        addressees.flatMap(({ personId, timing }) => (kind.urgent || timing === 'at-once' ? [personId] : [])),
      );
      for (const notice of added) {
        if (!hasty.has(notice.personId)) continue;
        const noticeMailId = await this.notices.mailAtOnce(notice, this.clock.now());
        await this.dispatcher.dispatch(sendNoticesJob, { noticeMailId }, { subject: noticeMailId });
      }
    });
  }

  /** It waits no longer: whoever was not mailed yet never will be, and if it comes back all are told anew. */
  takeBack(_actor: Actor, { code }: NoticeKind, ...subjectIds: readonly string[]): Promise<void> {
    return this.transactions.run(() => this.notices.remove(code, subjectIds));
  }

  private async addressees({ urgent }: NoticeKind, personIds: readonly string[]): Promise<Addressee[]> {
    const addressees = await this.notices.addressees(personIds);
    return addressees.filter(({ timing }) => urgent || timing !== 'never');
  }
}
