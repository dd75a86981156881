import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { AuditLog } from '@weerbaar/kernel/audit';
import { systemActor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { type HttpRequest, networkOf, requestValidation } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import { type CountedAttempt, type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { AccountRepository, type AccountToSignIn } from '../account/account.repository.js';
import { verifyPassword } from '../account/password.js';
import { SignIn } from './session.dto.js';
import type { Opening } from './session.service.js';

/** From one address: what somebody forgets after a holiday, and no more. */
const nameAtAddressLimit: Limit = { name: 'sign-in-at-address', attempts: 5, minutes: 15 };
/** From everywhere together: a guesser with many addresses gets no further than this. */
const nameLimit: Limit = { name: 'sign-in', attempts: 30, minutes: 60 };
/** A whole town hall can share one address: on a Monday many mistype, and nobody must be locked out by them. */
const addressLimit: Limit = { name: 'sign-ins-of-address', attempts: 500, minutes: 60 };

/** Signing in with a name and a password of Weerbaar itself. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly throttle: Throttle,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
  ) {
    super({ usernameField: 'signInName', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: HttpRequest, signInName: string, password: string): Promise<Opening> {
    const { account, counted } = await this.transactions.run(async () => ({
      counted: await this.count(networkOf(request), signInName.toLowerCase()),
      account: await this.accounts.toSignIn(signInName),
    }));
    // Hashing takes its time and stays outside the transaction.
    const right = await verifyPassword(account?.passwordHash ?? null, password);
    if (right && account) return openingOf(account, counted);
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

  private count(address: string, signInName: string): Promise<CountedAttempt> {
    return this.throttle.count(
      { limit: nameAtAddressLimit, subject: `${address} ${signInName}` },
      { limit: nameLimit, subject: signInName },
      { limit: addressLimit, subject: address },
    );
  }
}

function openingOf(account: AccountToSignIn, counted: CountedAttempt): Opening {
  const assurance = account.hasSecondFactor ? 'pending' : 'password';
  return { account, method: 'password', assurance, mayEnrol: true, counted };
}

/** Guards come before the check of the body, and passport takes what it finds: so it is checked here. */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    request.body = await requestValidation.transform(request.body, { type: 'body', metatype: SignIn });
    return (await super.canActivate(context)) === true;
  }
}
