import { Injectable } from '@nestjs/common';
import {
  AssessmentService,
  BuildingBlockService,
  DerivedStateService,
  NetworkMemberService,
  PolicyDocumentService,
} from '@weerbaar/catalogue';
import { formatDay } from '@weerbaar/core/figures';
import { roleNames, systemActor } from '@weerbaar/kernel/context';
import {
  type DemoAssessment,
  type DemoBuildingBlock,
  demoContent,
  type DemoDate,
  type DemoOwner,
  type DemoPolicyDocument,
} from '../content/demo-content.js';
import { policyPdf } from '../policy-pdf.js';
import type { Story } from './story.js';

/** When what was adopted before the organisation had Weerbaar is put in. */
const firstImport: DemoDate = { year: -2, monthDay: '10-15' };

/** The months after which states are looked at again, as the nightly job would. */
const monthsOfStory = Array.from({ length: 36 }, (_, index): DemoDate => {
  const monthDay = `${String((index % 12) + 1).padStart(2, '0')}-01`;
  return { year: Math.floor(index / 12) - 1, monthDay };
});

const wholeList = { page: 1, pageSize: 100 } as const;

/** Building blocks with their owners and networks, what was adopted for them, and how they were judged. */
@Injectable()
export class CatalogueStory {
  constructor(
    private readonly blocks: BuildingBlockService,
    private readonly members: NetworkMemberService,
    private readonly documents: PolicyDocumentService,
    private readonly assessments: AssessmentService,
    private readonly states: DerivedStateService,
  ) {}

  tell(story: Story): void {
    story.on(story.firstDay, () => this.learnBlocks(story));
    for (const block of demoContent.buildingBlocks) {
      for (const member of block.networkMembers) {
        story.on(story.firstDay, () => this.join(story, block.block, member));
      }
    }
    this.tellDocuments(story);
    for (const assessment of demoContent.assessments) {
      story.on(assessment.assessedOn, () => this.assess(story, assessment));
    }
    for (const month of monthsOfStory) story.on(month, () => this.states.refreshAll(systemActor));
  }

  private tellDocuments(story: Story): void {
    const ids = new Map<string, string>();
    for (const document of demoContent.policyDocuments) {
      const adoptedOn = story.calendar.day(document.adoptedOn);
      const imported = story.calendar.day(firstImport);
      story.on(adoptedOn < imported ? imported : adoptedOn, async () => {
        const key = `${document.block} ${document.title}`;
        const id = ids.get(key) ?? (await this.announce(story, document));
        ids.set(key, id);
        await this.adopt(story, id, document);
      });
    }
  }

  private async learnBlocks(story: Story): Promise<void> {
    const filter = { includeEnded: false, reviewOverdue: false };
    const { page } = await this.blocks.list(systemActor, filter, wholeList);
    for (const { code, id } of page.items) story.blocks.set(code, id);
    for (const block of demoContent.buildingBlocks) {
      const { version = 0 } = page.items.find(({ code }) => code === block.block) ?? {};
      await this.settle(story, block, version);
    }
  }

  private async settle(
    story: Story,
    { block, owner, localName }: DemoBuildingBlock,
    version: number,
  ): Promise<void> {
    await this.blocks.change(story.adviser, story.blocks.get(block), version, {
      owner: ownerInput(story, owner),
      ...(localName && { name: localName.nl }),
    });
  }

  private async join(story: Story, block: string, member: string): Promise<void> {
    const { personId } = story.actors.get(member);
    if (personId) await this.members.add(story.adviser, story.blocks.get(block), personId);
  }

  private async announce(story: Story, { block, title, kind }: DemoPolicyDocument): Promise<string> {
    const { document } = await this.documents.add(story.adviser, story.blocks.get(block), { title, kind });
    return document.id;
  }

  private async adopt(story: Story, id: string, document: DemoPolicyDocument): Promise<void> {
    const adoptedOn = story.calendar.day(document.adoptedOn);
    const adoptedBy = roleNames[document.adoptedBy].nl;
    await this.documents.addVersion(
      story.adviser,
      id,
      {
        adoptedOn,
        adoptedBy,
        validFrom: adoptedOn,
        publicationPlace: placesOf(document),
        changeNote: `Versie ${document.version}`,
      },
      isForEverybody(document) ? fileOf(document, formatDay(adoptedOn, 'nl'), adoptedBy) : undefined,
    );
  }

  private async assess(story: Story, assessment: DemoAssessment): Promise<void> {
    const { block, aspect, judgement, reason, evidence, assessor, period } = assessment;
    await this.assessments.add(story.actors.get(assessor), story.blocks.get(block), {
      aspect,
      judgement,
      reason,
      evidence,
      periodFrom: story.calendar.day(period.from),
      periodTo: story.calendar.day(period.to),
    });
  }
}

function ownerInput(story: Story, owner: DemoOwner) {
  if ('role' in owner) return { kind: 'role', role: owner.role } as const;
  return { kind: 'person', personId: story.actors.get(owner.person).personId } as const;
}

function isForEverybody({ publishedAt }: DemoPolicyDocument): boolean {
  return publishedAt.includes('Website');
}

/** Where it can be read: the places, and its address on the website or the intranet. */
function placesOf(document: DemoPolicyDocument): string {
  const host = isForEverybody(document) ? 'voorbeeld.example' : 'intranet.voorbeeld.example';
  return `${document.publishedAt.join(', ')} (https://${host}/integriteit/${slugOf(document.title)})`;
}

function fileOf({ title }: DemoPolicyDocument, adoptedOn: string, adoptedBy: string) {
  const bytes = policyPdf({ title, adoptedOn, adoptedBy, organisation: demoContent.organisation.name });
  async function* stream() {
    yield bytes;
  }
  return { name: `${slugOf(title)}.pdf`, stream: stream() };
}

function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
}
