import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';

@Injectable()
export class OneTimeLinkRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async add(link: { tokenHash: Buffer; accountId: string; expiresAt: Date }): Promise<void> {
    await this.transactions.manager.query(
      'insert into one_time_link (token_hash, account_id, expires_at) values ($1, $2, $3)',
      [link.tokenHash, link.accountId, link.expiresAt],
    );
  }

  /** Ends all links of an account: a password that was set must not be set again by an older link. */
  async endAll(accountId: string, moment: Date): Promise<void> {
    await this.transactions.manager.query(
      'update one_time_link set used_at = $2 where account_id = $1 and used_at is null',
      [accountId, moment],
    );
  }

  /** Marks the link as used and tells whose it is; undefined when it can't be used (any more). */
  async use(tokenHash: Buffer, moment: Date): Promise<string | undefined> {
    const [rows] = await this.transactions.manager.query<[{ account_id: string }[], number]>(
      `update one_time_link set used_at = $2
        where token_hash = $1 and used_at is null and expires_at > $2 returning account_id`,
      [tokenHash, moment],
    );
    return rows[0]?.account_id;
  }
}
