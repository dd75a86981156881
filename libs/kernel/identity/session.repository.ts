import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { queryPrepared, TransactionRunner } from '@weerbaar/kernel/database';

export interface IdentifiedSession {
  readonly accountId: string;
  readonly personId: string;
  readonly roles: readonly string[];
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const identify = {
  name: 'identify-session',
  text: `select account_id as "accountId", person_id as "personId", roles
           from identify_session($1, $2, $3, $4, make_interval(mins => $5))`,
};

@Injectable()
export class SessionRepository {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly dataSource: DataSource,
  ) {}

  /** Outside a transaction on purpose: one statement, at every request. */
  async identify(
    organisationId: string,
    tokenHash: Buffer,
    moment: Date,
    today: string,
    idleMinutes: number,
  ): Promise<IdentifiedSession | undefined> {
    const values = [organisationId, tokenHash, moment, today, idleMinutes];
    const [session] = await queryPrepared<IdentifiedSession>(this.dataSource, identify, values);
    return session;
  }

  async add({ tokenHash, accountId, createdAt, expiresAt }: NewSession): Promise<void> {
    await this.transactions.manager.query(
      `insert into session (token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [tokenHash, accountId, createdAt, expiresAt],
    );
  }

  async remove(tokenHash: Buffer): Promise<void> {
    await this.transactions.manager.query('delete from session where token_hash = $1', [tokenHash]);
  }

  async removeOf(accountId: string): Promise<void> {
    await this.transactions.manager.query('delete from session where account_id = $1', [accountId]);
  }

  async removeExpired(moment: Date): Promise<void> {
    await this.transactions.manager.query('delete from session where expires_at <= $1', [moment]);
  }
}
