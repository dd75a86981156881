import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { AccountAdministration } from '../account/account-administration.service.js';
import { AccountOverviewRepository } from '../account/account-overview.repository.js';
import { EmploymentDirectory } from '../employment-directory.js';
import { PeopleNotices } from '../people.notices.js';
import { peoplePermissions } from '../people.permissions.js';
import { PersonRepository } from '../person/person.repository.js';
import { RoleAssignmentRepository } from '../role-assignment/role-assignment.repository.js';
import { RoleAssignmentService } from '../role-assignment/role-assignment.service.js';
import { stateOn } from '../role-assignment/role-assignment.states.js';
import { dueDayOf, kindsDueOn, periodOf, type ReviewKind } from './review-period.js';
import { type PossibleReviewers, reviewerOf } from './reviewer-choice.js';
import type { RightsReviewLine } from './rights-review-line.entity.js';
import type { NewRightsReview, ReviewSignature } from './rights-review.dto.js';
import type { RightsReview } from './rights-review.entity.js';
import { canReview, isReviewer, mayHandOver, maySign } from './rights-review.policy.js';
import {
  type HeldRight,
  isSpecial,
  type LineFilter,
  type LineRecord,
  type ReviewerProgress,
  RightsReviewLineRepository,
  RightsReviewRepository,
  type ReviewWithProgress,
} from './rights-review.repository.js';

type Names = ReadonlyMap<string, string>;

export interface ShownReview {
  readonly review: ReviewWithProgress;
  readonly reviewers: readonly ReviewerProgress[];
  readonly names: Names;
}

export interface ShownLines {
  readonly page: Page<LineRecord>;
  readonly names: Names;
  readonly today: string;
}

type ShownLine = Omit<ShownLines, 'page'> & { readonly line: LineRecord };

