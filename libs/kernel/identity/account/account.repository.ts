import { Injectable } from '@nestjs/common';
import type { Role } from '@weerbaar/kernel/context';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Account } from './account.entity.js';

/** What signing in has to know of an account. */
export interface AccountToSignIn {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly hasSecondFactor: boolean;
}

@Injectable()
export class AccountRepository extends VersionedRepository<Account> {
  constructor(transactions: TransactionRunner) {
    super(Account, transactions);
  }

  /** An account that is not active is not found, as if it did not exist. */
  async toSignIn(signInName: string): Promise<AccountToSignIn | undefined> {
    const [account] = await this.transactions.manager.query<AccountToSignIn[]>(
      `select a.id, a.version, a.person_id as "personId", a.password_hash as "passwordHash",
              exists (select from second_factor f where f.account_id = a.id and f.active_since is not null)
                as "hasSecondFactor"
         from account a where a.sign_in_name = $1 and a.deactivated_at is null`,
      [signInName.toLowerCase()],
    );
    return account;
  }

  bySignInName(signInName: string): Promise<Account | null> {
    return this.rows.findOneBy({ signInName: signInName.toLowerCase() });
  }

  /** Roles of a person that are not over: also those to come, and those that wait for a second person. */
  async rolesNotOver(personId: string, today: string): Promise<readonly Role[]> {
    const held = await this.transactions.manager.query<{ role: Role }[]>(
      `select role from role_assignment
        where person_id = $1 and ended_at is null and (valid_to is null or valid_to >= $2)`,
      [personId, today],
    );
    return held.map(({ role }) => role);
  }

  /** No account is tied to the identity provider any more. */
  async untieAll(): Promise<void> {
    await this.transactions.manager.query(
      `update account set provider_subject = null, version = version + 1 where provider_subject is not null`,
    );
  }

  bySubject(providerSubject: string): Promise<Account | null> {
    return this.rows.findOneBy({ providerSubject });
  }
}
