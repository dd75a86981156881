import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { type MailPreference, usualMailPreference } from './mail-preference.js';

type Wishes = Omit<MailPreference, 'version'>;

@Injectable()
export class MailPreferenceRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async of(accountId: string): Promise<MailPreference> {
    const [preference] = await this.transactions.manager.query<MailPreference[]>(
      'select version, language, timing from mail_preference where account_id = $1',
      [accountId],
    );
    return preference ?? usualMailPreference;
  }

  /** @throws Problem `version-conflict` when it is not the version that was seen. */
  async change(accountId: string, version: number, { language, timing }: Wishes): Promise<MailPreference> {
    const wanted = [accountId, language, timing];
    const [rows] =
      version === usualMailPreference.version
        ? [await this.add(wanted)]
        : await this.transactions.manager.query<[MailPreference[], number]>(
            `update mail_preference set version = version + 1, language = $2, timing = $3
              where account_id = $1 and version = $4 returning version, language, timing`,
            [...wanted, version],
          );
    if (!rows[0]) throw new Problem('version-conflict');
    return rows[0];
  }

  private add(wanted: readonly unknown[]): Promise<MailPreference[]> {
    return this.transactions.manager.query<MailPreference[]>(
      `insert into mail_preference (account_id, version, language, timing) values ($1, 1, $2, $3)
       on conflict do nothing returning version, language, timing`,
      [...wanted],
    );
  }
}
