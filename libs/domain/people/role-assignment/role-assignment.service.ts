import { Injectable } from '@nestjs/common';
import { needsSecondPerson, requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { type Actor, needsNoRole, type Role } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { AccountOverviewRepository, type AccountOverview } from '../account/account-overview.repository.js';
import { PeopleNotices } from '../people.notices.js';
import { PersonRepository } from '../person/person.repository.js';
import { Administrators } from './administrators.service.js';
import type { NewRoleAssignment } from './role-assignment.dto.js';
import type { RoleAssignment } from './role-assignment.entity.js';
import { mayConfirm, mayEnd, mayGive, mayWithdraw } from './role-assignment.policy.js';
import { type RoleAssignmentFilter, RoleAssignmentRepository } from './role-assignment.repository.js';
import { stateOn } from './role-assignment.states.js';

/** Assignments with what a reader needs beside them. */
export interface ShownAssignments {
  readonly today: string;
  /** Names by id of the person. */
  readonly names: ReadonlyMap<string, string>;
  /** Active accounts by id of the person: whoever confirms sees by which account the role will be used. */
  readonly accounts: ReadonlyMap<string, AccountOverview>;
}

/** Who holds which role, for how long, and by whose hand. */
@Injectable()
export class RoleAssignmentService {
  constructor(
    private readonly assignments: RoleAssignmentRepository,
    private readonly administrators: Administrators,
    private readonly persons: PersonRepository,
    private readonly accounts: AccountOverviewRepository,
    private readonly notices: PeopleNotices,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(
    _actor: Actor,
    filter: RoleAssignmentFilter,
    page: PageRequest,
  ): Promise<ShownAssignments & { page: Page<RoleAssignment> }> {
    return this.transactions.run(async () => {
      const found = await this.assignments.list(filter, page, this.clock.today());
      return { page: pageOf(page, found), ...(await this.surroundings(found[0])) };
    });
  }

  get(_actor: Actor, id: string): Promise<ShownAssignments & { assignment: RoleAssignment }> {
    return this.transactions.run(async () => this.shown(await this.assignments.get(id)));
  }

  /**
   * By the operator or by Weerbaar itself: in force at once. Whoever commands the server commands the database;
   * a second person would be a show.
   */
  establish(actor: Actor, personId: string, role: Role): Promise<void> {
    if (!needsNoRole(actor)) throw new Error('a person gives roles; only the operator establishes them');
    return this.transactions.run(async () => {
      await this.add(actor, { personId, role, validFrom: this.clock.today() }, false);
    });
  }

  /** @throws Problem `invalid-input` with everything that stands in the way. */
  give(actor: Actor, wanted: NewRoleAssignment): Promise<ShownAssignments & { assignment: RoleAssignment }> {
    return this.transactions.run(async () => {
      requireAllowed(mayGive(actor, wanted.personId));
      await this.assignments.lock();
      const faults = await this.faultsOf(wanted);
      if (faults.length > 0) throw Problem.invalid(...faults);
      const assignment = await this.add(actor, wanted, needsSecondPerson(wanted.role));
      if (assignment.needsConfirmation) await this.notices.roleWaits(actor, assignment);
      return this.shown(assignment);
    });
  }

  confirm(actor: Actor, id: string, version: number) {
    return this.transactions.run(async () => {
      await this.assignments.lock();
      const before = await this.assignments.get(id);
      requireAllowed(mayConfirm(actor, before, this.stateOf(before)));
      await this.requireAccount(before.personId);
      const after = await this.assignments.change(id, version, {
        confirmedBy: actor.accountId,
        confirmedByPersonId: actor.personId,
        confirmedAt: this.clock.now(),
      });
      await this.notices.roleWaitsNoLonger(actor, after);
      await this.record(actor, 'people.role-confirmed', after);
      return this.shown(after);
    });
  }

  withdraw(actor: Actor, id: string, version: number) {
    return this.transactions.run(async () => {
      const before = await this.assignments.get(id);
      requireAllowed(mayWithdraw(actor, this.stateOf(before)));
      const after = await this.assignments.change(id, version, { endedAt: this.clock.now() });
      await this.notices.roleWaitsNoLonger(actor, after);
      await this.record(actor, 'people.role-withdrawn', after);
      return this.shown(after);
    });
  }

  /**
   * The last day can come nearer and never move away: longer is a new assignment, with its own confirmation.
   * @param lastDay the last day on which it counts; absent: it ends at once.
   */
  end(actor: Actor, id: string, version: number, lastDay: string | null) {
    return this.transactions.run(() =>
      this.administrators.keepOne(async () => {
        const before = await this.assignments.get(id);
        requireAllowed(mayEnd(actor, this.stateOf(before)));
        if (lastDay !== null) this.requireRightEnd(before, lastDay);
        const changes = lastDay === null ? { endedAt: this.clock.now() } : { validTo: lastDay };
        const after = await this.assignments.change(id, version, changes);
        await this.record(actor, 'people.role-ended', after);
        return this.shown(after);
      }),
    );
  }

  /** Ends it at once for who reviewed it and found it no longer needed; whether they may say so is judged there. */
  endByReview(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(() =>
      this.administrators.keepOne(async () => {
        const { version } = await this.assignments.get(id);
        const after = await this.assignments.change(id, version, { endedAt: this.clock.now() });
        await this.record(actor, 'people.role-ended', after);
      }),
    );
  }

  private async faultsOf(wanted: NewRoleAssignment): Promise<readonly Fault[]> {
    const { personId, role, validFrom, validTo = null, substituteFor = null } = wanted;
    const today = this.clock.today();
    const found = [
      validFrom < today && fault('validFrom', 'in-the-past', 'Deze dag is geweest.', 'This day has passed.'),
      validTo !== null &&
        validTo < validFrom &&
        fault('validTo', 'before-start', 'Het einde ligt voor het begin.', 'It ends before it begins.'),
      substituteFor !== null &&
        validTo === null &&
        fault('validTo', 'required', 'Vervanging heeft een einddatum nodig.', 'A substitute needs an end.'),
      substituteFor === personId &&
        fault('substituteFor', 'oneself', 'Niemand vervangt zichzelf.', 'Nobody stands in for themselves.'),
      ...(await this.faultsOfPerson(personId, role)),
      substituteFor !== null &&
        !(await this.holdsInOwnRight(substituteFor, role)) &&
        fault(
          'substituteFor',
          'not-a-holder',
          'Deze persoon heeft de rol niet.',
          'This person does not hold the role.',
        ),
      (await this.overlaps(wanted)) &&
        fault(
          'role',
          'held-already',
          'Deze persoon heeft de rol al in deze tijd.',
          'This person holds the role already in this time.',
        ),
    ];
    return found.filter((one) => one !== false);
  }

  private async faultsOfPerson(personId: string, role: Role): Promise<readonly Fault[]> {
    if (!(await this.persons.find(personId)))
      return [
        fault('personId', 'unknown-person', 'Deze persoon kennen wij niet.', 'We do not know this person.'),
      ];
    const accounts = await this.accounts.ofPerson(personId);
    if (accounts.length > 0 && accounts.every(({ deactivatedAt }) => deactivatedAt !== null))
      return [
        fault(
          'personId',
          'deactivated',
          'Het account van deze persoon is uitgezet.',
          'The account of this person is deactivated.',
        ),
      ];
    // Confirming without an account would confirm whoever is given one later.
    if (accounts.length === 0 && needsSecondPerson(role))
      return [
        fault(
          'personId',
          'no-account',
          'Maak eerst een account voor deze persoon.',
          'First make an account for this person.',
        ),
      ];
    return [];
  }

  /** What is confirmed is that this person uses the role by this account: without one there is nothing to judge. */
  private async requireAccount(personId: string): Promise<void> {
    if ((await this.accounts.activeOf([personId])).length > 0) return;
    throw Problem.conflict(
      'Het account van deze persoon is uitgezet.',
      'The account of this person is deactivated.',
    );
  }

  private async holdsInOwnRight(personId: string, role: Role): Promise<boolean> {
    const held = await this.assignments.notOver(personId, this.clock.today(), role);
    return held.some(
      (assignment) => assignment.substituteFor === null && this.stateOf(assignment) === 'in-force',
    );
  }

  private async overlaps({ personId, role, validFrom, validTo = null }: NewRoleAssignment): Promise<boolean> {
    const known = await this.assignments.notOver(personId, this.clock.today(), role);
    return known.some(
      (other) =>
        (other.validTo === null || other.validTo >= validFrom) &&
        (validTo === null || other.validFrom <= validTo),
    );
  }

  private requireRightEnd({ validFrom, validTo }: RoleAssignment, lastDay: string): void {
    const faults = [
      lastDay < this.clock.today() &&
        fault('lastDay', 'in-the-past', 'Deze dag is geweest.', 'This day has passed.'),
      lastDay < validFrom &&
        fault('lastDay', 'before-start', 'Het einde ligt voor het begin.', 'It ends before it begins.'),
      validTo !== null &&
        lastDay > validTo &&
        fault(
          'lastDay',
          'later',
          'Verlengen kan niet. Geef de rol opnieuw.',
          'It can not be made longer. Give the role anew.',
        ),
    ].filter((one) => one !== false);
    if (faults.length > 0) throw Problem.invalid(...faults);
  }

  private add(
    actor: Actor,
    { personId, role, validFrom, validTo, substituteFor }: NewRoleAssignment,
    needsConfirmation: boolean,
  ): Promise<RoleAssignment> {
    return this.transactions.run(async () => {
      const assignment = await this.assignments.add({
        id: newId(),
        version: 1,
        personId,
        role,
        validFrom,
        validTo: validTo ?? null,
        substituteFor: substituteFor ?? null,
        givenBy: actor.accountId,
        givenByPersonId: actor.personId,
        givenAt: this.clock.now(),
        needsConfirmation,
        confirmedBy: null,
        confirmedByPersonId: null,
        confirmedAt: null,
        endedAt: null,
      });
      await this.record(actor, 'people.role-given', assignment);
      return assignment;
    });
  }

  private stateOf(assignment: RoleAssignment) {
    return stateOn(this.clock.today(), assignment);
  }

  private async shown(assignment: RoleAssignment) {
    return { assignment, ...(await this.surroundings([assignment])) };
  }

  private async surroundings(assignments: readonly RoleAssignment[]): Promise<ShownAssignments> {
    const ids = assignments.flatMap((one) =>
      [one.personId, one.substituteFor, one.givenByPersonId, one.confirmedByPersonId].filter(
        (id) => id !== null,
      ),
    );
    const persons = await this.persons.byIds([...new Set(ids)]);
    const accounts = await this.accounts.activeOf(assignments.map(({ personId }) => personId));
    return {
      today: this.clock.today(),
      names: new Map(persons.map(({ id, name }) => [id, name])),
      accounts: new Map(accounts.map((account) => [account.personId, account])),
    };
  }

  private record(actor: Actor, action: string, assignment: RoleAssignment): Promise<void> {
    const { id, personId, role, validFrom, validTo, substituteFor, needsConfirmation } = assignment;
    return this.audit.record(actor, {
      action,
      objectType: 'role-assignment',
      objectId: id,
      after: { personId, role, validFrom, validTo, substituteFor, needsConfirmation },
    });
  }
}

function fault(path: string, code: string, nl: string, en: string): Fault {
  return { path, code, message: { nl, en } };
}
