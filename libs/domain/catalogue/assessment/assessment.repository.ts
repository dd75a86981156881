import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { type AssessmentAspect, assessmentAspects } from './assessment-scale.js';
import { Assessment } from './assessment.entity.js';

@Injectable()
export class AssessmentRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async add(assessment: Assessment): Promise<void> {
    await this.rows.insert(assessment);
  }

  /** @throws Problem `not-found`. */
  async get(id: string): Promise<Assessment> {
    const assessment = await this.rows.findOneBy({ id });
    if (!assessment) throw new Problem('not-found');
    return assessment;
  }

  /** All that was judged of a block, the latest first. */
  ofBlock(
    buildingBlockId: string,
    aspect: AssessmentAspect | undefined,
    page: PageRequest,
  ): Promise<[Assessment[], number]> {
    return this.rows.findAndCount({
      where: { buildingBlockId, ...(aspect ? { aspect } : {}) },
      order: { assessedOn: 'desc', id: 'desc' },
      ...limits(page),
    });
  }

  /** Per block and aspect what was judged last, however long the history before it. */
  latest(buildingBlockIds: readonly string[]): Promise<Assessment[]> {
    return this.rows
      .createQueryBuilder('assessment')
      .where(
        `assessment.id in (
           select latest.id
             from unnest(:buildingBlockIds::uuid[]) as block (id)
            cross join unnest(:aspects::text[]) as aspect (code)
            cross join lateral (
                  select a.id from assessment a
                   where a.building_block_id = block.id and a.aspect = aspect.code
                   order by a.assessed_on desc, a.id desc limit 1) latest)`,
        { buildingBlockIds, aspects: assessmentAspects },
      )
      .getMany();
  }

  async lastAssessedOn(buildingBlockId: string): Promise<string | null> {
    const [last] = await this.rows.find({
      where: { buildingBlockId },
      order: { assessedOn: 'desc' },
      take: 1,
    });
    return last?.assessedOn ?? null;
  }

  private get rows() {
    return this.transactions.manager.getRepository(Assessment);
  }
}
