import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { AnnualCycle } from './annual-cycle.entity.js';

@Injectable()
export class AnnualCycleRepository extends VersionedRepository<AnnualCycle> {
  constructor(transactions: TransactionRunner) {
    super(AnnualCycle, transactions);
  }

  /** In SQL: what is asked for a year asks this first, and TypeORM takes longer to write it than the database to answer. */
  async findYear(year: number): Promise<AnnualCycle | null> {
    const [cycle] = await this.transactions.manager.query<AnnualCycle[]>(
      'select id, version, year, phase from annual_cycle where year = $1',
      [year],
    );
    return cycle ?? null;
  }

  /** @throws Problem `not-found` when the year has no cycle. */
  async ofYear(year: number): Promise<AnnualCycle> {
    const cycle = await this.findYear(year);
    if (cycle) return cycle;
    throw new Problem('not-found', {
      detail: { nl: `Voor ${year} is er geen jaarcyclus.`, en: `There is no annual cycle for ${year}.` },
    });
  }

  list(page: PageRequest): Promise<[AnnualCycle[], number]> {
    return this.rows.findAndCount({ order: { year: 'desc' }, ...limits(page) });
  }
}
