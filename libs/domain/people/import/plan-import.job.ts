import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore } from '@weerbaar/kernel/files';
import { defineJob, Handles, JobHandler, type JobProgress } from '@weerbaar/kernel/jobs';
import { EmploymentImportRepository } from './employment-import.repository.js';
import { planImportJobName } from './employment-import.states.js';
import { planImport } from './import-plan.js';
import { ImportedPeopleRepository } from './imported-people.repository.js';
import { readFile } from './read-file.js';

export const planImportJob = defineJob<{ importId: string }>({
  name: planImportJobName,
  queue: 'heavy',
  steps: ['read', 'compare', 'store'],
  keepsRuns: true,
});

/** Compares a file with our records and keeps what it would do, without doing it. The file is removed then. */
@Injectable()
@Handles(planImportJob)
export class PlanImport extends JobHandler<{ importId: string }> {
  constructor(
    private readonly imports: EmploymentImportRepository,
    private readonly people: ImportedPeopleRepository,
    private readonly files: FileStore,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {
    super();
  }

  async perform({ importId }: { importId: string }, progress: JobProgress): Promise<void> {
    const {
      state,
      fileId,
      headings: mapping,
      referenceDay,
    } = await this.transactions.run(() => this.imports.get(importId));
    if (state !== 'planning' || fileId === null) return;
    await progress.step('read', 5);
    const { rows, headings, faults } = await readFile(
      async () => (await this.files.open(fileId)).chunks,
      mapping,
    );
    await progress.step('compare', 40);
    const known = await this.transactions.runFrozen(() => this.people.known(this.clock.today()));
    const { lines, totals, hash } = planImport({ rows, headings, referenceDay, faults }, known, newId);
    await progress.step('store', 70);
    await this.transactions.run(async () => {
      const current = await this.imports.get(importId);
      if (current.state !== 'planning') return;
      await this.imports.replaceLines(
        importId,
        lines.map((line, index) => ({ ...line, values: rows[index]?.values ?? null })),
      );
      await this.imports.change(importId, current.version, {
        state: 'planned',
        headings,
        totals,
        planHash: hash,
        fileId: null,
      });
      await this.files.remove(fileId);
    });
  }
}
