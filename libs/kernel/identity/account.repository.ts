import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Account } from './account.entity.js';

@Injectable()
export class AccountRepository extends VersionedRepository<Account> {
  constructor(transactions: TransactionRunner) {
    super(Account, transactions);
  }

  bySignInName(signInName: string): Promise<Account | null> {
    return this.rows.findOneBy({ signInName: signInName.toLowerCase() });
  }
}
