import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { systemActor } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import type { Account } from '../account/account.entity.js';
import { AccountRepository } from '../account/account.repository.js';
import { AccountService } from '../account/account.service.js';
import { OneTimeLinkService } from '../one-time-link/one-time-link.service.js';
import { mayEnterByName } from './provider-account.policy.js';
import type { ProvenPerson } from './provider-claims.js';
import { SignInRefused } from './refusal.js';

/** Whose account it is that the provider vouches for. Works inside `TransactionRunner.run()`. */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly administration: AccountService,
    private readonly links: OneTimeLinkService,
    private readonly clock: Clock,
  ) {}

  /** By who they are at the provider, or else, once, by their name there. @throws SignInRefused */
  async recognise({ subject, name }: ProvenPerson): Promise<Account> {
    const tied = await this.accounts.bySubject(subject);
    if (tied) return active(tied);
    const named = name === undefined ? null : await this.accounts.bySignInName(name);
    if (!named) throw new SignInRefused('unknown-person');
    const roles = await this.accounts.rolesNotOver(active(named).personId, this.clock.today());
    if (!mayEnterByName({ ...named, roles })) throw new SignInRefused('invitation-needed', named.id);
    return this.administration.tie(systemActor, named, subject);
  }

  /** By a one-time link, which is used up: the account is tied to who they are. @throws SignInRefused */
  async invited({ subject }: ProvenPerson, invitation: string): Promise<Account> {
    const account = await this.accounts.get(await this.use(invitation));
    const tied = await this.accounts.bySubject(subject);
    if (tied?.id === account.id) return account;
    if (tied && tied.deactivatedAt === null) throw new SignInRefused('account-of-another', account.id);
    if (tied) await this.administration.tie(systemActor, tied, null);
    return this.administration.tie(systemActor, account, subject);
  }

  private async use(invitation: string): Promise<string> {
    try {
      return await this.links.use(invitation);
    } catch (error) {
      throw error instanceof Problem ? new SignInRefused('invitation-ended') : error;
    }
  }
}

function active(account: Account): Account {
  if (account.deactivatedAt) throw new SignInRefused('deactivated', account.id);
  return account;
}
