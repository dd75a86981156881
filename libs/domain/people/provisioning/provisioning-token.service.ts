import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { hashToken, newToken } from '@weerbaar/kernel/identity';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import type { NewProvisioningToken } from './provisioning-token.dto.js';
import type { ProvisioningToken } from './provisioning-token.entity.js';
import { ProvisioningTokenRepository } from './provisioning-token.repository.js';

/** One in use and one to change to, with room for a second directory. */
const mostAtOnce = 5;
/** A secret that lasts longer is forgotten by whoever made it. */
const longestYears = 2;

/** The tokens of the directory, in the hands of the administrator. */
@Injectable()
export class ProvisioningTokenService {
  constructor(
    private readonly tokens: ProvisioningTokenRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(_actor: Actor, page: PageRequest): Promise<Page<ProvisioningToken>> {
    return this.transactions.run(async () => pageOf(page, await this.tokens.list(page)));
  }

  /** @returns the token itself as well, which is stored nowhere: this is the one time it is seen. */
  make(
    actor: Actor,
    { label, lastDay }: NewProvisioningToken,
  ): Promise<{ readonly secret: string; readonly token: ProvisioningToken }> {
    this.requireRightEnd(lastDay);
    const secret = newToken();
    return this.transactions.run(async () => {
      await this.tokens.lock();
      if ((await this.tokens.counting(this.clock.today())).length >= mostAtOnce) throw tooMany();
      const token = {
        id: newId(),
        label,
        tokenHash: hashToken(secret),
        madeBy: actor.accountId ?? '',
        madeAt: this.clock.now(),
        lastDay,
        lastUsedOn: null,
        withdrawnBy: null,
        withdrawnAt: null,
      };
      await this.tokens.add(token);
      await this.record(actor, 'people.provisioning-token-made', token.id, { after: { lastDay } });
      return { secret, token };
    });
  }

  /** It counts no more, from the next request on. @throws Problem `conflict` when it was withdrawn before. */
  withdraw(actor: Actor, id: string): Promise<ProvisioningToken> {
    return this.transactions.run(async () => {
      const withdrawn = await this.tokens.withdraw(id, actor.accountId ?? '', this.clock.now());
      const token = await this.tokens.find(id);
      if (!token) throw new Problem('not-found');
      if (!withdrawn)
        throw Problem.conflict('Deze sleutel is al ingetrokken.', 'This token was withdrawn before.');
      await this.record(actor, 'people.provisioning-token-withdrawn', id);
      return token;
    });
  }

  private requireRightEnd(lastDay: string): void {
    const today = this.clock.today();
    const latest = `${Number(today.slice(0, 4)) + longestYears}${today.slice(4)}`;
    if (lastDay < today)
      throw Problem.invalid(fault('in-the-past', 'Deze dag is geweest.', 'This day has passed.'));
    if (lastDay > latest) {
      throw Problem.invalid(
        fault('too-far', `Kies een dag tot en met ${latest}.`, `Choose a day up to ${latest}.`),
      );
    }
  }

  private record(actor: Actor, action: string, objectId: string, content: object = {}): Promise<void> {
    return this.audit.record(actor, { action, objectType: 'provisioning-token', objectId, ...content });
  }
}

function fault(code: string, nl: string, en: string): Fault {
  return { path: 'lastDay', code, message: { nl, en } };
}

function tooMany(): Problem {
  return Problem.conflict(
    `Er zijn al ${mostAtOnce} sleutels. Trek er eerst een in.`,
    `There are ${mostAtOnce} tokens already. Withdraw one first.`,
  );
}
