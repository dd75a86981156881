import { Injectable } from '@nestjs/common';
import type { Language } from '@weerbaar/core/figures';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import type { MailTiming } from '@weerbaar/kernel/identity';
import type { NoticeMail, StoredNotice } from './notice.js';

export interface NoticeToAdd {
  readonly kind: string;
  readonly personIds: readonly string[];
  /** Of each person in the same order. */
  readonly subjectIds: readonly string[];
  readonly path: string;
  readonly dueOn: string | null;
}

/** Somebody who can sign in, with when they want mail. */
export interface Addressee {
  readonly personId: string;
  readonly timing: MailTiming;
}

interface AddedNotice {
  readonly id: string;
  readonly personId: string;
}

interface MailRow {
  readonly id: string;
  readonly isDigest: boolean;
  readonly address: string | null;
  readonly language: Language;
}

@Injectable()
export class NoticeRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** Those of the persons who can sign in. */
  addressees(personIds: readonly string[]): Promise<Addressee[]> {
    return this.query<Addressee>(
      `select distinct on (a.person_id) a.person_id as "personId", coalesce(p.timing, 'daily') as timing
         from account a left join mail_preference p on p.account_id = a.id
        where a.person_id = any ($1) and a.deactivated_at is null
        order by a.person_id, a.created_at`,
      [personIds],
    );
  }

  /** What somebody was told already of the same thing is not told again. @returns what is new. */
  add({ kind, personIds, subjectIds, path, dueOn }: NoticeToAdd, moment: Date): Promise<AddedNotice[]> {
    return this.query<AddedNotice>(
      `insert into notice (id, kind, person_id, subject_id, path, due_on, created_at)
       select told.id, $4, told.person_id, told.subject_id, $5, $6, $7
         from unnest($1::uuid[], $2::uuid[], $3::uuid[]) told (id, person_id, subject_id)
       on conflict do nothing returning id, person_id as "personId"`,
      [personIds.map(() => newId()), personIds, subjectIds, kind, path, dueOn, moment],
    );
  }

  async remove(kind: string, subjectIds: readonly string[]): Promise<void> {
    await this.query('delete from notice where subject_id = any ($1) and kind = $2', [subjectIds, kind]);
  }

  /** @returns the id of a mail with this notice alone. */
  async mailAtOnce({ id, personId }: AddedNotice, moment: Date): Promise<string> {
    const mailId = newId();
    await this.query('insert into notice_mail (id, person_id, created_at) values ($1, $2, $3)', [
      mailId,
      personId,
      moment,
    ]);
    await this.query('update notice set mail_id = $2 where id = $1', [id, mailId]);
    return mailId;
  }

  /** Mails of one notice that were not taken yet. */
  async unsentAtOnce(): Promise<readonly string[]> {
    const mails = await this.query<{ id: string }>(
      'select id from notice_mail where digest_of is null and sent_at is null order by id',
    );
    return mails.map(({ id }) => id);
  }

  /**
   * Who should get a digest of this day and has none yet: something waits for them that they want to hear of, or
   * their digest of an earlier day could not be sent. Nobody without an address, or who does not sign in any more.
   */
  async personsAwaiting(day: string, urgentCodes: readonly string[]): Promise<readonly string[]> {
    const persons = await this.query<{ personId: string }>(
      `select distinct a.person_id as "personId"
         from account a left join mail_preference p on p.account_id = a.id
        where a.deactivated_at is null and a.email is not null
          and not exists (select from notice_mail m where m.person_id = a.person_id and m.digest_of = $1)
          and (exists (select from notice_mail m
                        where m.person_id = a.person_id and m.digest_of < $1 and m.sent_at is null)
            or exists (select from notice n where n.person_id = a.person_id and n.mail_id is null
                          and (n.kind = any ($2) or coalesce(p.timing, 'daily') <> 'never')))
        order by 1`,
      [day, urgentCodes],
    );
    return persons.map(({ personId }) => personId);
  }

  /**
   * Claims the digest of a person for a day: the one of an earlier day that was not sent, or a new one. There is one
   * a person and day, which the database holds, whoever asks how often.
   * @returns undefined when somebody else has it.
   */
  async claimDigest(personId: string, day: string, moment: Date): Promise<string | undefined> {
    const [unsent] = await this.update<{ id: string }>(
      `update notice_mail set digest_of = $2
        where person_id = $1 and digest_of < $2 and sent_at is null returning id`,
      [personId, day],
    );
    if (unsent) return unsent.id;
    const [added] = await this.query<{ id: string }>(
      `insert into notice_mail (id, person_id, digest_of, created_at) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [newId(), personId, day, moment],
    );
    return added?.id;
  }

  /** Puts what waits for a person into a digest. */
  async fill(mailId: string, personId: string, urgentCodes: readonly string[]): Promise<void> {
    await this.query(
      `update notice n set mail_id = $1
        where n.person_id = $2 and n.mail_id is null
          and (n.kind = any ($3) or exists (
                select from account a left join mail_preference p on p.account_id = a.id
                 where a.person_id = $2 and a.deactivated_at is null and coalesce(p.timing, 'daily') <> 'never'))`,
      [mailId, personId, urgentCodes],
    );
  }

  /** A mail that was not sent yet; its addressee is the account that signs in now. */
  async unsent(mailId: string): Promise<NoticeMail | undefined> {
    const [mail] = await this.query<MailRow>(
      `select m.id, m.digest_of is not null as "isDigest", a.email as address,
              coalesce(p.language, 'nl') as language
         from notice_mail m
         left join account a on a.person_id = m.person_id and a.deactivated_at is null
         left join mail_preference p on p.account_id = a.id
        where m.id = $1 and m.sent_at is null
        order by a.created_at limit 1`,
      [mailId],
    );
    if (!mail) return undefined;
    const notices = await this.query<StoredNotice>(
      `select id, kind, path, due_on::text as "dueOn" from notice where mail_id = $1 order by id`,
      [mailId],
    );
    return { ...mail, notices };
  }

  /** The mail is sent, and said these; what was put into it meanwhile waits for the next one. */
  async markSent({ id, notices }: NoticeMail, moment: Date): Promise<void> {
    await this.query('update notice_mail set sent_at = $2 where id = $1', [id, moment]);
    await this.query('update notice set mail_id = null where mail_id = $1 and id <> all ($2)', [
      id,
      notices.map((notice) => notice.id),
    ]);
  }

  /** There is no such mail after all: what it held waits again. */
  async release(mailId: string): Promise<void> {
    await this.query('delete from notice_mail where id = $1', [mailId]);
  }

  /** Removes what was never sent and has become old, and what was sent so long ago that nothing refers to it. */
  async forget(unsentBefore: Date, sentBefore: Date): Promise<void> {
    await this.query(
      `delete from notice n
        where n.created_at < $2 or (n.created_at < $1 and not exists (
                select from notice_mail m where m.id = n.mail_id and m.sent_at is not null))`,
      [unsentBefore, sentBefore],
    );
    await this.query(
      `delete from notice_mail m
        where m.created_at < $1 and not exists (select from notice n where n.mail_id = m.id)`,
      [unsentBefore],
    );
  }

  private async update<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    const [rows] = await this.transactions.manager.query<[T[], number]>(sql, [...parameters]);
    return rows;
  }

  private query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.transactions.manager.query<T[]>(sql, [...parameters]);
  }
}
