import { Injectable } from '@nestjs/common';
import {
  AdoptionService,
  AnnualDocumentService,
  ChapterService,
  RenderingService,
} from '@weerbaar/annual-cycle';
import {
  type DemoAdoptionDecision,
  type DemoChapter,
  demoContent,
  type DemoDate,
  type DemoDocument,
} from '../content/demo-content.js';
import type { Story } from './story.js';

type Kind = 'plan' | 'report';

interface Course {
  readonly begun: DemoDate;
  readonly written: DemoDate;
  readonly submitted: DemoDate;
  readonly published: DemoDate;
}

/** Around the days on which the bodies decided, which are in the content. */
const courses: Readonly<Record<Kind, Course>> = {
  plan: {
    begun: { year: 0, monthDay: '01-07' },
    written: { year: 0, monthDay: '01-08' },
    submitted: { year: 0, monthDay: '01-12' },
    published: { year: 0, monthDay: '02-26' },
  },
  report: {
    begun: { year: 0, monthDay: '02-10' },
    written: { year: 0, monthDay: '02-12' },
    submitted: { year: 0, monthDay: '02-19' },
    published: { year: 0, monthDay: '04-28' },
  },
};

/** How a step ends when nobody objects. */
const outcomes = { decision: 'approved', discussion: 'discussed', information: 'informed' } as const;

/** The plan and the report: written, decided on by all bodies, published. */
@Injectable()
export class AnnualDocumentsStory {
  constructor(
    private readonly documents: AnnualDocumentService,
    private readonly chapters: ChapterService,
    private readonly adoption: AdoptionService,
    private readonly renderings: RenderingService,
  ) {}

  tell(story: Story): void {
    this.tellDocument(story, 'plan', demoContent.annualPlan);
    this.tellDocument(story, 'report', demoContent.annualReport);
  }

  private tellDocument(story: Story, kind: Kind, { year: offset, chapters, adoption }: DemoDocument): void {
    const { begun, written, submitted, published } = courses[kind];
    const year = story.calendar.yearAt(offset);
    story.on(begun, () => this.documents.open(story.adviser, year, kind));
    for (const chapter of chapters) story.on(written, () => this.write(story, year, kind, chapter));
    story.on(submitted, async () => {
      const { id, version } = await this.latest(story, year, kind);
      await this.documents.submit(story.adviser, id, version);
    });
    for (const decision of adoption) story.on(decision.on, () => this.decide(story, year, kind, decision));
    story.on(published, async () => {
      const { id, version } = await this.latest(story, year, kind);
      await this.renderings.publish(story.adviser, id, version);
    });
  }

  private async write(story: Story, year: number, kind: Kind, { chapter, text }: DemoChapter): Promise<void> {
    const { id } = await this.latest(story, year, kind);
    await this.chapters.write(story.adviser, id, chapter, 0, text);
  }

  private async decide(
    story: Story,
    year: number,
    kind: Kind,
    { body, on, reference, remark }: DemoAdoptionDecision,
  ): Promise<void> {
    const { id, version } = await this.latest(story, year, kind);
    const { step } = await this.documents.get(story.adviser, id);
    if (step?.body !== body) throw new Error(`the ${kind} of the demo is not before "${body}"`);
    await this.adoption.decide(story.holder(step.recordedByRole), id, version, {
      outcome: outcomes[step.kind],
      decidedOn: story.calendar.day(on),
      reference,
      reason: remark,
    });
  }

  private async latest(story: Story, year: number, kind: Kind) {
    const document = await this.documents.latest(story.adviser, year, kind);
    if (!document) throw new Error(`the demo has no ${kind} of ${year}`);
    return document;
  }
}
