import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { PeriodRepository } from '../period/period.repository.js';
import { JobFunction, type JobFunctionState } from './job-function.entity.js';

@Injectable()
export class JobFunctionRepository extends VersionedRepository<JobFunction> {
  constructor(transactions: TransactionRunner) {
    super(JobFunction, transactions);
  }

  /** The functions of a day by name, and how many there are. */
  async listOn(day: string, page: PageRequest): Promise<readonly [readonly JobFunction[], number]> {
    const { skip, take } = limits(page);
    const { manager } = this.transactions;
    const there = `from job_function_period p join job_function f on f.id = p.job_function_id
                  where p.during @> $1::date`;
    const rows = await manager.query<JobFunction[]>(
      `select f.id, f.version ${there} order by p.name, f.id offset $2 limit $3`,
      [day, skip, take],
    );
    const [count] = await manager.query<{ total: number }[]>(`select count(*)::int as total ${there}`, [day]);
    return [rows, count?.total ?? 0];
  }
}

@Injectable()
export class JobFunctionPeriodRepository extends PeriodRepository<JobFunctionState> {
  constructor(transactions: TransactionRunner) {
    super(
      {
        name: 'job_function_period',
        record: 'job_function_id',
        columns: {
          code: 'code',
          name: 'name',
          publishesSideActivities: 'publishes_side_activities',
          reportsFinancialInterests: 'reports_financial_interests',
          isVulnerable: 'is_vulnerable',
          conductCertificateProfile: 'conduct_certificate_profile',
        },
      },
      transactions,
    );
  }

  /** Whether somebody has it after a day. */
  async isNeededAfter(id: string, lastDay: string): Promise<boolean> {
    const [found] = await this.transactions.manager.query<{ needed: boolean }[]>(
      `select exists (select from employment_period
                       where job_function_id = $1 and during && daterange($2, null, '()')) as needed`,
      [id, lastDay],
    );
    return found?.needed ?? false;
  }
}
