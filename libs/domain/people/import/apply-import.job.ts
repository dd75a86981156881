import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { defineJob, Handles, JobHandler, type JobProgress } from '@weerbaar/kernel/jobs';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import type { EmploymentImport } from './employment-import.entity.js';
import { EmploymentImportRepository } from './employment-import.repository.js';
import { applyImportJobName } from './employment-import.states.js';
import { type ImportPlan, planImport } from './import-plan.js';
import type { ReadRow } from './import-row.js';
import { ImportedPeopleRepository } from './imported-people.repository.js';

export const applyImportJob = defineJob<{ importId: string }>({
  name: applyImportJobName,
  queue: 'heavy',
  steps: ['read', 'apply'],
  keepsRuns: true,
});

/**
 * Does what was shown, all of it or nothing, in one transaction. The file is compared anew under the lock of all
 * changes of structure: when the outcome is another than was shown, our records changed, and nothing is done.
 */
@Injectable()
@Handles(applyImportJob)
export class ApplyImport extends JobHandler<{ importId: string }> {
  constructor(
    private readonly imports: EmploymentImportRepository,
    private readonly people: ImportedPeopleRepository,
    private readonly departments: DepartmentPeriodRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async perform({ importId }: { importId: string }, progress: JobProgress): Promise<void> {
    await progress.step('read', 5);
    const stored = await this.transactions.run(() => this.imports.rowsOf(importId));
    const rows = stored.map(({ row, values }): ReadRow => ({
      row: row ?? 0,
      values: values ?? {},
      faults: [],
    }));
    await progress.step('apply', 20);
    await this.transactions.run(async () => {
      await this.departments.lock();
      const shown = await this.imports.get(importId);
      if (shown.state !== 'applying') return;
      const { headings, referenceDay } = shown;
      const known = await this.people.known(this.clock.today());
      const plan = planImport({ rows, headings, referenceDay, faults: [] }, known, newId);
      if (plan.hash === shown.planHash) await this.apply(shown, plan);
      else
        await this.imports.change(importId, shown.version, { state: 'outdated', endedAt: this.clock.now() });
    });
  }

  private async apply(
    { id, version, referenceDay, sha256, confirmedBy }: EmploymentImport,
    plan: ImportPlan,
  ) {
    await this.people.apply(plan);
    await this.imports.change(id, version, { state: 'applied', endedAt: this.clock.now() });
    await this.audit.record(personWith(confirmedBy), {
      action: 'people.employments-imported',
      objectType: 'employment-import',
      objectId: id,
      after: { referenceDay, sha256, ...plan.totals },
    });
  }
}

/** Who confirmed. What they may do was decided then. */
function personWith(accountId: string | null): Actor {
  return { kind: 'person', accountId, personId: null, roles: new Set() };
}
