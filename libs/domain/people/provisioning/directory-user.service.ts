import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { ServiceActor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { AccountService } from '@weerbaar/kernel/identity';
import { Problem } from '@weerbaar/kernel/problems';
import { AccountAdministration } from '../account/account-administration.service.js';
import { type AccountOverview, AccountOverviewRepository } from '../account/account-overview.repository.js';
import { EmploymentRepository } from '../employment/employment.repository.js';
import { PersonRepository } from '../person/person.repository.js';
import { PersonService } from '../person/person.service.js';
import { RoleAssignmentRepository } from '../role-assignment/role-assignment.repository.js';
import { namesVersion } from '../scim/entity-tag.js';
import { ScimProblem } from '../scim/scim-error.js';
import type { SearchRequest } from '../scim/search-request.js';
import type { UserAttributes } from '../scim/user-attributes.js';
import { conditionOf } from './directory-user.condition.js';
import type { DirectoryUser } from './directory-user.entity.js';
import { mailFollows, nameFollows } from './directory-user.policy.js';
import { attributesOf, type ShownUser, tagOf } from './directory-user.presenter.js';
import { DirectoryUserRepository } from './directory-user.repository.js';

/**
 * Who works here, as the directory tells it. It decides who has an account and whether that is open, and never what
 * somebody may do: no role comes of it. One change at a time in an organisation, and each whole or not at all.
 */
@Injectable()
export class DirectoryUserService {
  constructor(
    private readonly users: DirectoryUserRepository,
    private readonly persons: PersonRepository,
    private readonly people: PersonService,
    private readonly employments: EmploymentRepository,
    private readonly accounts: AccountService,
    private readonly overviews: AccountOverviewRepository,
    private readonly administration: AccountAdministration,
    private readonly assignments: RoleAssignmentRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  search(
    _actor: ServiceActor,
    { filter, startIndex, count }: SearchRequest,
  ): Promise<{ readonly users: readonly ShownUser[]; readonly total: number }> {
    const condition = filter && conditionOf(filter);
    return this.transactions.run(async () => {
      const [found, total] = await this.users.search(condition, startIndex - 1, count);
      const accounts = await this.users.accountsOf(found.map(({ id }) => id));
      const users = found.flatMap((user) => {
        const account = accounts.get(user.id);
        return account ? [{ user, ...account }] : [];
      });
      return { users, total };
    });
  }

  /** @throws Problem `not-found`, also for who was removed. */
  get(_actor: ServiceActor, id: string): Promise<ShownUser> {
    return this.transactions.run(async () => this.shown(await this.existing(id)));
  }

  /** @throws ScimProblem `uniqueness` when the directory told of somebody with this name or number before. */
  add(actor: ServiceActor, wanted: UserAttributes): Promise<ShownUser> {
    return this.transactions.run(async () => {
      await this.assignments.lock();
      await this.requireUnique(wanted, null);
      const { personId, account } = await this.placeOf(actor, wanted);
      const now = this.clock.now();
      const user = await this.users.add({
        id: newId(),
        version: 1,
        personId,
        accountId: account.id,
        ...columnsOf(wanted),
        createdAt: now,
        changedAt: now,
        closedAt: null,
        removedAt: null,
      });
      await this.follow(actor, user, await this.withoutOpening(account.id, wanted));
      await this.record(actor, 'people.directory-user-added', user, { accountId: account.id });
      return this.shown(user);
    });
  }

  /**
   * @param change what becomes of what there is; the same again is no change and makes no new version.
   * @param seen the versions the caller has seen, as `If-Match` names them; absent: any.
   * @throws Problem `version-conflict` when it is another one by now.
   */
  change(
    actor: ServiceActor,
    id: string,
    seen: string | undefined,
    change: (before: UserAttributes) => UserAttributes,
  ): Promise<ShownUser> {
    return this.transactions.run(async () => {
      const { user, before } = await this.toChange(id, seen);
      const after = await this.withoutOpening(user.accountId, change(before));
      const fields = changedFields(before, after);
      if (fields.length === 0) return this.shown(user);
      await this.requireUnique(after, id);
      await this.requireSamePerson(user, after);
      const changed = await this.users.change(id, user.version, {
        ...columnsOf(after),
        changedAt: this.clock.now(),
      });
      await this.follow(actor, changed, after);
      await this.record(actor, 'people.directory-user-changed', changed, { fields });
      return this.shown(changed);
    });
  }

  /** The account is closed and the directory knows the user no more; the person and all they did stay. */
  remove(actor: ServiceActor, id: string, seen: string | undefined): Promise<void> {
    return this.transactions.run(async () => {
      const { user } = await this.toChange(id, seen);
      await this.openOrClose(actor, user.accountId, false);
      const now = this.clock.now();
      await this.users.change(id, user.version, { removedAt: now, changedAt: now });
      await this.record(actor, 'people.directory-user-removed', user, {});
    });
  }

  private async toChange(id: string, seen: string | undefined) {
    await this.assignments.lock();
    const shown = await this.shown(await this.existing(id));
    if (seen !== undefined && !namesVersion(seen, tagOf(shown))) throw new Problem('version-conflict');
    return { user: shown.user, before: attributesOf(shown) };
  }

  private async existing(id: string): Promise<DirectoryUser> {
    const user = await this.users.current(id);
    if (!user) throw new Problem('not-found');
    return user;
  }

  private async shown(user: DirectoryUser): Promise<ShownUser> {
    const account = (await this.users.accountsOf([user.id])).get(user.id);
    if (!account) throw new Error('a directory user without an account');
    return { user, ...account };
  }

  private async requireUnique(wanted: UserAttributes, exceptId: string | null): Promise<void> {
    const { externalId, employeeNumber } = wanted;
    const userNameKey = wanted.userName.toLowerCase();
    const other = await this.users.taking({ userNameKey, externalId, employeeNumber }, exceptId);
    if (!other) return;
    if (other.userNameKey === userNameKey) throw taken('userName');
    throw taken(externalId !== null && other.externalId === externalId ? 'externalId' : 'employeeNumber');
  }

  /** Who somebody is does not change by a number: two people are never made one. */
  private async requireSamePerson(
    { personId, employeeNumber }: DirectoryUser,
    after: UserAttributes,
  ): Promise<void> {
    if (after.employeeNumber === employeeNumber) return;
    const employed = await this.employedPerson(after.employeeNumber);
    if (employed === undefined || employed === personId) return;
    throw taken('employeeNumber');
  }

  private async employedPerson(employeeNumber: string | null): Promise<string | undefined> {
    return employeeNumber === null ? undefined : this.employments.personWithNumber(employeeNumber);
  }

  /**
   * Whose a new user is, and by which account they sign in: the person with the personnel number, who came from the
   * directory before under the same id, or who has an account of that name already; else somebody new.
   */
  private async placeOf(
    actor: ServiceActor,
    wanted: UserAttributes,
  ): Promise<{ personId: string; account: AccountOverview }> {
    const before = wanted.externalId === null ? null : await this.users.removedWith(wanted.externalId);
    const named = await this.accountNamed(wanted);
    const known = (await this.employedPerson(wanted.employeeNumber)) ?? before?.personId ?? named?.personId;
    const personId = known ?? (await this.people.add(actor, { name: nameOf(wanted) })).id;
    const account =
      (await this.accountOf(personId, before?.accountId ?? named?.id)) ??
      (await this.newAccount(actor, personId, wanted));
    if (await this.users.currentOfAccount(account.id)) throw taken('employeeNumber');
    return { personId, account };
  }

  /** The account of that name, unless it was of a leaver whose name the directory gives to somebody else now. */
  private async accountNamed({ userName, externalId }: UserAttributes): Promise<AccountOverview | undefined> {
    const account = await this.accounts.bySignInName(userName);
    if (!account) return undefined;
    const leaver = await this.users.removedOfAccount(account.id);
    const isAnother = leaver !== null && leaver.externalId !== externalId;
    return isAnother ? undefined : this.overviews.find(account.id);
  }

  /** The one that is open, else the one they had. */
  private async accountOf(
    personId: string,
    formerId: string | undefined,
  ): Promise<AccountOverview | undefined> {
    const all = await this.overviews.ofPerson(personId);
    return all.find(({ deactivatedAt }) => deactivatedAt === null) ?? all.find(({ id }) => id === formerId);
  }

  private async newAccount(
    actor: ServiceActor,
    personId: string,
    { userName, email }: UserAttributes,
  ): Promise<AccountOverview> {
    await this.freeSignInName(actor, userName, null);
    return this.administration.open(actor, { personId, signInName: userName, email });
  }

  /** A name that a leaver had is given away; one that somebody uses is not. */
  private async freeSignInName(
    actor: ServiceActor,
    userName: string,
    forAccountId: string | null,
  ): Promise<void> {
    const holder = await this.accounts.bySignInName(userName);
    if (!holder || holder.id === forAccountId) return;
    const isOfLeaver = holder.deactivatedAt !== null && !(await this.users.currentOfAccount(holder.id));
    if (!isOfLeaver) throw taken('userName');
    await this.accounts.change(actor, holder, { signInName: `vrij-${holder.id}` });
  }

  /** Person and account become what the directory says, as far as that is for the directory to say. */
  private async follow(actor: ServiceActor, user: DirectoryUser, wanted: UserAttributes): Promise<void> {
    await this.followPerson(actor, user.personId, wanted);
    await this.followAccount(actor, user.accountId, wanted);
    await this.openOrClose(actor, user.accountId, wanted.active);
  }

  private async followPerson(actor: ServiceActor, personId: string, wanted: UserAttributes): Promise<void> {
    const person = await this.persons.get(personId);
    const isEmployed = (await this.employments.ofPerson(personId)).length > 0;
    const name = nameFollows({ isEmployed }) ? nameOf(wanted) : person.name;
    const email = wanted.email ?? person.email;
    const fields = changedFields({ name: person.name, email: person.email }, { name, email });
    if (fields.length === 0) return;
    await this.persons.change(personId, person.version, { name, email });
    await this.audit.record(actor, {
      action: 'people.person-changed',
      objectType: 'person',
      objectId: personId,
      after: { fields },
    });
  }

  private async followAccount(
    actor: ServiceActor,
    accountId: string,
    { userName, email }: UserAttributes,
  ): Promise<void> {
    const account = await this.account(accountId);
    const signInName = userName.toLowerCase();
    const isRenamed = account.signInName !== signInName;
    if (isRenamed) await this.freeSignInName(actor, userName, accountId);
    const held = await this.assignments.notOver(account.personId, this.clock.today());
    const roles = held.map(({ role }) => role);
    const follows = email !== null && email !== account.email && mailFollows({ ...account, roles });
    if (!isRenamed && !follows) return;
    await this.accounts.change(actor, account, {
      ...(isRenamed && { signInName }),
      ...(follows && { email }),
    });
  }

  private async openOrClose(actor: ServiceActor, accountId: string, active: boolean): Promise<void> {
    const { version, deactivatedAt } = await this.account(accountId);
    if (active === (deactivatedAt === null)) return;
    if (active) await this.administration.reactivate(actor, accountId, version);
    else {
      await this.administration.deactivate(actor, accountId, version);
      await this.users.rememberClosing(accountId);
    }
  }

  /** An administrator who keeps somebody out is not overruled by the next round of the directory. */
  private async withoutOpening(accountId: string, wanted: UserAttributes): Promise<UserAttributes> {
    if (!wanted.active) return wanted;
    const { deactivatedAt } = await this.account(accountId);
    const mayOpen = deactivatedAt === null || (await this.users.closedByDirectory(accountId));
    return mayOpen ? wanted : { ...wanted, active: false };
  }

  private async account(id: string): Promise<AccountOverview> {
    const account = await this.overviews.find(id);
    if (!account) throw new Problem('not-found');
    return account;
  }

  private record(
    actor: ServiceActor,
    action: string,
    { id, personId }: DirectoryUser,
    content: object,
  ): Promise<void> {
    return this.audit.record(actor, {
      action,
      objectType: 'directory-user',
      objectId: id,
      after: { personId, tokenId: actor.tokenId, ...content },
    });
  }
}

/** What colleagues see; who has no name yet is called as they sign in. */
function nameOf({ displayName, formattedName, givenName, familyName, userName }: UserAttributes): string {
  const parts = [givenName, familyName].filter((part) => part !== null).join(' ');
  return [...(displayName ?? formattedName ?? (parts === '' ? userName : parts))].slice(0, 200).join('');
}

function columnsOf({ active: _active, ...attributes }: UserAttributes) {
  return { ...attributes, userNameKey: attributes.userName.toLowerCase() };
}

function changedFields(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => (old.get(field) === value ? [] : [field]));
}

/** @param attribute of which there can be one only. */
function taken(attribute: string): ScimProblem {
  return new ScimProblem(
    'uniqueness',
    { nl: `${attribute}: dit is van iemand anders.`, en: `${attribute}: this is somebody else's.` },
    'conflict',
  );
}
