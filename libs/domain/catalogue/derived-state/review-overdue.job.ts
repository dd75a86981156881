import { Injectable } from '@nestjs/common';
import { systemActor } from '@weerbaar/kernel/context';
import { defineSchedule, Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { DerivedStateService } from './derived-state.service.js';

/** Every night, after the day has turned: reviews become overdue and evidence grows old by waiting alone. */
export const reviewOverdue = defineSchedule({ name: 'catalogue.review-overdue', cron: '10 0 * * *' });

/** Running it twice on a day changes nothing the second time. */
@Injectable()
@Handles(reviewOverdue)
export class ReviewOverdueHandler extends JobHandler {
  constructor(private readonly states: DerivedStateService) {
    super();
  }

  perform(): Promise<void> {
    return this.states.refreshAll(systemActor);
  }
}
