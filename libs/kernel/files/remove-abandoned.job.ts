import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { defineSchedule, Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { FileStore } from './file-store.js';

export const removeAbandonedSchedule = defineSchedule({ name: 'files.remove-abandoned', cron: '40 3 * * *' });

const dayMilliseconds = 86_400_000;

/** Uploads that broke off, by a lost connection or a killed process, go after a day; also when only the record is missing. */
@Injectable()
@Handles(removeAbandonedSchedule)
export class RemoveAbandoned extends JobHandler {
  constructor(
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  async perform(): Promise<void> {
    await this.files.removeAbandoned(new Date(this.clock.now().getTime() - dayMilliseconds));
  }
}
