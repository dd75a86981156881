import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore } from '@weerbaar/kernel/files';
import { defineSchedule, Handles, JobHandler, JobRuns } from '@weerbaar/kernel/jobs';
import { FiguresSnapshotRepository } from '../snapshot/figures-snapshot.repository.js';
import { renderDocumentJob } from './render-document.job.js';
import { RenderingRepository } from './rendering.repository.js';

export const forgetDraftsSchedule = defineSchedule({
  name: 'annual-cycle.forget-drafts',
  cron: '50 3 * * *',
});

const keptMilliseconds = 30 * 86_400_000;

/** A draft that a later one took the place of is no record of anything: after a while it goes, with its figures. */
@Injectable()
@Handles(forgetDraftsSchedule)
export class ForgetDrafts extends JobHandler {
  constructor(
    private readonly renderings: RenderingRepository,
    private readonly snapshots: FiguresSnapshotRepository,
    private readonly files: FileStore,
    private readonly runs: JobRuns,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {
    super();
  }

  perform(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMilliseconds);
    return this.transactions.run(async () => {
      const drafts = await this.renderings.supersededDrafts(before);
      for (const { fileId } of await this.renderings.forget(drafts)) await this.files.remove(fileId);
      await this.runs.forget(renderDocumentJob, drafts);
      await this.snapshots.forgetUnused(before);
    });
  }
}
