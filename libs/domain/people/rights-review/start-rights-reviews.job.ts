import { Injectable } from '@nestjs/common';
import { systemActor } from '@weerbaar/kernel/context';
import { defineSchedule, Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { RightsReviewService } from './rights-review.service.js';

/** On the first day of a quarter. */
export const startRightsReviews = defineSchedule({
  name: 'people.start-rights-reviews',
  cron: '20 0 1 1,4,7,10 *',
});

/** A period has one review, however often this runs and whoever was first. */
@Injectable()
@Handles(startRightsReviews)
export class StartRightsReviewsHandler extends JobHandler {
  constructor(private readonly reviews: RightsReviewService) {
    super();
  }

  perform(): Promise<void> {
    return this.reviews.startDue(systemActor);
  }
}
