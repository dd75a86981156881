import { Injectable } from '@nestjs/common';
import type { Identity } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { SessionRepository } from '../session/session.repository.js';
import { AccountRepository } from './account.repository.js';
import { hashPassword, verifyPassword } from './password.js';

/** Whoever sits at an open session may not find out the password by trying. */
const limit: Limit = { name: 'password-change', attempts: 5, minutes: 15 };

/** How somebody who is signed in changes their own password. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly transactions: TransactionRunner,
    private readonly throttle: Throttle,
    private readonly audit: AuditLog,
  ) {}

  /** The other sessions end. @throws Problem `invalid-input` when the current password is not right. */
  async change({ actor, sessionId }: Identity, current: string, wanted: string): Promise<void> {
    const { accountId } = actor;
    const counted = await this.throttle.count({ limit, subject: accountId });
    const { version, passwordHash: known } = await this.transactions.run(() => this.accounts.get(accountId));
    if (!(await verifyPassword(known, current))) throw wrongPassword();
    const passwordHash = await hashPassword(wanted);
    await this.transactions.run(async () => {
      await this.accounts.change(accountId, version, { passwordHash });
      await this.sessions.removeOthersOf(accountId, sessionId);
      await this.throttle.takeBack(counted);
      await this.audit.record(actor, {
        action: 'identity.password-set',
        objectType: 'account',
        objectId: accountId,
      });
    });
  }
}

function wrongPassword(): Problem {
  return Problem.invalid({
    path: 'currentPassword',
    code: 'wrong-password',
    message: { nl: 'Dit is niet uw huidige wachtwoord.', en: 'This is not your current password.' },
  });
}
