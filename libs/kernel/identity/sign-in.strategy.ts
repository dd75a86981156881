import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { systemActor } from '@weerbaar/kernel/context';
import { AuditLog } from '@weerbaar/kernel/audit';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { type HttpRequest, requestValidation } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import type { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { verifyPassword } from './password.js';
import { SignIn } from './session.dto.js';

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

  async validate(signInName: string, password: string): Promise<Account> {
    const account = await this.transactions.run(() => this.accounts.bySignInName(signInName));
    // Hashing takes its time and stays outside the transaction.
    const known = await verifyPassword(account?.passwordHash ?? null, password);
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

/** Guards come before the check of the body, and passport takes what it finds: so it is checked here. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    request.body = await requestValidation.transform(request.body, { type: 'body', metatype: SignIn });
    return (await super.canActivate(context)) === true;
  }
}
