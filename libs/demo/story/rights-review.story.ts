import { Injectable } from '@nestjs/common';
import { RightsReviewService } from '@weerbaar/people';
import { demoContent, type DemoDate } from '../content/demo-content.js';
import type { Story } from './story.js';

const started: DemoDate = { year: 0, monthDay: '01-15' };
const signed: DemoDate = { year: 0, monthDay: '01-29' };

const wholeList = { page: 1, pageSize: 200 } as const;

/** The yearly review of rights was done in January; the one of this quarter waits for its reviewers. */
@Injectable()
export class RightsReviewStory {
  constructor(private readonly reviews: RightsReviewService) {}

  /** After everybody has arrived and has work. */
  tell(story: Story): void {
    story.on(started, () => this.reviews.start(story.holder('administrator'), { kind: 'yearly' }));
    for (const { key } of demoContent.persons) story.on(signed, () => this.keepAll(story, key));
  }

  /** Today, so that a visitor still has time to sign. */
  async beginQuarterly(story: Story): Promise<void> {
    await this.reviews.start(story.holder('administrator'), { kind: 'quarterly' });
  }

  private async keepAll(story: Story, key: string): Promise<void> {
    const reviewer = story.actors.get(key);
    const { page } = await this.reviews.linesFor(reviewer, { state: 'open' }, wholeList);
    for (const { id, version } of page.items)
      await this.reviews.sign(reviewer, id, version, { outcome: 'kept' });
  }
}
