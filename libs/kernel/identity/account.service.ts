import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { type Actor, systemActor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import type { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { OneTimeLinkRepository } from './one-time-link.repository.js';
import { hashPassword } from './password.js';
import { SessionRepository } from './session.repository.js';
import { hashToken, newToken } from './token.js';

const linkDays = 7;

/** Accounts and how they get their first password. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly sessions: SessionRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  create(
    actor: Actor,
    person: { personId: string; signInName: string; passwordHash?: string },
  ): Promise<Account> {
    return this.transactions.run(async () => {
      const account = await this.accounts.add({
        id: newId(),
        version: 1,
        personId: person.personId,
        signInName: person.signInName.toLowerCase(),
        passwordHash: person.passwordHash ?? null,
        createdAt: this.clock.now(),
      });
      await this.audit.record(actor, {
        action: 'identity.account-created',
        objectType: 'account',
        objectId: account.id,
      });
      return account;
    });
  }

  /** @returns the token of a link that can be used once, within seven days. It is stored nowhere. */
  invite(actor: Actor, accountId: string): Promise<string> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + linkDays * 86_400_000);
    return this.transactions.run(async () => {
      await this.links.add({ tokenHash: hashToken(token), accountId, expiresAt });
      await this.audit.record(actor, {
        action: 'identity.invited',
        objectType: 'account',
        objectId: accountId,
      });
      return token;
    });
  }

  /**
   * Sets the password of the account the link is for, and ends the sessions under the old one: whoever
   * asks for a new password may do so because somebody else has the old.
   * @throws Problem `not-found` when the link does not exist, is used, or is too old: one answer for all three.
   */
  async activate(token: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.transactions.run(async () => {
      const accountId = await this.links.use(hashToken(token), this.clock.now());
      if (!accountId) throw new Problem('not-found');
      await this.links.endAll(accountId, this.clock.now());
      const account = await this.accounts.get(accountId);
      await this.accounts.change(account.id, account.version, { passwordHash });
      await this.sessions.removeOf(account.id);
      await this.audit.record(systemActor, {
        action: 'identity.password-set',
        objectType: 'account',
        objectId: account.id,
      });
    });
  }
}
