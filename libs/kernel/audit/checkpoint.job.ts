import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { defineSchedule, Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { AuditCheckpoints } from './audit-checkpoints.js';

export const checkpointSchedule = defineSchedule({ name: 'audit.checkpoint', cron: '10 0 * * *' });

/** Signs the head of the chain once a day, with a key that is not in the database. */
@Injectable()
@Handles(checkpointSchedule)
export class MakeCheckpoint extends JobHandler {
  constructor(
    private readonly checkpoints: AuditCheckpoints,
    private readonly clock: Clock,
  ) {
    super();
  }

  async perform(): Promise<void> {
    await this.checkpoints.make(this.clock.today());
  }
}
