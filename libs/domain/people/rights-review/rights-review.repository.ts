import { Injectable } from '@nestjs/common';
import { needsSecondPerson } from '@weerbaar/kernel/access';
import { endOfDayInTheNetherlands } from '@weerbaar/kernel/clock';
import type { Role } from '@weerbaar/kernel/context';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import type { ReviewKind } from './review-period.js';
import { RightsReviewLine } from './rights-review-line.entity.js';
import { RightsReview } from './rights-review.entity.js';

/** How far lines have come: of a review, or of one reviewer in it. */
export interface ReviewProgress {
  readonly lines: number;
  readonly signed: number;
  readonly kept: number;
  readonly withdrawn: number;
  /** Signed as ended in the meantime. */
  readonly ended: number;
  /** Signed after the due day, or still open after it. */
  readonly late: number;
  readonly lastSignedAt: Date | null;
}

export interface ReviewWithProgress extends RightsReview, ReviewProgress {
  /** Lines that nobody may review yet. */
  readonly withoutReviewer: number;
}

export interface ReviewerProgress extends ReviewProgress {
  /** Null: lines that nobody may review yet. */
  readonly personId: string | null;
  /** False: their lines wait for nobody. */
  readonly canSignIn: boolean;
}

/** A right that holds on the reference day. */
export interface HeldRight {
  readonly personId: string;
  readonly assignmentId: string | null;
  readonly accountId: string | null;
  /** Null of an account. */
  readonly role: Role | null;
  readonly substituteFor: string | null;
}

/** A line with the right it is about and the review it is of. */
export interface LineRecord
  extends
    HeldRight,
    Pick<
      RightsReviewLine,
      'id' | 'version' | 'reviewId' | 'reviewerPersonId' | 'outcome' | 'reason' | 'signedAt'
    > {
  readonly kind: ReviewKind;
  readonly period: string;
  readonly dueDay: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly givenByPersonId: string | null;
  readonly givenAt: Date | null;
  readonly isOver: boolean;
  readonly isSpecial: boolean;
}

export interface LineFilter {
  readonly reviewId?: string | undefined;
  readonly state?: 'open' | 'signed' | undefined;
  readonly reviewerPersonId?: string | undefined;
}

/** So many lines go in one statement. */
const rowsAtOnce = 2000;

const signedOn = `(l.signed_at at time zone 'Europe/Amsterdam')::date`;

/** Over lines `l` of review `r`; $1 is today. */
const progress = `
  count(l.id)::int as lines, count(l.signed_at)::int as signed,
  count(*) filter (where l.outcome = 'kept')::int as kept,
  count(*) filter (where l.outcome = 'withdrawn')::int as withdrawn,
  count(*) filter (where l.outcome = 'ended')::int as ended,
  count(l.id) filter (where coalesce(${signedOn}, $1::date) > r.due_day)::int as late,
  max(l.signed_at) as "lastSignedAt"`;

const reviews = `
  select r.id, r.kind, r.period, r.reference_day::text as "referenceDay", r.due_day::text as "dueDay",
         r.started_at as "startedAt", r.started_by as "startedBy", ${progress},
         count(l.id) filter (where l.reviewer_person_id is null)::int as "withoutReviewer"
    from rights_review r left join rights_review_line l on l.review_id = r.id`;

/** Whether the right is over today, $1. */
const lines = `
  select l.id, l.version, l.review_id as "reviewId", l.person_id as "personId", l.assignment_id as "assignmentId",
         l.account_id as "accountId", l.reviewer_person_id as "reviewerPersonId", l.outcome, l.reason,
         l.signed_at as "signedAt", r.kind, r.period, r.due_day::text as "dueDay",
         a.role, a.substitute_for as "substituteFor", a.valid_from::text as "validFrom", a.valid_to::text as "validTo",
         a.given_by_person_id as "givenByPersonId", a.given_at as "givenAt",
         coalesce(a.ended_at is not null or a.valid_to < $1::date, c.deactivated_at is not null) as "isOver"
    from rights_review_line l join rights_review r on r.id = l.review_id
    left join role_assignment a on a.id = l.assignment_id
    left join account c on c.id = l.account_id`;

/** It opens what is confidential: not for a manager to judge. */
export function isSpecial({ role }: Pick<HeldRight, 'role'>): boolean {
  return role !== null && needsSecondPerson(role);
}

