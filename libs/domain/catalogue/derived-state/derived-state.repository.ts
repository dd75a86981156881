import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import type { AssessmentJudgement } from '../assessment/assessment-scale.js';
import type { BlockEvidence } from './derived-state.js';
import { DerivedState } from './derived-state.entity.js';

interface EvidenceRow extends Omit<BlockEvidence, 'latestExistence' | 'operation'> {
  readonly buildingBlockId: string;
  readonly existenceJudgement: AssessmentJudgement | null;
  readonly existenceAssessedOn: string | null;
}

export interface EvidenceOfBlock {
  readonly buildingBlockId: string;
  readonly evidence: BlockEvidence;
}

@Injectable()
export class DerivedStateRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** What the records say of blocks on a day, in one query however many blocks there are. */
  async evidenceOf(buildingBlockIds: readonly string[], day: string): Promise<readonly EvidenceOfBlock[]> {
    const rows = await this.transactions.manager.query<EvidenceRow[]>(
      `select b.id as "buildingBlockId",
              num_nonnulls(b.owner_person_id, b.owner_role) > 0 as "hasOwner",
              exists (select from policy_document d
                        join policy_document_version v on v.policy_document_id = d.id
                       where d.building_block_id = b.id and v.valid_from <= $2) as "documentInForce",
              b.next_review_on::text as "nextReviewOn",
              b.review_interval_months as "reviewIntervalMonths",
              existence.judgement as "existenceJudgement",
              existence.assessed_on::text as "existenceAssessedOn"
         from building_block b
         left join lateral (
              select judgement, assessed_on from assessment a
               where a.building_block_id = b.id and a.aspect = 'existence'
               order by assessed_on desc, id desc limit 1) existence on true
        where b.id = any($1)`,
      [buildingBlockIds, day],
    );
    return rows.map(({ buildingBlockId, existenceJudgement, existenceAssessedOn, ...recorded }) => ({
      buildingBlockId,
      evidence: {
        ...recorded,
        latestExistence:
          existenceJudgement && existenceAssessedOn
            ? { judgement: existenceJudgement, assessedOn: existenceAssessedOn }
            : null,
        // Registers that deliver figures with a norm come later; until then nothing shows that a block works.
        operation: [],
      },
    }));
  }

  /** Per block and aspect the state that holds now. */
  current(buildingBlockIds: readonly string[]): Promise<DerivedState[]> {
    return this.rows
      .createQueryBuilder('state')
      .distinctOn(['state.buildingBlockId', 'state.aspect'])
      .where('state.buildingBlockId = any(:buildingBlockIds)', { buildingBlockIds })
      .orderBy('state.buildingBlockId')
      .addOrderBy('state.aspect')
      .addOrderBy('state.recordedOn', 'DESC')
      .addOrderBy('state.id', 'DESC')
      .getMany();
  }

  /** The states a block went through, the latest first. */
  ofBlock(buildingBlockId: string, page: PageRequest): Promise<[DerivedState[], number]> {
    return this.rows.findAndCount({
      where: { buildingBlockId },
      order: { recordedOn: 'desc', id: 'desc' },
      ...limits(page),
    });
  }

  async addAll(states: readonly DerivedState[]): Promise<void> {
    if (states.length > 0) await this.rows.insert([...states]);
  }

  private get rows() {
    return this.transactions.manager.getRepository(DerivedState);
  }
}
