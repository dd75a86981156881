import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import type { Condition } from './directory-user.condition.js';
import { DirectoryUser } from './directory-user.entity.js';

/** What the state of the account adds to a user. */
export interface AccountOfUser {
  readonly userId: string;
  readonly accountVersion: number;
  readonly active: boolean;
}

/** Of what there can be one only, among those who were not removed. */
export interface UniqueAttributes {
  readonly userNameKey: string;
  readonly externalId: string | null;
  readonly employeeNumber: string | null;
}

@Injectable()
export class DirectoryUserRepository extends VersionedRepository<DirectoryUser> {
  constructor(transactions: TransactionRunner) {
    super(DirectoryUser, transactions);
  }

  /** Who was not removed, in the order in which they came. @param offset from 0. */
  async search(
    condition: Condition | undefined,
    offset: number,
    count: number,
  ): Promise<readonly [readonly DirectoryUser[], number]> {
    const { sql, parameters } = condition ?? { sql: 'true', parameters: [] };
    const from = `from directory_user u join account a on a.id = u.account_id where u.removed_at is null and ${sql}`;
    const [counted] = await this.transactions.manager.query<{ total: number }[]>(
      `select count(*)::int as total ${from}`,
      [...parameters],
    );
    if (count === 0) return [[], counted?.total ?? 0];
    const ids = await this.transactions.manager.query<{ id: string }[]>(
      `select u.id ${from} order by u.id offset ${offset} limit ${count}`,
      [...parameters],
    );
    const users = await this.rows
      .createQueryBuilder('u')
      .where('u.id = any (:ids::uuid[])', { ids: ids.map(({ id }) => id) })
      .orderBy('u.id')
      .getMany();
    return [users, counted?.total ?? 0];
  }

  current(id: string): Promise<DirectoryUser | null> {
    return this.rows.findOneBy({ id, removedAt: IsNull() });
  }

  /** One that has something of this already, apart from the user itself. */
  async taking({ userNameKey, externalId, employeeNumber }: UniqueAttributes, exceptId: string | null) {
    const [found] = await this.transactions.manager.query<UniqueAttributes[]>(
      `select user_name_key as "userNameKey", external_id as "externalId", employee_number as "employeeNumber"
         from directory_user
        where removed_at is null and id is distinct from $4::uuid
          and (user_name_key = $1 or external_id = $2 or employee_number = $3)
        limit 1`,
      [userNameKey, externalId, employeeNumber, exceptId],
    );
    return found;
  }

  currentOfAccount(accountId: string): Promise<DirectoryUser | null> {
    return this.rows.findOneBy({ accountId, removedAt: IsNull() });
  }

  /** Who was removed last of those that used this account. */
  removedOfAccount(accountId: string): Promise<DirectoryUser | null> {
    return this.rows.findOne({
      where: { accountId, removedAt: Not(IsNull()) },
      order: { removedAt: 'desc' },
    });
  }

  /** The account was closed just now, because the directory said so. */
  async rememberClosing(accountId: string): Promise<void> {
    await this.transactions.manager.query(
      `update directory_user u set closed_at = a.deactivated_at
         from account a where a.id = u.account_id and a.id = $1 and u.removed_at is null`,
      [accountId],
    );
  }

  /** Whether the account is closed by what the directory said, now or of an earlier user, and not by an administrator. */
  async closedByDirectory(accountId: string): Promise<boolean> {
    const rows = await this.transactions.manager.query<unknown[]>(
      `select from directory_user u join account a on a.id = u.account_id
        where a.id = $1 and u.closed_at = a.deactivated_at limit 1`,
      [accountId],
    );
    return rows.length > 0;
  }

  /** Who was removed last under this id of the directory. */
  removedWith(externalId: string): Promise<DirectoryUser | null> {
    return this.rows.findOne({
      where: { externalId, removedAt: Not(IsNull()) },
      order: { removedAt: 'desc' },
    });
  }

  async accountsOf(userIds: readonly string[]): Promise<ReadonlyMap<string, AccountOfUser>> {
    const rows = await this.transactions.manager.query<AccountOfUser[]>(
      `select u.id as "userId", a.version as "accountVersion", a.deactivated_at is null as active
         from directory_user u join account a on a.id = u.account_id where u.id = any ($1::uuid[])`,
      [[...userIds]],
    );
    return new Map(rows.map((row) => [row.userId, row]));
  }

  /** Persons by the personnel number that the directory gave them; for who comes from there with a number. */
  async personsByEmployeeNumber(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.transactions.manager.query<{ number: string; personId: string }[]>(
      `select employee_number as number, person_id as "personId" from directory_user
        where removed_at is null and employee_number is not null`,
    );
    return new Map(rows.map(({ number, personId }) => [number, personId]));
  }
}
