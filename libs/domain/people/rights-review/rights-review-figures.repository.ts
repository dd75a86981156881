import { Injectable } from '@nestjs/common';
import type { FigurePeriod } from '@weerbaar/core/figures';
import { endOfDayInTheNetherlands } from '@weerbaar/kernel/clock';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { ReviewKind } from './review-period.js';

export interface ReviewsOfYear {
  readonly kind: ReviewKind;
  /** How many had begun by the law of the calendar: one a year, one a quarter. */
  readonly due: number;
  readonly done: number;
  readonly lines: number;
  readonly signed: number;
  readonly kept: number;
  readonly withdrawn: number;
  /** Percentage of the lines that had to be signed by the reference date which were signed in time; null: none had to. */
  readonly inTime: number | null;
}

@Injectable()
export class RightsReviewFigureQueries {
  constructor(private readonly transactions: TransactionRunner) {}

  /** The reviews of the year, as they stood at the end of the reference date. */
  ofYear({ year, referenceDate }: FigurePeriod): Promise<ReviewsOfYear[]> {
    return this.transactions.manager.query<ReviewsOfYear[]>(
      `with kind (kind, due) as (
         values ('yearly', 1),
                ('quarterly', extract(quarter from least($2::date, make_date($1, 12, 31)))::int)),
       line as (
         select r.id as review_id, r.kind, l.id,
                case when l.signed_at < $3 then l.outcome end as outcome,
                r.due_day < $2::date as was_due,
                l.signed_at < $3 and (l.signed_at at time zone 'Europe/Amsterdam')::date <= r.due_day as in_time
           from rights_review r left join rights_review_line l on l.review_id = r.id
          where left(r.period, 4) = $1::text and r.started_at < $3),
       review as (
         select kind, bool_and(id is null or outcome is not null) as is_done from line group by kind, review_id)
       select k.kind, k.due,
              (select count(*)::int from review r where r.kind = k.kind and r.is_done) as done,
              count(l.id)::int as lines, count(l.outcome)::int as signed,
              count(*) filter (where l.outcome = 'kept')::int as kept,
              count(*) filter (where l.outcome = 'withdrawn')::int as withdrawn,
              round(100.0 * count(*) filter (where l.was_due and l.in_time)
                    / nullif(count(l.id) filter (where l.was_due), 0))::float8 as "inTime"
         from kind k left join line l on l.kind = k.kind
        group by k.kind, k.due order by k.kind desc`,
      [year, referenceDate, endOfDayInTheNetherlands(referenceDate)],
    );
  }
}
