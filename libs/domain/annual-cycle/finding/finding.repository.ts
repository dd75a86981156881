import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import type { InputSourceCode } from '../reference-content/reference-content.js';
import { Finding } from './finding.entity.js';

@Injectable()
export class FindingRepository extends VersionedRepository<Finding> {
  constructor(transactions: TransactionRunner) {
    super(Finding, transactions);
  }

  ofCycle(cycleId: string, page: PageRequest, source?: InputSourceCode): Promise<[Finding[], number]> {
    return this.rows.findAndCount({
      where: { cycleId, ...(source ? { source } : {}) },
      order: { source: 'asc', id: 'asc' },
      ...limits(page),
    });
  }

  /** How many actions came of each finding. */
  async actionCounts(findingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.transactions.manager.query<{ id: string; count: number }[]>(
      `select finding_id as id, count(*)::int as count from action
        where finding_id = any($1) and carried_over_from is null group by 1`,
      [findingIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
