import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { OneTimeLinkRepository } from '../one-time-link/one-time-link.repository.js';
import { SecondFactorService } from '../second-factor/second-factor.service.js';
import { SessionRepository } from '../session/session.repository.js';
import type { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';

export interface NewAccount {
  readonly personId: string;
  readonly signInName: string;
  readonly email?: string | null;
  readonly passwordHash?: string;
  /** Seed of an authenticator app that is in use already, in base 32: for a demo and for tests. */
  readonly authenticatorSecret?: string;
}

/** Accounts: how people sign in, from the first day to the last. Who may do this is for the caller to decide. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly secondFactors: SecondFactorService,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `invalid-input` when the sign-in name is taken. */
  create(actor: Actor, wanted: NewAccount): Promise<Account> {
    return this.transactions.run(async () => {
      const signInName = wanted.signInName.toLowerCase();
      if (await this.accounts.bySignInName(signInName)) throw signInNameTaken();
      const account = await this.accounts.add({
        id: newId(),
        version: 1,
        personId: wanted.personId,
        signInName,
        passwordHash: wanted.passwordHash ?? null,
        email: wanted.email ?? null,
        providerSubject: null,
        createdAt: this.clock.now(),
        deactivatedAt: null,
      });
      await this.record(actor, 'identity.account-created', account.id);
      if (wanted.authenticatorSecret)
        await this.secondFactors.install(actor, account.id, wanted.authenticatorSecret);
      return account;
    });
  }

  bySignInName(signInName: string): Promise<Account | null> {
    return this.transactions.run(() => this.accounts.bySignInName(signInName));
  }

  /** The account signs nobody in any more: its sessions and links end. What was done with it stays. */
  deactivate(actor: Actor, id: string, version: number): Promise<Account> {
    const now = this.clock.now();
    return this.transactions.run(async () => {
      const account = await this.accounts.change(id, version, { deactivatedAt: now });
      await this.sessions.removeOf(id);
      await this.links.endAll(id, now);
      await this.record(actor, 'identity.account-deactivated', id);
      return account;
    });
  }

  reactivate(actor: Actor, id: string, version: number): Promise<Account> {
    return this.transactions.run(async () => {
      const account = await this.accounts.change(id, version, { deactivatedAt: null });
      await this.record(actor, 'identity.account-reactivated', id);
      return account;
    });
  }

  /**
   * Another sign-in name, another mail address, or both. Links that went to the address before end: whoever reads the
   * mail there is not meant any more.
   * @throws Problem `invalid-input` when the sign-in name is taken.
   */
  change(
    actor: Actor,
    { id, version }: Pick<Account, 'id' | 'version'>,
    { signInName, ...rest }: { readonly signInName?: string; readonly email?: string | null },
  ): Promise<Account> {
    return this.transactions.run(async () => {
      const name = signInName?.toLowerCase();
      const holder = name === undefined ? null : await this.accounts.bySignInName(name);
      if (holder && holder.id !== id) throw signInNameTaken();
      const changes = { ...rest, ...(name !== undefined && { signInName: name }) };
      const account = await this.accounts.change(id, version, changes);
      if (rest.email !== undefined) await this.links.endAll(id, this.clock.now());
      await this.audit.record(actor, {
        action: 'identity.account-changed',
        objectType: 'account',
        objectId: id,
        after: { fields: Object.keys(changes) },
      });
      return account;
    });
  }

  /** @param subject who the identity provider says they are; null: the account is tied to nobody there. */
  tie(actor: Actor, { id, version }: Account, subject: string | null): Promise<Account> {
    return this.transactions.run(async () => {
      const account = await this.accounts.change(id, version, { providerSubject: subject });
      await this.record(actor, subject === null ? 'identity.account-untied' : 'identity.account-tied', id);
      return account;
    });
  }

  /**
   * Takes away everything an account is signed in with: password, second factor, tie to the identity provider,
   * sessions, links. What is left is a new link to begin anew with.
   */
  takeAwayMeans(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async () => {
      const { version } = await this.accounts.get(id);
      await this.accounts.change(id, version, { passwordHash: null, providerSubject: null });
      await this.secondFactors.remove(actor, id);
      await this.sessions.removeOf(id);
      await this.links.endAll(id, this.clock.now());
    });
  }

  private record(actor: Actor, action: string, accountId: string): Promise<void> {
    return this.audit.record(actor, { action, objectType: 'account', objectId: accountId });
  }
}

function signInNameTaken(): Problem {
  return Problem.invalid({
    path: 'signInName',
    code: 'taken',
    message: {
      nl: 'Deze inlognaam is al in gebruik. Kies een andere.',
      en: 'This sign-in name is in use already. Choose another.',
    },
  });
}
