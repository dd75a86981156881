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

  /** How many actions of its own year answer each finding; one that goes on in the next year is not counted twice. */
  async actionCounts(findingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.transactions.manager.query<{ id: string; count: number }[]>(
      `select f.id, count(*)::int as count
         from finding f join action a on a.finding_id = f.id and a.cycle_id = f.cycle_id
        where f.id = any($1) group by 1`,
      [findingIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
