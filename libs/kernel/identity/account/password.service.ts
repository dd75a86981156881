import { Injectable } from '@nestjs/common';
import type { Identity } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { OneTimeLinkRepository } from '../one-time-link/one-time-link.repository.js';
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
    private readonly links: OneTimeLinkRepository,
    private readonly transactions: TransactionRunner,
    private readonly throttle: Throttle,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The other sessions end, and links that wait in a mailbox. @throws Problem `invalid-input` when the current password is not right. */
  async change({ actor, sessionId }: Identity, current: string, wanted: string): Promise<void> {
    const { accountId } = actor;
    const counted = await this.throttle.count({ limit, subject: accountId });
    const { version, passwordHash: known } = await this.transactions.run(() => this.accounts.get(accountId));
    if (!(await verifyPassword(known, current))) {
      await this.transactions.run(() => this.record(actor, 'identity.password-refused', 'refused'));
      throw wrongPassword();
    }
    const passwordHash = await hashPassword(wanted);
    await this.transactions.run(async () => {
      await this.accounts.change(accountId, version, { passwordHash });
      await this.sessions.removeOthersOf(accountId, sessionId);
      await this.links.endAll(accountId, this.clock.now());
      await this.throttle.takeBack(counted);
      await this.record(actor, 'identity.password-set');
    });
  }

  private record(actor: Identity['actor'], action: string, result?: 'refused'): Promise<void> {
    return this.audit.record(actor, {
      action,
      objectType: 'account',
      objectId: actor.accountId,
      ...(result && { result }),
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
