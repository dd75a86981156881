import { Injectable } from '@nestjs/common';
import type { Role } from '@weerbaar/kernel/context';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { RoleAssignment } from './role-assignment.entity.js';
import type { RoleAssignmentState } from './role-assignment.states.js';

export interface RoleAssignmentFilter {
  readonly personId?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: RoleAssignmentState | undefined;
}

const counts = '(not a.needs_confirmation or a.confirmed_at is not null)';
const notOver = 'a.ended_at is null and (a.valid_to is null or a.valid_to >= :today)';

/** As `stateOn` says it; `:today` is the day. */
const inState: Readonly<Record<RoleAssignmentState, string>> = {
  withdrawn: `a.ended_at is not null and not ${counts}`,
  ended: `((a.ended_at is not null and ${counts}) or (a.ended_at is null and a.valid_to < :today))`,
  waiting: `${notOver} and not ${counts}`,
  future: `${notOver} and a.valid_from > :today and ${counts}`,
  'in-force': `${notOver} and a.valid_from <= :today and ${counts}`,
};

@Injectable()
export class RoleAssignmentRepository extends VersionedRepository<RoleAssignment> {
  constructor(transactions: TransactionRunner) {
    super(RoleAssignment, transactions);
  }

  /** One change of roles at a time in an organisation: what is checked still holds when it is written. */
  async lock(): Promise<void> {
    await this.transactions.manager.query(
      `select pg_advisory_xact_lock(hashtextextended('roles ' || current_setting('app.organisation_id'), 0))`,
    );
  }

  list(
    { personId, role, state }: RoleAssignmentFilter,
    page: PageRequest,
    today: string,
  ): Promise<[RoleAssignment[], number]> {
    const { skip, take } = limits(page);
    const query = this.rows.createQueryBuilder('a').orderBy('a.given_at', 'DESC').addOrderBy('a.id');
    if (personId) query.andWhere('a.person_id = :personId', { personId });
    if (role) query.andWhere('a.role = :role', { role });
    if (state) query.andWhere(inState[state], { today });
    return query.skip(skip).take(take).getManyAndCount();
  }

  /** Assignments that are not over, of a person: all, or of one role. */
  notOver(personId: string, today: string, role?: Role): Promise<RoleAssignment[]> {
    const query = this.rows
      .createQueryBuilder('a')
      .where('a.person_id = :personId', { personId })
      .andWhere(notOver, { today });
    if (role) query.andWhere('a.role = :role', { role });
    return query.getMany();
  }

  /** Persons who hold one of the roles on a day, also as a substitute. */
  async holders(roles: readonly Role[], today: string): Promise<readonly string[]> {
    const held = await this.rows
      .createQueryBuilder('a')
      .select('a.person_id', 'personId')
      .distinct()
      .where('a.role in (:...roles)', { roles })
      .andWhere(inState['in-force'], { today })
      .getRawMany<{ personId: string }>();
    return held.map(({ personId }) => personId);
  }

  /**
   * Somebody who can sign in holds the role in their own right, today and without a known end. Who was invited
   * and has not come yet can't: their link may be too old by the time it is needed.
   */
  async isHeldForGood(role: Role, today: string): Promise<boolean> {
    const [found] = await this.transactions.manager.query<{ held: boolean }[]>(
      `select exists (
         select from role_assignment a
          where a.role = $1 and a.valid_from <= $2 and a.valid_to is null and a.ended_at is null and ${counts}
            and exists (select from account c where c.person_id = a.person_id and c.deactivated_at is null
                           and (c.password_hash is not null or c.provider_subject is not null))) as held`,
      [role, today],
    );
    return found?.held ?? false;
  }
}
