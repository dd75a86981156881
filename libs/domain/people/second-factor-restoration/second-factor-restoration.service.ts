import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { AccountService, type LinkDelivery, OneTimeLinkService } from '@weerbaar/kernel/identity';
import { Problem } from '@weerbaar/kernel/problems';
import { AccountOverviewRepository } from '../account/account-overview.repository.js';
import { PeopleNotices } from '../people.notices.js';
import { PersonRepository } from '../person/person.repository.js';
import type { SecondFactorRestoration } from './second-factor-restoration.entity.js';
import { mayConfirm, mayRequest, mayWithdraw } from './second-factor-restoration.policy.js';
import { SecondFactorRestorationRepository } from './second-factor-restoration.repository.js';

export type Names = ReadonlyMap<string, string>;

/**
 * For who lost both telephone and recovery codes. Everything the account was signed in with is taken away, and a
 * link goes to its mail address: whoever knows the old password alone gets nowhere.
 */
@Injectable()
export class SecondFactorRestorationService {
  constructor(
    private readonly restorations: SecondFactorRestorationRepository,
    private readonly overviews: AccountOverviewRepository,
    private readonly accounts: AccountService,
    private readonly links: OneTimeLinkService,
    private readonly persons: PersonRepository,
    private readonly notices: PeopleNotices,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(_actor: Actor, request: PageRequest): Promise<{ page: Page<SecondFactorRestoration>; names: Names }> {
    return this.transactions.run(async () => {
      const found = await this.restorations.list(request);
      return { page: pageOf(request, found), names: await this.namesIn(found[0]) };
    });
  }

  /** @throws Problem `conflict` when one is open already, or the account has no mail address. */
  request(actor: Actor, accountId: string) {
    return this.transactions.run(async () => {
      const account = await this.overviews.find(accountId);
      if (!account) throw new Problem('not-found');
      requireAllowed(mayRequest(actor, account.personId));
      if (account.deactivatedAt || account.email === null) {
        throw Problem.conflict(
          'Dit account is uitgezet of heeft geen mailadres.',
          'This account is deactivated, or has no mail address.',
        );
      }
      if (await this.restorations.openOf(accountId))
        throw Problem.conflict('Dit is al aangevraagd.', 'This was asked for already.');
      const restoration = await this.restorations.add({
        id: newId(),
        version: 1,
        accountId,
        personId: account.personId,
        requestedBy: actor.accountId ?? '',
        requestedByPersonId: actor.personId ?? '',
        requestedAt: this.clock.now(),
      });
      await this.notices.restorationWaits(actor, restoration);
      await this.record(actor, 'people.second-factor-restoration-requested', restoration);
      return this.shown(restoration);
    });
  }

  confirm(actor: Actor, id: string, version: number, delivery: LinkDelivery) {
    return this.transactions.run(async () => {
      const before = await this.restorations.get(id);
      requireAllowed(mayConfirm(actor, before));
      const after = await this.restorations.change(id, version, {
        confirmedBy: actor.accountId,
        confirmedByPersonId: actor.personId,
        confirmedAt: this.clock.now(),
      });
      await this.accounts.takeAwayMeans(actor, after.accountId);
      await this.links.send(actor, after.accountId, 'invitation', delivery);
      await this.notices.restorationWaitsNoLonger(actor, after);
      await this.record(actor, 'people.second-factor-restoration-confirmed', after);
      return this.shown(after);
    });
  }

  withdraw(actor: Actor, id: string, version: number) {
    return this.transactions.run(async () => {
      const before = await this.restorations.get(id);
      requireAllowed(mayWithdraw(actor, before));
      const after = await this.restorations.change(id, version, { withdrawnAt: this.clock.now() });
      await this.notices.restorationWaitsNoLonger(actor, after);
      await this.record(actor, 'people.second-factor-restoration-withdrawn', after);
      return this.shown(after);
    });
  }

  private async shown(restoration: SecondFactorRestoration) {
    return { restoration, names: await this.namesIn([restoration]) };
  }

  private async namesIn(restorations: readonly SecondFactorRestoration[]): Promise<Names> {
    const ids = restorations.flatMap((one) =>
      [one.personId, one.requestedByPersonId, one.confirmedByPersonId].filter((id) => id !== null),
    );
    const persons = await this.persons.byIds([...new Set(ids)]);
    return new Map(persons.map(({ id, name }) => [id, name]));
  }

  private record(actor: Actor, action: string, { id, accountId }: SecondFactorRestoration): Promise<void> {
    return this.audit.record(actor, {
      action,
      objectType: 'second-factor-restoration',
      objectId: id,
      after: { accountId },
    });
  }
}
