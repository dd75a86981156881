import { Injectable } from '@nestjs/common';
import type { FigurePeriod } from '@weerbaar/core/figures';
import type { Role } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { AssessmentAspect, DerivedJudgement } from './assessment/assessment-scale.js';
import type { ThemeCode } from './theme/theme.js';

/** The state of a block on the reference date, by what people had judged then. */
export interface BlockState {
  readonly code: string;
  readonly name: string;
  readonly theme: ThemeCode;
  readonly ownerPersonId: string | null;
  readonly ownerRole: Role | null;
  readonly design: DerivedJudgement;
  readonly existence: DerivedJudgement;
  readonly operation: DerivedJudgement;
  readonly nextReviewOn: string;
}

export interface ThemeState {
  readonly theme: ThemeCode;
  readonly aspect: AssessmentAspect;
  readonly sufficient: number;
  readonly partial: number;
  readonly insufficient: number;
  readonly unknown: number;
}

export interface AdoptedDocument {
  readonly code: string;
  readonly title: string;
  readonly adoptedOn: string;
  readonly adoptedBy: string;
}

/** Blocks in force on the reference date, $1. */
const blocks = `
  block as (select * from building_block
             where valid_from <= $1::date and (valid_to is null or valid_to >= $1::date))`;

/** Per block and aspect the latest assessment on the reference date, however long the history before it. */
const judgements = `
  judged as (select block.id as building_block_id, aspect.code as aspect, latest.judgement
               from block
              cross join unnest(array['design', 'existence', 'operation']) as aspect (code)
              cross join lateral (
                    select a.judgement from assessment a
                     where a.building_block_id = block.id and a.aspect = aspect.code and a.assessed_on <= $1::date
                     order by a.assessed_on desc, a.id desc limit 1) latest)`;

/** The text of each document that applied on the reference date. */
const documents = `
  document as (select d.id, d.building_block_id, d.title, applied.adopted_on, applied.adopted_by
                 from block
                 join policy_document d on d.building_block_id = block.id
                cross join lateral (
                      select v.adopted_on, v.adopted_by from policy_document_version v
                       where v.policy_document_id = d.id and v.valid_from <= $1::date and v.adopted_on <= $1::date
                       order by v.valid_from desc, v.number desc limit 1) applied)`;

const nextReview = `
  (coalesce((select max(a.assessed_on) from assessment a
              where a.building_block_id = block.id and a.assessed_on <= $1::date),
            block.recorded_on) + make_interval(months => block.review_interval_months))::date`;

/** What the figures of the catalogue are counted from: one query a figure. */
@Injectable()
export class CatalogueFigureQueries {
  constructor(private readonly transactions: TransactionRunner) {}

  inForce({ referenceDate }: FigurePeriod): Promise<number> {
    return this.count(`with ${blocks} select count(*)::int as count from block`, [referenceDate]);
  }

  withOwner({ referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${blocks} select count(*)::int as count from block where num_nonnulls(owner_person_id, owner_role) > 0`,
      [referenceDate],
    );
  }

  withPolicyDocument({ referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${blocks}, ${documents} select count(distinct building_block_id)::int as count from document`,
      [referenceDate],
    );
  }

  assessed({ from, to, referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${blocks}
       select count(*)::int as count from block
        where exists (select from assessment a
                       where a.building_block_id = block.id
                         and a.assessed_on between $2::date and least($3::date, $1::date))`,
      [referenceDate, from, to],
    );
  }

  working({ referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${blocks}, ${judgements}
       select count(*)::int as count from judged where aspect = 'operation' and judgement = 'sufficient'`,
      [referenceDate],
    );
  }

  reviewsOverdue({ referenceDate }: FigurePeriod): Promise<number> {
    return this.count(
      `with ${blocks} select count(*)::int as count from block where ${nextReview} < $1::date`,
      [referenceDate],
    );
  }

  states({ referenceDate }: FigurePeriod): Promise<BlockState[]> {
    return this.transactions.manager.query<BlockState[]>(
      `with ${blocks}, ${judgements}
       select block.code, block.name, block.theme,
              block.owner_person_id as "ownerPersonId", block.owner_role as "ownerRole",
              coalesce(design.judgement, 'unknown') as design,
              coalesce(existence.judgement, 'unknown') as existence,
              coalesce(operation.judgement, 'unknown') as operation,
              ${nextReview}::text as "nextReviewOn"
         from block
         left join judged design on design.building_block_id = block.id and design.aspect = 'design'
         left join judged existence on existence.building_block_id = block.id and existence.aspect = 'existence'
         left join judged operation on operation.building_block_id = block.id and operation.aspect = 'operation'
        order by block.theme, block.position, block.code, block.id`,
      [referenceDate],
    );
  }

  statesByTheme({ referenceDate }: FigurePeriod): Promise<ThemeState[]> {
    return this.transactions.manager.query<ThemeState[]>(
      `with ${blocks}, ${judgements}
       select block.theme, aspect.code as aspect,
              count(*) filter (where judged.judgement = 'sufficient')::int as sufficient,
              count(*) filter (where judged.judgement = 'partial')::int as partial,
              count(*) filter (where judged.judgement = 'insufficient')::int as insufficient,
              count(*) filter (where judged.judgement is null)::int as unknown
         from block
        cross join unnest(array['design', 'existence', 'operation']) with ordinality as aspect (code, place)
         left join judged on judged.building_block_id = block.id and judged.aspect = aspect.code
        group by block.theme, aspect.code, aspect.place
        order by block.theme, aspect.place`,
      [referenceDate],
    );
  }

  policyDocuments({ referenceDate }: FigurePeriod): Promise<AdoptedDocument[]> {
    return this.transactions.manager.query<AdoptedDocument[]>(
      `with ${blocks}, ${documents}
       select block.code, document.title, document.adopted_on::text as "adoptedOn",
              document.adopted_by as "adoptedBy"
         from document join block on block.id = document.building_block_id
        order by block.theme, block.position, block.code, document.title, document.id`,
      [referenceDate],
    );
  }

  private async count(sql: string, parameters: readonly string[]): Promise<number> {
    const [row] = await this.transactions.manager.query<{ count: number }[]>(sql, [...parameters]);
    return row?.count ?? 0;
  }
}