/** Rights looked at again by who can tell whether they are still needed (BIO2 5.18.02 and 8.02.01). */
@Injectable()
export class RightsReviewService {
  constructor(
    private readonly reviews: RightsReviewRepository,
    private readonly lines: RightsReviewLineRepository,
    private readonly assignments: RoleAssignmentRepository,
    private readonly roles: RoleAssignmentService,
    private readonly overviews: AccountOverviewRepository,
    private readonly accounts: AccountAdministration,
    private readonly persons: PersonRepository,
    private readonly employments: EmploymentDirectory,
    private readonly notices: PeopleNotices,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * By an administrator, ahead of the schedule.
   * @throws Problem `conflict` when the review of this period was started already.
   */
  start(actor: Actor, wanted: NewRightsReview): Promise<ShownReview> {
    return this.transactions.run(async () => {
      const today = this.clock.today();
      const referenceDay = wanted.referenceDay ?? today;
      const dueDay = wanted.dueDay ?? dueDayOf(wanted.kind, today);
      const faults = faultsOf(wanted.kind, referenceDay, dueDay, today);
      if (faults.length > 0) throw Problem.invalid(...faults);
      const id = await this.startOnce(actor, wanted.kind, referenceDay, dueDay);
      if (id === undefined)
        throw Problem.conflict(
          'De rechtencontrole van deze periode is al begonnen.',
          'The rights review of this period was started already.',
        );
      return this.shownReview(id);
    });
  }

  /** What the schedule asks for today; what was started already stays as it is. */
  startDue(actor: Actor): Promise<void> {
    return this.transactions.run(async () => {
      const today = this.clock.today();
      for (const kind of kindsDueOn(today)) await this.startOnce(actor, kind, today, dueDayOf(kind, today));
    });
  }

  list(_actor: Actor, request: PageRequest): Promise<Page<ReviewWithProgress>> {
    return this.transactions.run(async () =>
      pageOf(request, await this.reviews.list(this.clock.today(), request)),
    );
  }

  get(_actor: Actor, id: string): Promise<ShownReview> {
    return this.transactions.run(() => this.shownReview(id));
  }

  /** All lines of a review, for those who watch over rights. */
  linesOf(_actor: Actor, reviewId: string, filter: LineFilter, request: PageRequest): Promise<ShownLines> {
    return this.transactions.run(async () => {
      await this.existing(reviewId);
      return this.shownLines({ ...filter, reviewId }, request);
    });
  }

  /** The lines somebody is asked to sign, and those they signed. */
  linesFor(actor: Actor, filter: LineFilter, request: PageRequest): Promise<ShownLines> {
    const { personId } = actor;
    if (personId === null) throw new Error('only a person reviews rights');
    return this.transactions.run(() => this.shownLines({ ...filter, reviewerPersonId: personId }, request));
  }

  /** For who signs it, and for who may give it to somebody else. */
  lineFor(actor: Actor, id: string): Promise<ShownLine> {
    return this.transactions.run(async () => {
      const line = await this.existingLine(id);
      if (!isReviewer(actor, line) && !mayHandOver(actor, line).allowed) throw new Problem('not-found');
      return this.shownLine(line);
    });
  }

  /**
   * Signs one line for good. A right that is withdrawn ends at once.
   * @throws Problem `conflict` when no administrator would be left.
   */
  sign(actor: Actor, id: string, version: number, { outcome, reason }: ReviewSignature): Promise<ShownLine> {
    return this.transactions.run(async () => {
      await this.assignments.lock();
      const line = await this.lineOf(actor, id);
      requireAllowed(maySign(actor, line, outcome));
      if (outcome === 'withdrawn' && !reason)
        throw Problem.invalid(
          fault('reason', 'required', 'Schrijf op waarom u dit intrekt.', 'Say why you withdraw this.'),
        );
      await this.lines.change(id, version, {
        outcome,
        reason: reason ?? null,
        signedAt: this.clock.now(),
        signedBy: actor.accountId,
        signedByPersonId: actor.personId,
      });
      if (outcome === 'withdrawn') await this.withdraw(actor, line);
      await this.record(actor, 'people.rights-review-line-signed', line, { outcome });
      return this.shownLine(await this.existingLine(id));
    });
  }

  /** To who reviews the line from now on: the reviewer has left, or there was none. */
  handOver(actor: Actor, id: string, version: number, reviewerId: string): Promise<ShownLine> {
    return this.transactions.run(async () => {
      await this.assignments.lock();
      const line = await this.existingLine(id);
      requireAllowed(mayHandOver(actor, line));
      await this.requireFit(reviewerId, line);
      await this.lines.change(id, version, { reviewerPersonId: reviewerId });
      await this.notices.rightsToReview(actor, { id: line.reviewId, dueDay: line.dueDay }, [reviewerId]);
      await this.record(actor, 'people.rights-review-line-handed-over', line, { reviewerId });
      return this.shownLine(await this.existingLine(id));
    });
  }

  /** One at a time, and while no role changes. @returns undefined when it was started already. */
  private async startOnce(
    actor: Actor,
    kind: ReviewKind,
    referenceDay: string,
    dueDay: string,
  ): Promise<string | undefined> {
    await this.assignments.lock();
    const period = periodOf(kind, referenceDay);
    if (await this.reviews.isStarted(kind, period)) return undefined;
    const review: RightsReview = {
      id: newId(),
      kind,
      period,
      referenceDay,
      dueDay,
      startedAt: this.clock.now(),
      startedBy: actor.accountId,
    };
    const rights = await this.rightsOn(kind, referenceDay);
    const reviewers = await this.possibleReviewers(rights, referenceDay);
    const lines = rights.map((right) => lineOf(review.id, right, reviewers));
    await this.reviews.add(review, lines);
    await this.notices.rightsToReview(
      actor,
      review,
      lines.flatMap(({ reviewerPersonId }) => reviewerPersonId ?? []),
    );
    await this.audit.record(actor, {
      action: 'people.rights-review-started',
      objectType: 'rights-review',
      objectId: review.id,
      after: { kind, period, referenceDay, dueDay, lines: lines.length },
    });
    return review.id;
  }

  private async rightsOn(kind: ReviewKind, day: string): Promise<readonly HeldRight[]> {
    const roles = await this.reviews.rolesOn(day);
    if (kind === 'quarterly') return roles.filter(isSpecial);
    return [...roles, ...(await this.reviews.accountsOfLeaversOn(day))];
  }

  private async possibleReviewers(rights: readonly HeldRight[], day: string): Promise<PossibleReviewers> {
    const today = this.clock.today();
    const managers = await this.employments.managersOf(
      rights.map(({ personId }) => personId),
      day,
    );
    const active = await this.overviews.activeOf([...new Set(managers.values())]);
    const canSignIn = new Set(active.map(({ personId }) => personId));
    const mayReview = await this.assignments.holders([...peoplePermissions.reviewRights.roles], today);
    const canSign = new Set(mayReview.filter((personId) => canSignIn.has(personId)));
    return {
      managers: new Map([...managers].filter(([, managerId]) => canSign.has(managerId))),
      administrators: await this.reviews.holders('administrator', today),
      secretaries: await this.reviews.holders('municipal-secretary', today),
      officers: await this.reviews.holders('data-protection-officer', today),
    };
  }

  private async withdraw(actor: Actor, { assignmentId, accountId }: LineRecord): Promise<void> {
    if (assignmentId !== null) await this.roles.endByReview(actor, assignmentId);
    if (accountId === null) return;
    const { version } = await this.accounts.get(actor, accountId);
    await this.accounts.deactivate(actor, accountId, version);
  }

  private async requireFit(reviewerId: string, line: LineRecord): Promise<void> {
    const path = 'reviewerId';
    if (!(await this.persons.find(reviewerId)))
      throw Problem.invalid(
        fault(path, 'unknown-person', 'Deze persoon kennen wij niet.', 'We do not know this person.'),
      );
    if ((await this.overviews.activeOf([reviewerId])).length === 0)
      throw Problem.invalid(
        fault(path, 'no-account', 'Deze persoon kan niet inloggen.', 'This person can not sign in.'),
      );
    const today = this.clock.today();
    const held = await this.assignments.notOver(reviewerId, today);
    const decision = canReview(
      {
        personId: reviewerId,
        roles: new Set(held.filter((one) => stateOn(today, one) === 'in-force').map(({ role }) => role)),
      },
      line,
    );
    if (!decision.allowed) throw Problem.invalid({ path, code: 'can-not-review', message: decision.reason });
  }

  /** @throws Problem `not-found` when it is for somebody else to sign. */
  private async lineOf(actor: Actor, id: string): Promise<LineRecord> {
    const line = await this.existingLine(id);
    if (!isReviewer(actor, line)) throw new Problem('not-found');
    return line;
  }

  private async existingLine(id: string): Promise<LineRecord> {
    const line = await this.lines.read(id, this.clock.today());
    if (!line) throw new Problem('not-found');
    return line;
  }

  private async existing(id: string): Promise<ReviewWithProgress> {
    const review = await this.reviews.find(id, this.clock.today());
    if (!review) throw new Problem('not-found');
    return review;
  }

  private async shownReview(id: string): Promise<ShownReview> {
    const review = await this.existing(id);
    const reviewers = await this.reviews.reviewersOf(id, this.clock.today());
    return { review, reviewers, names: await this.namesOf(reviewers.map(({ personId }) => personId)) };
  }

  private async shownLines(filter: LineFilter, request: PageRequest): Promise<ShownLines> {
    const today = this.clock.today();
    const found = await this.lines.list(filter, request, today);
    return { page: pageOf(request, found), names: await this.namesIn(found[0]), today };
  }

  private async shownLine(line: LineRecord): Promise<ShownLine> {
    return { line, names: await this.namesIn([line]), today: this.clock.today() };
  }

  private namesIn(lines: readonly LineRecord[]): Promise<Names> {
    return this.namesOf(
      lines.flatMap(({ personId, substituteFor, givenByPersonId, reviewerPersonId }) => [
        personId,
        substituteFor,
        givenByPersonId,
        reviewerPersonId,
      ]),
    );
  }

  private async namesOf(ids: readonly (string | null)[]): Promise<Names> {
    const persons = await this.persons.byIds([...new Set(ids.filter((id) => id !== null))]);
    return new Map(persons.map(({ id, name }) => [id, name]));
  }

  /** Without the reason: it is about a person, and the log keeps longer. */
  private record(
    actor: Actor,
    action: string,
    { id, reviewId, assignmentId, accountId, reviewerPersonId }: LineRecord,
    after: object,
  ): Promise<void> {
    return this.audit.record(actor, {
      action,
      objectType: 'rights-review-line',
      objectId: id,
      before: { reviewerId: reviewerPersonId },
      after: { reviewId, assignmentId, accountId, ...after },
    });
  }
}

function lineOf(reviewId: string, right: HeldRight, reviewers: PossibleReviewers): RightsReviewLine {
  return {
    id: newId(),
    version: 1,
    reviewId,
    personId: right.personId,
    assignmentId: right.assignmentId,
    accountId: right.accountId,
    reviewerPersonId: reviewerOf({ ...right, isSpecial: isSpecial(right) }, reviewers),
    outcome: null,
    reason: null,
    signedAt: null,
    signedBy: null,
    signedByPersonId: null,
  };
}

function faultsOf(kind: ReviewKind, referenceDay: string, dueDay: string, today: string): readonly Fault[] {
  return [
    (referenceDay > today || periodOf(kind, referenceDay) !== periodOf(kind, today)) &&
      fault(
        'referenceDay',
        'not-in-this-period',
        'Kies vandaag of een eerdere dag in deze periode.',
        'Choose today, or an earlier day in this period.',
      ),
    dueDay < today && fault('dueDay', 'in-the-past', 'Deze dag is geweest.', 'This day has passed.'),
    dueDay > dueDayOf('yearly', today) &&
      fault(
        'dueDay',
        'too-late',
        'Geef beoordelaars hoogstens zes weken.',
        'Give reviewers six weeks at most.',
      ),
  ].filter((one) => one !== false);
}

function fault(path: string, code: string, nl: string, en: string): Fault {
  return { path, code, message: { nl, en } };
}
