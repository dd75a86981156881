import { Injectable } from '@nestjs/common';
import type { Identity } from '@weerbaar/kernel/access';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { Problem } from '@weerbaar/kernel/problems';
import { AccountRepository } from '../account/account.repository.js';
import { SessionService } from '../session/session.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { authenticatorAddress } from './totp.js';

export interface BegunSecondFactor {
  readonly secret: string;
  readonly address: string;
}

/** How somebody gets an authenticator app for their own account, or a new one in its place. */
@Injectable()
export class SecondFactorEnrolment {
  constructor(
    private readonly secondFactors: SecondFactorService,
    private readonly sessions: SessionService,
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly transactions: TransactionRunner,
  ) {}

  /** @throws Problem `step-up-needed` or `not-permitted` when this session does not prove enough. */
  begin(identity: Identity): Promise<BegunSecondFactor> {
    const { accountId } = identity.actor;
    return this.transactions.run(async () => {
      await this.requireEnough(identity);
      const { signInName } = await this.accounts.get(accountId);
      const { name } = await this.organisations.own();
      const secret = await this.secondFactors.begin(accountId);
      return { secret, address: authenticatorAddress(secret, `Weerbaar ${name}`, signInName) };
    });
  }

  /** @returns the recovery codes. The other sessions end: they are of before this proof was asked. */
  async confirm(
    identity: Identity,
    code: string,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<readonly string[]> {
    const { actor } = identity;
    await this.requireEnough(identity);
    const counted = await this.secondFactors.count(actor.accountId);
    return this.sessions.strengthen(identity, request, reply, { endOthers: true }, () =>
      this.secondFactors.confirm(actor, actor.accountId, code, counted),
    );
  }

  async renewRecoveryCodes({ actor, assurance }: Identity): Promise<readonly string[]> {
    const { active } = await this.secondFactors.state(actor.accountId);
    if (!active) throw Problem.conflict('U hebt nog geen app.', 'You have no authenticator app yet.');
    if (assurance !== 'strong') throw new Problem('step-up-needed');
    return this.secondFactors.renewRecoveryCodes(actor, actor.accountId);
  }

  /** Who has an app shows it first; who has none may get one where their word was not the provider's alone. */
  private async requireEnough(identity: Identity): Promise<void> {
    const { active } = await this.secondFactors.state(identity.actor.accountId);
    if (active && identity.assurance !== 'strong') throw new Problem('step-up-needed');
    const { mayEnrol } = await this.sessions.current(identity);
    if (!active && !mayEnrol) {
      throw new Problem('not-permitted', {
        detail: {
          nl: 'Een eerste app stelt u in via de link in uw uitnodiging. Vraag de beheerder om een nieuwe link.',
          en: 'A first app is set up by the link of your invitation. Ask the administrator for a new link.',
        },
      });
    }
  }
}
