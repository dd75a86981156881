import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import { EmploymentPeriodRepository } from '../employment/employment.repository.js';
import { JobFunctionPeriodRepository } from '../job-function/job-function.repository.js';
import { DirectoryUserRepository } from '../provisioning/directory-user.repository.js';
import type { ImportPlan, KnownPeople, PlannedEmployment } from './import-plan.js';

/** So many rows go in one statement. */
const rowsAtOnce = 5000;

/** Everybody of an organisation at once: an import compares them all, and writes what differs in a few statements. */
@Injectable()
export class ImportedPeopleRepository {
  constructor(
    private readonly departments: DepartmentPeriodRepository,
    private readonly functions: JobFunctionPeriodRepository,
    private readonly periods: EmploymentPeriodRepository,
    private readonly directory: DirectoryUserRepository,
    private readonly transactions: TransactionRunner,
  ) {}

  async known(today: string): Promise<KnownPeople> {
    const { manager } = this.transactions;
    const withAccess = await manager.query<{ id: string }[]>(
      `select person_id as id from account where deactivated_at is null
       union
       select person_id from role_assignment where ended_at is null and (valid_to is null or valid_to >= $1)`,
      [today],
    );
    return {
      persons: await manager.query<KnownPeople['persons']>(
        'select id, version, name, job_title as "jobTitle", email from person',
      ),
      employments: await manager.query<KnownPeople['employments']>(
        `select id, version, person_id as "personId", personnel_number as "personnelNumber", kind, imported
           from employment order by personnel_number`,
      ),
      timelines: await this.periods.all(),
      departments: await this.departments.all(),
      functions: await this.functions.all(),
      inDirectory: await this.directory.personsByEmployeeNumber(),
      withAccess: new Set(withAccess.map(({ id }) => id)),
    };
  }

  async apply(plan: ImportPlan): Promise<void> {
    const { newPersons, changedPersons, newEmployments, changedEmployments, numbers } = plan;
    // Checks of foreign keys are planned at the first row. Where there were few people until now they would read whole
    // tables, and go on doing so at each of 20,000 rows.
    await this.transactions.manager.query('set local enable_seqscan = off');
    await this.inBatches(
      newPersons,
      `insert into person (id, version, name, email)
       select id, 1, name, email from jsonb_to_recordset($1) as n (id uuid, name text, email text)`,
    );
    await this.inBatches(
      changedPersons,
      `update person p set version = p.version + 1, name = n.name, email = n.email
         from jsonb_to_recordset($1) as n (id uuid, name text, email text) where p.id = n.id`,
    );
    await this.inBatches(
      newEmployments.map(withoutTimeline),
      `insert into employment (id, version, person_id, personnel_number, kind, imported)
       select id, 1, "personId", "personnelNumber", kind, true
         from jsonb_to_recordset($1) as n (id uuid, "personId" uuid, "personnelNumber" text, kind text)`,
    );
    await this.inBatches(
      changedEmployments.map(withoutTimeline),
      `update employment e set version = e.version + 1, kind = n.kind
         from jsonb_to_recordset($1) as n (id uuid, kind text) where e.id = n.id`,
    );
    await this.periods.replaceAll(changedEmployments);
    await this.periods.add(newEmployments);
    await this.transactions.manager.query(
      'update employment set imported = true where personnel_number = any ($1::text[]) and not imported',
      [numbers],
    );
  }

  private async inBatches(rows: readonly object[], sql: string): Promise<void> {
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await this.transactions.manager.query(sql, [JSON.stringify(rows.slice(start, start + rowsAtOnce))]);
  }
}

function withoutTimeline({ id, personId, personnelNumber, kind }: PlannedEmployment): object {
  return { id, personId, personnelNumber, kind };
}