@Injectable()
export class RightsReviewRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async add(review: RightsReview, added: readonly RightsReviewLine[]): Promise<void> {
    const { manager } = this.transactions;
    await manager.getRepository(RightsReview).insert(review);
    for (let start = 0; start < added.length; start += rowsAtOnce)
      await manager.getRepository(RightsReviewLine).insert(added.slice(start, start + rowsAtOnce));
  }

  async isStarted(kind: ReviewKind, period: string): Promise<boolean> {
    const [found] = await this.query<{ started: boolean }>(
      'select exists (select from rights_review where kind = $1 and period = $2) as started',
      [kind, period],
    );
    return found?.started ?? false;
  }

  /** The latest first. */
  async list(today: string, page: PageRequest): Promise<[ReviewWithProgress[], number]> {
    const { skip, take } = limits(page);
    const found = await this.query<ReviewWithProgress>(
      `${reviews} group by r.organisation_id, r.id order by r.started_at desc, r.id offset $2 limit $3`,
      [today, skip, take],
    );
    const [count] = await this.query<{ total: number }>('select count(*)::int as total from rights_review');
    return [found, count?.total ?? 0];
  }

  async find(id: string, today: string): Promise<ReviewWithProgress | undefined> {
    const [found] = await this.query<ReviewWithProgress>(
      `${reviews} where r.id = $2 group by r.organisation_id, r.id`,
      [today, id],
    );
    return found;
  }

  /** Those with the most open lines first. */
  reviewersOf(reviewId: string, today: string): Promise<ReviewerProgress[]> {
    return this.query<ReviewerProgress>(
      `select l.reviewer_person_id as "personId", ${progress},
              exists (select from account c where c.person_id = l.reviewer_person_id and c.deactivated_at is null)
                as "canSignIn"
         from rights_review r join rights_review_line l on l.review_id = r.id
        where r.id = $2 group by l.reviewer_person_id
        order by count(*) - count(l.signed_at) desc, l.reviewer_person_id`,
      [today, reviewId],
    );
  }

  /** Roles that held on a day, beyond the one that everybody has. */
  rolesOn(day: string): Promise<HeldRight[]> {
    return this.query<HeldRight>(
      `select person_id as "personId", id as "assignmentId", null as "accountId", role,
              substitute_for as "substituteFor"
         from role_assignment
        where role <> 'employee' and valid_from <= $1 and (valid_to is null or valid_to >= $1)
          and (not needs_confirmation or confirmed_at < $2) and (ended_at is null or ended_at >= $2)
        order by person_id, role, id`,
      [day, endOfDayInTheNetherlands(day)],
    );
  }

  /** Accounts that sign in people who worked here before a day, and neither on it nor later. */
  accountsOfLeaversOn(day: string): Promise<HeldRight[]> {
    return this.query<HeldRight>(
      `select c.person_id as "personId", null as "assignmentId", c.id as "accountId", null as role,
              null as "substituteFor"
         from account c
        where c.deactivated_at is null
          and exists (select from employment_period p where p.person_id = c.person_id)
          and not exists (select from employment_period p
                           where p.person_id = c.person_id and p.during && daterange($1::date, null))
        order by c.person_id, c.id`,
      [day],
    );
  }

  /** Who holds a role today and can sign in: in their own right before substitutes, the longest first. */
  async holders(role: Role, today: string): Promise<readonly string[]> {
    const rows = await this.query<{ personId: string }>(
      `select a.person_id as "personId" from role_assignment a
        where a.role = $1 and a.valid_from <= $2 and (a.valid_to is null or a.valid_to >= $2)
          and (not a.needs_confirmation or a.confirmed_at is not null) and a.ended_at is null
          and exists (select from account c where c.person_id = a.person_id and c.deactivated_at is null)
        order by a.substitute_for is not null, a.given_at, a.id`,
      [role, today],
    );
    return rows.map(({ personId }) => personId);
  }

  private query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.transactions.manager.query<T[]>(sql, [...parameters]);
  }
}

@Injectable()
export class RightsReviewLineRepository extends VersionedRepository<RightsReviewLine> {
  constructor(transactions: TransactionRunner) {
    super(RightsReviewLine, transactions);
  }

  /** Open lines first, by whose right it is. */
  async list(
    { reviewId, state, reviewerPersonId }: LineFilter,
    page: PageRequest,
    today: string,
  ): Promise<[LineRecord[], number]> {
    const { skip, take } = limits(page);
    const where = `
      where ($2::uuid is null or l.review_id = $2) and ($3::uuid is null or l.reviewer_person_id = $3)
        and ($4::boolean is null or (l.signed_at is not null) = $4)`;
    const values = [today, reviewId ?? null, reviewerPersonId ?? null, state ? state === 'signed' : null];
    const found = await this.transactions.manager.query<LineRecord[]>(
      `${lines} join person p on p.id = l.person_id ${where}
        order by l.signed_at is not null, r.due_day, p.name, l.id offset $5 limit $6`,
      [...values, skip, take],
    );
    const [count] = await this.transactions.manager.query<{ total: number }[]>(
      `select count(*)::int as total from rights_review_line l, (select $1::date) as today ${where}`,
      values,
    );
    return [found.map(withKind), count?.total ?? 0];
  }

  /** How many lines wait for a reviewer, and when the first must have been signed; null: those that have none. */
  async openFor(
    personId: string | null,
  ): Promise<{ readonly count: number; readonly dueDay: string | null }> {
    const [found] = await this.transactions.manager.query<{ count: number; dueDay: string | null }[]>(
      `select count(*)::int as count, min(r.due_day)::text as "dueDay"
         from rights_review_line l join rights_review r on r.id = l.review_id
        where l.reviewer_person_id is not distinct from $1 and l.signed_at is null`,
      [personId],
    );
    return found ?? { count: 0, dueDay: null };
  }

  async read(id: string, today: string): Promise<LineRecord | undefined> {
    const [found] = await this.transactions.manager.query<LineRecord[]>(`${lines} where l.id = $2`, [
      today,
      id,
    ]);
    return found && withKind(found);
  }
}

function withKind(line: LineRecord): LineRecord {
  return { ...line, isSpecial: isSpecial(line) };
}
