import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { PeriodRepository } from '../period/period.repository.js';
import type { Timeline } from '../period/timeline.js';
import { Department, type DepartmentState } from './department.entity.js';
import { type ChartedDepartment, OrganisationChart } from './organisation-chart.js';

/** A department on one day, as shown. */
export interface DepartmentOnDay extends ChartedDepartment {
  readonly version: number;
  readonly name: string;
  readonly kind: string;
}

@Injectable()
export class DepartmentRepository extends VersionedRepository<Department> {
  constructor(transactions: TransactionRunner) {
    super(Department, transactions);
  }

  async addAll(departments: readonly Department[]): Promise<void> {
    await this.rows.insert([...departments]);
  }
}

@Injectable()
export class DepartmentPeriodRepository extends PeriodRepository<DepartmentState> {
  constructor(transactions: TransactionRunner) {
    super(
      {
        name: 'department_period',
        record: 'department_id',
        columns: {
          code: 'code',
          name: 'name',
          kind: 'kind',
          parentId: 'parent_id',
          managerId: 'manager_person_id',
        },
      },
      transactions,
    );
  }

  /** One change of departments and employments at a time: what is checked still holds when it is written. */
  async lock(): Promise<void> {
    await this.transactions.manager.query(
      `select pg_advisory_xact_lock(hashtextextended('structure ' || current_setting('app.organisation_id'), 0))`,
    );
  }

  /** All departments of a day. Managers who do not work here on that day do not count. */
  async chartOn(day: string): Promise<OrganisationChart<DepartmentOnDay>> {
    const departments = await this.transactions.manager.query<DepartmentOnDay[]>(
      `select d.id, d.version, p.code, p.name, p.kind, p.parent_id as "parentId",
              case when exists (select from employment_period e
                                 where e.person_id = p.manager_person_id and e.during @> $1::date)
                   then p.manager_person_id end as "managerId"
         from department_period p join department d on d.id = p.department_id
        where p.during @> $1::date`,
      [day],
    );
    return new OrganisationChart(departments);
  }

  /** A department and all those below it on a day, by id; none when it is not there then. */
  async withAllBelowOn(id: string, day: string): Promise<readonly string[]> {
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      `with recursive below as (
         select department_id from department_period where department_id = $1 and during @> $2::date
         union
         select p.department_id from department_period p join below b on p.parent_id = b.department_id
          where p.during @> $2::date)
       select department_id as id from below`,
      [id, day],
    );
    return rows.map((row) => row.id);
  }

  /** Every department that is there on a day or later, by id. */
  from(day: string): Promise<ReadonlyMap<string, Timeline<DepartmentState>>> {
    return this.timelines(
      `select p.department_id as "recordId", ${this.fields} from department_period p
        where p.during && daterange($1, null) order by p.during`,
      [day],
    );
  }

  /** Whether somebody works in it, or another department is part of it, after a day. */
  async isNeededAfter(id: string, lastDay: string): Promise<boolean> {
    const [found] = await this.transactions.manager.query<{ needed: boolean }[]>(
      `select exists (select from employment_period
                       where department_id = $1 and during && daterange($2, null, '()'))
           or exists (select from department_period
                       where parent_id = $1 and during && daterange($2, null, '()')) as needed`,
      [id, lastDay],
    );
    return found?.needed ?? false;
  }
}
