import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Account } from './account.entity.js';

/** What signing in has to know of an account. */
export interface AccountToSignIn {
  readonly id: string;
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
      `select a.id, a.person_id as "personId", a.password_hash as "passwordHash",
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

  bySubject(providerSubject: string): Promise<Account | null> {
    return this.rows.findOneBy({ providerSubject });
  }
}
