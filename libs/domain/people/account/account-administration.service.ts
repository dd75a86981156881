import { Injectable } from '@nestjs/common';
import { needsSecondPerson } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { AccountService, type LinkDelivery, OneTimeLinkService } from '@weerbaar/kernel/identity';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { PersonRepository } from '../person/person.repository.js';
import { Administrators } from '../role-assignment/administrators.service.js';
import { RoleAssignmentRepository } from '../role-assignment/role-assignment.repository.js';
import type { NewAccountInput } from './account.dto.js';
import { type AccountOverview, AccountOverviewRepository } from './account-overview.repository.js';

/** The accounts of an organisation, in the hands of its administrator: who gets in, never what they may do. */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly overviews: AccountOverviewRepository,
    private readonly accounts: AccountService,
    private readonly links: OneTimeLinkService,
    private readonly persons: PersonRepository,
    private readonly assignments: RoleAssignmentRepository,
    private readonly administrators: Administrators,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  list(
    _actor: Actor,
    { q, personId }: { readonly q?: string | undefined; readonly personId?: string | undefined },
    request: PageRequest,
  ): Promise<Page<AccountOverview>> {
    return this.transactions.run(async () => {
      const words = q === undefined ? undefined : await this.persons.wordsOf(q);
      return pageOf(request, await this.overviews.list({ words, personId }, request));
    });
  }

  get(_actor: Actor, id: string): Promise<AccountOverview> {
    return this.transactions.run(() => this.existing(id));
  }

  /** Makes an account and mails its owner a link; the administrator never sees that link. */
  create(
    actor: Actor,
    { personId, signInName, email }: NewAccountInput,
    delivery: LinkDelivery,
  ): Promise<AccountOverview> {
    return this.transactions.run(async () => {
      const account = await this.open(actor, { personId, signInName, email });
      await this.links.send(actor, account.id, 'invitation', delivery);
      return account;
    });
  }

  /** An account that nobody was invited to: only the identity provider lets somebody in. */
  open(
    actor: Actor,
    { personId, signInName, email }: { personId: string; signInName: string; email: string | null },
  ): Promise<AccountOverview> {
    return this.transactions.run(async () => {
      await this.assignments.lock();
      await this.requireRoomFor(personId);
      const account = await this.accounts.create(actor, { personId, signInName, email });
      return this.existing(account.id);
    });
  }

  /** Another link; the ones before it end. */
  invite(actor: Actor, id: string, delivery: LinkDelivery): Promise<void> {
    return this.transactions.run(async () => {
      const { deactivatedAt, email } = await this.existing(id);
      if (deactivatedAt) throw isDeactivated();
      if (email === null)
        throw Problem.conflict('Dit account heeft geen mailadres.', 'This account has no mail address.');
      await this.links.send(actor, id, 'invitation', delivery);
    });
  }

  /**
   * Another address for links to go to. Not for an account that opens what is confidential, now or to come: whoever
   * changed the address would let themselves in, without a second person having seen it.
   */
  changeEmail(actor: Actor, id: string, version: number, email: string): Promise<AccountOverview> {
    return this.transactions.run(async () => {
      await this.assignments.lock();
      const { personId } = await this.existing(id);
      await this.requireNothingConfidential(
        personId,
        'Dit account heeft een vertrouwelijke rol. Beëindig die eerst, en geef haar opnieuw als het adres goed is.',
        'This account holds a confidential role. End it first, and give it anew when the address is right.',
      );
      await this.accounts.change(actor, { id, version }, { email });
      return this.existing(id);
    });
  }

  deactivate(actor: Actor, id: string, version: number): Promise<AccountOverview> {
    return this.transactions.run(() =>
      this.administrators.keepOne(async () => {
        if ((await this.existing(id)).deactivatedAt) throw isDeactivated();
        await this.accounts.deactivate(actor, id, version);
        return this.existing(id);
      }),
    );
  }

  /** @throws Problem `conflict` when the person has another account by now. */
  reactivate(actor: Actor, id: string, version: number): Promise<AccountOverview> {
    return this.transactions.run(async () => {
      await this.assignments.lock();
      const { personId } = await this.existing(id);
      if ((await this.overviews.activeOf([personId])).some((other) => other.id !== id)) throw hasAccount();
      await this.accounts.reactivate(actor, id, version);
      return this.existing(id);
    });
  }

  private async existing(id: string): Promise<AccountOverview> {
    const account = await this.overviews.find(id);
    if (!account) throw new Problem('not-found');
    return account;
  }

  /**
   * One account a person. And none for who holds a confidential role already: it would be used by whoever
   * reads the mail of the new account, without a second person having seen that address.
   */
  private async requireRoomFor(personId: string): Promise<void> {
    if (!(await this.persons.find(personId))) {
      throw Problem.invalid(
        fault('personId', 'unknown-person', 'Deze persoon kennen wij niet.', 'We do not know this person.'),
      );
    }
    if ((await this.overviews.activeOf([personId])).length > 0) throw hasAccount();
    await this.requireNothingConfidential(
      personId,
      'Deze persoon heeft een vertrouwelijke rol. Beëindig die eerst, en geef haar opnieuw als het account er is.',
      'This person holds a confidential role. End it first, and give it anew when the account is there.',
    );
  }

  /** Neither held, nor to come, nor waiting for a second person. */
  private async requireNothingConfidential(personId: string, nl: string, en: string): Promise<void> {
    const held = await this.assignments.notOver(personId, this.clock.today());
    if (held.some(({ role }) => needsSecondPerson(role))) throw Problem.conflict(nl, en);
  }
}

function isDeactivated(): Problem {
  return Problem.conflict('Dit account is uitgezet.', 'This account is deactivated.');
}

function hasAccount(): Problem {
  return Problem.conflict('Deze persoon heeft al een account.', 'This person has an account already.');
}

function fault(path: string, code: string, nl: string, en: string): Fault {
  return { path, code, message: { nl, en } };
}
