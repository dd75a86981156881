import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import type { Placement } from '../department/organisation-chart.js';
import { PeriodRepository } from '../period/period.repository.js';
import type { Period } from '../period/timeline.js';
import { Employment, type EmploymentState } from './employment.entity.js';
import type { Ranked } from './main-employment.js';

/** Where somebody works on one day, in one employment. */
export interface EmploymentOnDay extends Placement, Ranked {
  readonly jobFunctionId: string | null;
}

/** A stretch of days of one employment, with what decides about who manages whom. */
export interface PlacementPeriod extends Placement, Ranked, Period {}

/** So many rows go in one statement. */
const rowsAtOnce = 2000;

@Injectable()
export class EmploymentRepository extends VersionedRepository<Employment> {
  constructor(transactions: TransactionRunner) {
    super(Employment, transactions);
  }

  async addAll(employments: readonly Employment[]): Promise<void> {
    for (let start = 0; start < employments.length; start += rowsAtOnce)
      await this.rows.insert(employments.slice(start, start + rowsAtOnce));
  }

  /** Of one person, by personnel number. */
  ofPerson(personId: string): Promise<Employment[]> {
    return this.rows.find({ where: { personId }, order: { personnelNumber: 'asc' } });
  }

  /** Those of the numbers that an employment bears already, with the id of that employment. */
  async withNumbers(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.transactions.manager.query<{ id: string; number: string }[]>(
      'select id, personnel_number as number from employment where personnel_number = any ($1::text[])',
      [numbers],
    );
    return new Map(rows.map(({ id, number }) => [number, id]));
  }

  async personWithNumber(personnelNumber: string): Promise<string | undefined> {
    return (await this.rows.findOneBy({ personnelNumber }))?.personId;
  }
}

@Injectable()
export class EmploymentPeriodRepository extends PeriodRepository<EmploymentState> {
  constructor(transactions: TransactionRunner) {
    super(
      {
        name: 'employment_period',
        record: 'employment_id',
        columns: {
          personId: 'person_id',
          departmentId: 'department_id',
          jobFunctionId: 'job_function_id',
          hoursPerWeek: 'hours_per_week',
          managerId: 'manager_person_id',
        },
      },
      transactions,
    );
  }

  ofPersonsOn(personIds: readonly string[], day: string): Promise<EmploymentOnDay[]> {
    return this.onDay('p.person_id = any ($2::uuid[])', day, [[...personIds]]);
  }

  /** Employments of a day that may be managed by somebody: by name, or in one of these departments. */
  underOn(
    managerId: string,
    departmentIds: readonly string[],
    personIds: readonly string[],
    day: string,
  ): Promise<EmploymentOnDay[]> {
    return this.onDay(
      '(p.manager_person_id = $2 or p.department_id = any ($3::uuid[]) or p.person_id = any ($4::uuid[]))',
      day,
      [managerId, [...departmentIds], [...personIds]],
    );
  }

  /** Whether somebody is named as the manager of a single employment, on a day or later. */
  async hasNamedManagersFrom(day: string): Promise<boolean> {
    const [found] = await this.transactions.manager.query<{ has: boolean }[]>(
      `select exists (select from employment_period
                       where manager_person_id is not null and during && daterange($1, null)) as has`,
      [day],
    );
    return found?.has ?? false;
  }

  /** Where those work who manage somebody, on a day or later. */
  placementsOfManagersFrom(day: string): Promise<PlacementPeriod[]> {
    return this.placementsFrom(
      `p.person_id in (select manager_person_id from employment_period where during && daterange($1, null)
                       union select manager_person_id from department_period where during && daterange($1, null))`,
      day,
    );
  }

  /** Where these people work, on a day or later. */
  placementsOfFrom(personIds: readonly string[], day: string): Promise<PlacementPeriod[]> {
    return this.placementsFrom('p.person_id = any ($2::uuid[])', day, personIds);
  }

  private placementsFrom(condition: string, day: string, ...more: readonly unknown[]) {
    return this.transactions.manager.query<PlacementPeriod[]>(
      `select ${this.fields}, e.personnel_number as "personnelNumber"
         from employment_period p join employment e on e.id = p.employment_id
        where p.during && daterange($1, null) and ${condition}`,
      [day, ...more],
    );
  }

  /** A manager who does not work here on the day does not count. */
  private onDay(condition: string, day: string, parameters: readonly unknown[]): Promise<EmploymentOnDay[]> {
    return this.transactions.manager.query<EmploymentOnDay[]>(
      `select p.person_id as "personId", p.department_id as "departmentId", p.job_function_id as "jobFunctionId",
              p.hours_per_week as "hoursPerWeek", e.personnel_number as "personnelNumber",
              case when exists (select from employment_period m
                                 where m.person_id = p.manager_person_id and m.during @> $1::date)
                   then p.manager_person_id end as "managerId"
         from employment_period p join employment e on e.id = p.employment_id
        where p.during @> $1::date and ${condition}`,
      [day, ...parameters],
    );
  }
}
