import { Injectable } from '@nestjs/common';
import type { Language } from '@weerbaar/core/figures';
import { TransactionRunner } from '@weerbaar/kernel/database';

export type LinkPurpose = 'invitation' | 'password-reset';

export interface NewOneTimeLink {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** The wish for a link. Without an account when nobody has the sign-in name that was given. */
export interface LinkRequest {
  readonly id: string;
  readonly accountId: string | null;
  readonly purpose: LinkPurpose;
  /** Scheme, host and port that the link begins with. */
  readonly origin: string;
  readonly language: Language;
}

@Injectable()
export class OneTimeLinkRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async add({ tokenHash, accountId, purpose, expiresAt }: NewOneTimeLink): Promise<void> {
    await this.query(
      'insert into one_time_link (token_hash, account_id, purpose, expires_at) values ($1, $2, $3, $4)',
      [tokenHash, accountId, purpose, expiresAt],
    );
  }

  /** Ends all links of an account: a password that was set must not be set again by an older link. */
  async endAll(accountId: string, moment: Date): Promise<void> {
    await this.query('update one_time_link set used_at = $2 where account_id = $1 and used_at is null', [
      accountId,
      moment,
    ]);
  }

  /** Whose a link is that can be used now. */
  async accountOf(tokenHash: Buffer, moment: Date): Promise<string | undefined> {
    const [link] = await this.query<{ accountId: string }>(
      `select l.account_id as "accountId" from one_time_link l join account a on a.id = l.account_id
        where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and a.deactivated_at is null`,
      [tokenHash, moment],
    );
    return link?.accountId;
  }

  /** Marks the link as used and tells whose it is; undefined when it can't be used (any more). */
  async use(tokenHash: Buffer, moment: Date): Promise<string | undefined> {
    const [rows] = await this.transactions.manager.query<[{ account_id: string }[], number]>(
      `update one_time_link l set used_at = $2
        where token_hash = $1 and used_at is null and expires_at > $2
          and exists (select from account a where a.id = l.account_id and a.deactivated_at is null)
       returning account_id`,
      [tokenHash, moment],
    );
    return rows[0]?.account_id;
  }

  async removeExpired(moment: Date): Promise<void> {
    await this.query('delete from one_time_link where expires_at <= $1', [moment]);
  }

  async request({ id, accountId, purpose, origin, language }: LinkRequest, moment: Date): Promise<void> {
    await this.query(
      `insert into link_request (id, account_id, purpose, origin, language, requested_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, accountId, purpose, origin, language, moment],
    );
  }

  async findRequest(id: string): Promise<LinkRequest | undefined> {
    const [request] = await this.query<LinkRequest>(
      'select id, account_id as "accountId", purpose, origin, language from link_request where id = $1',
      [id],
    );
    return request;
  }

  async removeRequest(id: string): Promise<void> {
    await this.query('delete from link_request where id = $1', [id]);
  }

  /** Requests that were never answered: mail was off, or kept failing. */
  async removeRequestsBefore(moment: Date): Promise<void> {
    await this.query('delete from link_request where requested_at < $1', [moment]);
  }

  private query<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.transactions.manager.query<T[]>(sql, [...parameters]);
  }
}
