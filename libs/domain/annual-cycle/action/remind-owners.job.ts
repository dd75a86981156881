import { Injectable } from '@nestjs/common';
import { systemActor } from '@weerbaar/kernel/context';
import { defineSchedule, Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { ActionService } from './action.service.js';

/** Before the digests of the day are made. */
export const remindOwnersSchedule = defineSchedule({
  name: 'annual-cycle.remind-owners',
  cron: '30 6 * * *',
});

/** Owners hear once that the quarter of their action is almost over, however often this runs. */
@Injectable()
@Handles(remindOwnersSchedule)
export class RemindOwners extends JobHandler {
  constructor(private readonly actions: ActionService) {
    super();
  }

  perform(): Promise<void> {
    return this.actions.remindOwners(systemActor);
  }
}
