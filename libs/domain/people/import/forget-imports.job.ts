import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore } from '@weerbaar/kernel/files';
import { defineSchedule, Handles, JobHandler, type NoPayload } from '@weerbaar/kernel/jobs';
import { EmploymentImportRepository } from './employment-import.repository.js';

export const forgetImportsSchedule = defineSchedule({ name: 'people.forget-imports', cron: '20 3 * * *' });

const day = 86_400_000;
/** Nobody confirms what is so old: it describes another organisation. */
const waitsAtMost = 30 * day;
/** Long enough to look up in the next yearly round what an import did. What happened stays in the audit log. */
const linesKept = 400 * day;

/** Removes what imports leave behind of people once nobody needs it. */
@Injectable()
@Handles(forgetImportsSchedule)
export class ForgetImports extends JobHandler<NoPayload> {
  constructor(
    private readonly imports: EmploymentImportRepository,
    private readonly files: FileStore,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {
    super();
  }

  perform(): Promise<void> {
    const before = (age: number) => new Date(this.clock.now().getTime() - age);
    return this.transactions.run(async () => {
      await this.imports.settleFailed();
      await this.imports.outdateWaitingSince(before(waitsAtMost));
      for (const fileId of await this.imports.forgetFiles()) await this.files.remove(fileId);
      await this.imports.forgetValues();
      await this.imports.forgetLinesOf(before(linesKept));
    });
  }
}
