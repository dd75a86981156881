import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Assurance, SignedIn } from '@weerbaar/kernel/access';
import { queryPrepared, TransactionRunner } from '@weerbaar/kernel/database';

/** By which door somebody came in. */
export type SignInMethod = 'password' | 'provider';

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly account: { readonly id: string; readonly version: number };
  readonly method: SignInMethod;
  readonly assurance: Assurance;
  readonly providerRoles: readonly string[];
  /** The token of the identity provider, sealed: to end the session there as well. */
  readonly providerToken: Buffer | null;
  readonly mayEnrol: boolean;
  readonly device: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface StoredSession {
  readonly id: string;
  readonly method: SignInMethod;
  readonly assurance: Assurance;
  readonly mayEnrol: boolean;
  readonly device: string;
  /** Of the account. */
  readonly hasPassword: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

const identify = {
  name: 'identify-session',
  text: `select session_id as "sessionId", account_id as "accountId", person_id as "personId", assurance, roles
           from identify_session($1, $2, $3, $4, make_interval(mins => $5))`,
};

const columns = `id, method, assurance, may_enrol as "mayEnrol", device, created_at as "createdAt",
                 last_seen_at as "lastSeenAt", expires_at as "expiresAt",
                 (select a.password_hash is not null from account a where a.id = account_id) as "hasPassword"`;

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
  ): Promise<SignedIn | undefined> {
    const values = [organisationId, tokenHash, moment, today, idleMinutes];
    const [session] = await queryPrepared<SignedIn>(this.dataSource, identify, values);
    return session;
  }

  /**
   * Waits for a change of the account that is being made: so a session is there for that change to end, or it
   * does not begin.
   * @returns whether the account is active and still in the version that was seen.
   */
  async add(session: NewSession): Promise<boolean> {
    const added = await this.transactions.manager.query<unknown[]>(
      `insert into session (token_hash, id, account_id, method, assurance, provider_roles, provider_token, may_enrol,
                            device, created_at, last_seen_at, expires_at)
       select $1, $2, a.id, $4, $5, $6, $7, $8, $9, $10, $10, $11 from account a
        where a.id = $3 and a.version = $12 and a.deactivated_at is null for share
       returning id`,
      [
        session.tokenHash,
        session.id,
        session.account.id,
        session.method,
        session.assurance,
        session.providerRoles,
        session.providerToken,
        session.mayEnrol,
        session.device,
        session.createdAt,
        session.expiresAt,
        session.account.version,
      ],
    );
    return added.length === 1;
  }

  async get(id: string): Promise<StoredSession | undefined> {
    const [session] = await this.transactions.manager.query<StoredSession[]>(
      `select ${columns} from session where id = $1`,
      [id],
    );
    return session;
  }

  /** Of an account, as far as they still count; the one that was used last first. */
  ofAccount(accountId: string, moment: Date, idleMinutes: number): Promise<StoredSession[]> {
    return this.transactions.manager.query<StoredSession[]>(
      `select ${columns} from session
        where account_id = $1 and expires_at > $2 and last_seen_at > $2 - make_interval(mins => $3)
        order by last_seen_at desc, id`,
      [accountId, moment, idleMinutes],
    );
  }

  /**
   * Gives a session another token and more assurance, in one step: of two at the same moment one succeeds.
   * @returns whether the old token was still the one.
   */
  async rotate(oldTokenHash: Buffer, newTokenHash: Buffer, assurance: Assurance): Promise<boolean> {
    const [rows] = await this.transactions.manager.query<[unknown[], number]>(
      'update session set token_hash = $2, assurance = $3 where token_hash = $1 returning id',
      [oldTokenHash, newTokenHash, assurance],
    );
    return rows.length === 1;
  }

  /** @returns the sealed token of the identity provider, if the session came from one. */
  async remove(tokenHash: Buffer): Promise<Buffer | undefined> {
    const [rows] = await this.transactions.manager.query<[{ provider_token: Buffer | null }[], number]>(
      'delete from session where token_hash = $1 returning provider_token',
      [tokenHash],
    );
    return rows[0]?.provider_token ?? undefined;
  }

  /** @returns whether there was such a session of this account. */
  async removeById(id: string, accountId: string): Promise<boolean> {
    const [rows] = await this.transactions.manager.query<[unknown[], number]>(
      'delete from session where id = $1 and account_id = $2 returning id',
      [id, accountId],
    );
    return rows.length === 1;
  }

  async removeOf(accountId: string): Promise<void> {
    await this.transactions.manager.query('delete from session where account_id = $1', [accountId]);
  }

  async removeOthersOf(accountId: string, exceptId: string): Promise<void> {
    await this.transactions.manager.query('delete from session where account_id = $1 and id <> $2', [
      accountId,
      exceptId,
    ]);
  }

  /** All that came from the identity provider. */
  async removeOfProvider(): Promise<void> {
    await this.transactions.manager.query(`delete from session where method = 'provider'`);
  }

  async removeExpired(moment: Date): Promise<void> {
    await this.transactions.manager.query('delete from session where expires_at <= $1', [moment]);
  }
}
