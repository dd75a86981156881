import { Injectable } from '@nestjs/common';
import type { Language } from '@weerbaar/core/figures';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { type Actor, systemActor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { JobDispatcher } from '@weerbaar/kernel/jobs';
import { MailTransport } from '@weerbaar/kernel/mail';
import { Problem } from '@weerbaar/kernel/problems';
import { type Limit, Throttle } from '@weerbaar/kernel/throttle';
import { AccountRepository } from '../account/account.repository.js';
import { hashPassword } from '../account/password.js';
import { SessionRepository } from '../session/session.repository.js';
import { hashToken, newToken } from '../token.js';
import { type LinkPurpose, OneTimeLinkRepository } from './one-time-link.repository.js';
import { sendLinkJob } from './send-link.job-definition.js';

/** An invitation may wait for somebody to come back from a holiday; a reset is asked for to be used at once. */
const validHours: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24, 'password-reset': 1 };

/** Tokens can't be guessed; this keeps somebody from trying all the same at our cost. */
const useLimit: Limit = { name: 'one-time-links-of-address', attempts: 60, minutes: 15 };
const resetLimit: Limit = { name: 'password-resets', attempts: 3, minutes: 60 };
const resetsOfAddressLimit: Limit = { name: 'password-resets-of-address', attempts: 100, minutes: 60 };

/** Where a link leads, and in which language it comes when its addressee chose none. */
export interface LinkDelivery {
  /** Scheme, host and port of the application as the person reaches it. */
  readonly origin: string;
  readonly language: Language;
}

/** Links that can be used once, by which somebody chooses a password: nobody else ever knows it. */
@Injectable()
export class OneTimeLinkService {
  constructor(
    private readonly links: OneTimeLinkRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly transactions: TransactionRunner,
    private readonly dispatcher: JobDispatcher,
    private readonly throttle: Throttle,
    private readonly mail: MailTransport,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Has a link made and mailed to the address of the account. Whoever asks for it never sees it.
   * @throws Problem `conflict` when this installation sends no mail.
   */
  send(actor: Actor, accountId: string, purpose: LinkPurpose, delivery: LinkDelivery): Promise<void> {
    this.requireMail();
    return this.transactions.run(async () => {
      await this.request(accountId, purpose, delivery);
      await this.record(actor, 'identity.link-requested', accountId);
    });
  }

  /**
   * Somebody forgot their password. Answers the same, and does the same work, whether or not the name is
   * known, so that neither text nor time tells.
   */
  async resetPassword(signInName: string, address: string, delivery: LinkDelivery): Promise<void> {
    this.requireMail();
    await this.throttle.count(
      { limit: resetLimit, subject: signInName.toLowerCase() },
      { limit: resetsOfAddressLimit, subject: address },
    );
    await this.transactions.run(async () => {
      const account = await this.accounts.toSignIn(signInName);
      // Who signs in elsewhere has no password here, and must not get one by the back door.
      const accountId = account?.passwordHash ? account.id : null;
      await this.request(accountId, 'password-reset', delivery);
      await this.record(systemActor, 'identity.password-reset-requested', accountId ?? 'unknown');
    });
  }

  /** @returns the token of a link, which is stored nowhere: for the one who hands it over. Older links end. */
  make(actor: Actor, accountId: string, purpose: LinkPurpose): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validHours[purpose] * 3_600_000);
    return this.transactions.run(async () => {
      await this.links.endAll(accountId, now);
      await this.links.add({ tokenHash: hashToken(token), accountId, purpose, expiresAt });
      await this.record(actor, 'identity.link-made', accountId);
      return token;
    });
  }

  /**
   * Sets the password of the account the link is for, and ends the sessions under the old one: whoever
   * asks for a new password may do so because somebody else has the old.
   * @throws Problem `not-found` when the link does not exist, is used, or is too old: one answer for all three.
   */
  async activate(token: string, password: string, address: string): Promise<void> {
    const counted = await this.throttle.count({ limit: useLimit, subject: address });
    await this.accountOf(token);
    // Only for a link that is good: hashing costs on purpose.
    const passwordHash = await hashPassword(password);
    await this.transactions.run(async () => {
      const accountId = await this.use(token);
      const { version } = await this.accounts.get(accountId);
      await this.accounts.change(accountId, version, { passwordHash });
      await this.sessions.removeOf(accountId);
      await this.throttle.takeBack(counted);
      await this.record(systemActor, 'identity.password-set', accountId);
    });
  }

  /** Whose a link is, without using it. @throws Problem `not-found` when it can't be used. */
  accountOf(token: string): Promise<string> {
    return this.transactions.run(async () => {
      const accountId = await this.links.accountOf(hashToken(token), this.clock.now());
      if (!accountId) throw new Problem('not-found');
      return accountId;
    });
  }

  /** Uses a link up, and all other links of the account with it. @throws Problem `not-found` when it can't be used. */
  use(token: string): Promise<string> {
    const now = this.clock.now();
    return this.transactions.run(async () => {
      const accountId = await this.links.use(hashToken(token), now);
      if (!accountId) throw new Problem('not-found');
      await this.links.endAll(accountId, now);
      return accountId;
    });
  }

  private requireMail(): void {
    if (this.mail.enabled) return;
    throw Problem.conflict(
      'Deze installatie verstuurt geen mail. Vraag de beheerder om hulp.',
      'This installation sends no mail. Ask the administrator for help.',
    );
  }

  private async request(
    accountId: string | null,
    purpose: LinkPurpose,
    { origin, language }: LinkDelivery,
  ): Promise<void> {
    const id = newId();
    await this.links.request({ id, accountId, purpose, origin, language }, this.clock.now());
    await this.dispatcher.dispatch(sendLinkJob, { linkRequestId: id });
  }

  private record(actor: Actor, action: string, accountId: string): Promise<void> {
    return this.audit.record(actor, { action, objectType: 'account', objectId: accountId });
  }
}
