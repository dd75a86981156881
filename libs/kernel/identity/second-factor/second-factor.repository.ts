import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';

export interface StoredSecondFactor {
  /** Sealed; null until the first one was confirmed. */
  readonly secret: Buffer | null;
  /** Sealed; one that was begun and not confirmed yet. */
  readonly pendingSecret: Buffer | null;
  readonly activeSince: Date | null;
  readonly recoveryCodes: number;
}

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async find(accountId: string): Promise<StoredSecondFactor | undefined> {
    const [found] = await this.query<StoredSecondFactor>(
      `select secret, pending_secret as "pendingSecret", active_since as "activeSince",
              (select count(*)::int from recovery_code r where r.account_id = f.account_id) as "recoveryCodes"
         from second_factor f where account_id = $1`,
      [accountId],
    );
    return found;
  }

  async begin(accountId: string, pendingSecret: Buffer): Promise<void> {
    await this.query(
      `insert into second_factor (account_id, pending_secret) values ($1, $2)
       on conflict (organisation_id, account_id) do update set pending_secret = excluded.pending_secret`,
      [accountId, pendingSecret],
    );
  }

  /** @returns whether it was this secret that was begun last. */
  async activate(accountId: string, pendingSecret: Buffer, step: number, moment: Date): Promise<boolean> {
    return this.changed(
      `update second_factor
          set secret = pending_secret, pending_secret = null, last_step = $3, active_since = $4
        where account_id = $1 and pending_secret = $2 returning account_id`,
      [accountId, pendingSecret, step, moment],
    );
  }

  async install(accountId: string, secret: Buffer, moment: Date): Promise<void> {
    await this.query('insert into second_factor (account_id, secret, active_since) values ($1, $2, $3)', [
      accountId,
      secret,
      moment,
    ]);
  }

  /** Uses up a step, of this secret. @returns false when it was used before, also by a try at the same moment. */
  async useStep(accountId: string, secret: Buffer, step: number): Promise<boolean> {
    return this.changed(
      `update second_factor set last_step = $3
        where account_id = $1 and secret = $2 and last_step < $3 returning account_id`,
      [accountId, secret, step],
    );
  }

  async remove(accountId: string): Promise<void> {
    await this.query('delete from recovery_code where account_id = $1', [accountId]);
    await this.query('delete from second_factor where account_id = $1', [accountId]);
  }

  async replaceRecoveryCodes(accountId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.query('delete from recovery_code where account_id = $1', [accountId]);
    await this.query(
      'insert into recovery_code (account_id, code_hash) select $1, h from unnest($2::bytea[]) h',
      [accountId, [...hashes]],
    );
  }

  /** Uses up a code. @returns false when it is not one of this account, or no longer. */
  async useRecoveryCode(accountId: string, hash: Buffer): Promise<boolean> {
    return this.changed(
      'delete from recovery_code where account_id = $1 and code_hash = $2 returning account_id',
      [accountId, hash],
    );
  }

  private query<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.transactions.manager.query<T[]>(sql, [...parameters]);
  }

  private async changed(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    const [rows] = await this.transactions.manager.query<[unknown[], number]>(sql, [...parameters]);
    return rows.length > 0;
  }
}
