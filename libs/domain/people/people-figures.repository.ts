import { Injectable } from '@nestjs/common';
import type { FigurePeriod } from '@weerbaar/core/figures';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { fullTimeHours } from './employment/employment.entity.js';

export interface DepartmentStrength {
  readonly code: string;
  readonly name: string;
  readonly employed: number;
  /** Full-time equivalents of those employed. */
  readonly fullTimes: number;
  /** Who works here without being employed. */
  readonly others: number;
}

/** The employments of the reference date, $1. */
const present = `
  present as (select p.person_id, p.department_id, p.job_function_id, p.hours_per_week, e.kind
                from employment_period p join employment e on e.id = p.employment_id
               where p.during @> $1::date)`;

/** For each employed person the first and the last day of each unbroken time here, however many employments it took. */
const stays = `
  stay as (select p.person_id, unnest(range_agg(p.during)) as during
             from employment_period p join employment e on e.id = p.employment_id
            where e.kind = 'employee' group by p.person_id)`;

/** What the figures of people are counted from: one query a figure. */
@Injectable()
export class PeopleFigureQueries {
  constructor(private readonly transactions: TransactionRunner) {}

  headcount({ referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${present} select count(distinct person_id)::int as count from present where kind = 'employee'`,
      [referenceDate],
    );
  }

  fullTimes({ referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${present}
       select coalesce(round((sum(hours_per_week) / $2)::numeric, 1), 0)::float8 as count
         from present where kind = 'employee'`,
      [referenceDate, fullTimeHours],
    );
  }

  /** Coming back after a break counts as joining; a second employment does not. */
  joined({ from, to, referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${stays}
       select count(*)::int as count from stay where lower(during) between $1::date and least($2::date, $3::date)`,
      [from, to, referenceDate],
    );
  }

  /** By their last day here. */
  left({ from, to, referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${stays}
       select count(*)::int as count from stay where upper(during) - 1 between $1::date and least($2::date, $3::date)`,
      [from, to, referenceDate],
    );
  }

  /** People in a function that is designated so; `column` is one of our own. */
  designated(
    column: 'publishes_side_activities' | 'reports_financial_interests' | 'is_vulnerable',
    { referenceDate }: FigurePeriod,
  ): Promise<number> {
    return this.count(
      `with ${present}
       select count(distinct present.person_id)::int as count
         from present join job_function_period f on f.job_function_id = present.job_function_id
        where f.during @> $1::date and f.${column}`,
      [referenceDate],
    );
  }

  byDepartment({ referenceDate }: FigurePeriod): Promise<DepartmentStrength[]> {
    return this.transactions.manager.query<DepartmentStrength[]>(
      `with ${present}
       select d.code, d.name,
              count(distinct person_id) filter (where present.kind = 'employee')::int as employed,
              coalesce(round((sum(hours_per_week) filter (where present.kind = 'employee') / $2)::numeric, 1), 0)::float8
                as "fullTimes",
              count(distinct person_id) filter (where present.kind <> 'employee')::int as others
         from department_period d left join present on present.department_id = d.department_id
        where d.during @> $1::date
        group by d.department_id, d.code, d.name order by d.code, d.department_id`,
      [referenceDate, fullTimeHours],
    );
  }

  private async count(sql: string, parameters: readonly (string | number)[]): Promise<number> {
    const [row] = await this.transactions.manager.query<{ count: number }[]>(sql, [...parameters]);
    return row?.count ?? 0;
  }
}
