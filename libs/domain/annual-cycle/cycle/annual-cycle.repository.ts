import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { AnnualCycle } from './annual-cycle.entity.js';

@Injectable()
export class AnnualCycleRepository extends VersionedRepository<AnnualCycle> {
  constructor(transactions: TransactionRunner) {
    super(AnnualCycle, transactions);
  }

  findYear(year: number): Promise<AnnualCycle | null> {
    return this.rows.findOneBy({ year });
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
