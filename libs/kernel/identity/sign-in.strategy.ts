import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { systemActor } from '@weerbaar/kernel/context';
import { AuditLog } from '@weerbaar/kernel/audit';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import type { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { verifyPassword } from './password.js';

const longestName = 254;

/** Signing in with a name and a password of Weerbaar itself. */
@Injectable()
export class SignInStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
  ) {
    super({ usernameField: 'signInName', passwordField: 'password' });
  }

  /** The values come unchecked from the request body: they can be anything. */
  async validate(signInName: unknown, password: unknown): Promise<Account> {
    const name = typeof signInName === 'string' ? signInName.slice(0, longestName) : '';
    const account = await this.transactions.run(() => this.accounts.bySignInName(name));
    // Hashing takes its time and stays outside the transaction.
    const known = await verifyPassword(account?.passwordHash ?? null, typeof password === 'string' ? password : '');
    if (known && account) return account;
    await this.transactions.run(() =>
      this.audit.record(systemActor, {
        action: 'identity.sign-in-refused',
        objectType: 'account',
        objectId: account?.id ?? 'unknown',
        result: 'refused',
      }),
    );
    throw new Problem('sign-in-failed', {
      detail: {
        nl: 'Deze combinatie van inlognaam en wachtwoord kennen wij niet.',
        en: 'We do not know this combination of sign-in name and password.',
      },
    });
  }
}

@Injectable()
export class SignInGuard extends AuthGuard('local') {}
