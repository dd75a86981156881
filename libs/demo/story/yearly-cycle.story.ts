import { Injectable } from '@nestjs/common';
import { ActionService, AnnualCycleService, FindingService } from '@weerbaar/annual-cycle';
import {
  type DemoAction,
  demoContent,
  type DemoFinding,
  type DemoProgress,
} from '../content/demo-content.js';
import type { Story } from './story.js';

/** Years of which the demo has a cycle, counted from the year of the demo. */
const yearOffsets = [-1, 0, 1];

/** A cycle begins in the autumn before its year; the phases follow as in the handbook of the cycle. */
const opening = '10-05';
const phases = [
  { phase: 'execute', monthDay: '03-01' },
  { phase: 'evaluate', monthDay: '11-01' },
  { phase: 'report', monthDay: '12-01' },
] as const;

/** Findings come in one by one, in the weeks after the opening. */
const daysOfFindings = ['10-08', '10-14', '10-21', '10-28', '11-04', '11-11', '11-18', '11-25', '12-02'];

/** In the year before the plan: what is left open is carried over after the last progress of that year. */
const carryingOver = '12-18';
const planning = '12-21';

/** When owners report on a quarter. */
const reporting: Readonly<Record<number, string>> = { 1: '03-27', 2: '06-26', 3: '09-25', 4: '12-17' };

const wholeList = { page: 1, pageSize: 100 } as const;

/** From findings to actions, and how those went. */
@Injectable()
export class YearlyCycleStory {
  constructor(
    private readonly cycles: AnnualCycleService,
    private readonly findings: FindingService,
    private readonly actions: ActionService,
  ) {}

  tell(story: Story): void {
    for (const offset of yearOffsets) {
      this.tellPhases(story, offset);
      this.tellFindings(story, offset);
      this.tellActions(story, offset);
    }
  }

  private tellPhases(story: Story, offset: number): void {
    const year = story.calendar.yearAt(offset);
    story.on({ year: offset - 1, monthDay: opening }, () => this.cycles.open(story.adviser, year));
    for (const { phase, monthDay } of phases) {
      story.on({ year: offset, monthDay }, async () => {
        const { version } = await this.cycles.get(story.adviser, year);
        await this.cycles.moveTo(story.adviser, year, version, phase);
      });
    }
  }

  private tellFindings(story: Story, offset: number): void {
    const findings = demoContent.findings.filter(({ year }) => year === offset);
    for (const [index, finding] of findings.entries()) {
      const monthDay = daysOfFindings[index % daysOfFindings.length] ?? opening;
      story.on({ year: offset - 1, monthDay }, () => this.find(story, finding));
    }
  }

  private tellActions(story: Story, offset: number): void {
    const actions = demoContent.actions.filter(({ year }) => year === offset);
    const carried = actions.filter(({ carriedOverFrom }) => carriedOverFrom !== null);
    if (carried.length > 0) {
      story.on({ year: offset - 1, monthDay: carryingOver }, () => this.carryOver(story, offset, carried));
    }
    for (const action of actions) {
      if (!carried.includes(action))
        story.on({ year: offset - 1, monthDay: planning }, () => this.plan(story, action));
      for (const progress of action.progress) {
        const monthDay = reporting[progress.quarter] ?? opening;
        story.on({ year: offset, monthDay }, () => this.report(story, action, progress));
      }
    }
  }

  private async find(story: Story, demo: DemoFinding): Promise<void> {
    const { key, year, source, block, title, text, reasonForNoAction } = demo;
    const finding = await this.findings.add(story.adviser, story.calendar.yearAt(year), {
      source,
      title,
      description: text,
      buildingBlockId: block && story.blocks.get(block),
    });
    if (reasonForNoAction)
      await this.findings.change(story.adviser, finding.id, finding.version, { reasonForNoAction });
    story.findings.set(key, finding.id);
  }

  private async plan(story: Story, action: DemoAction): Promise<void> {
    const year = story.calendar.yearAt(action.year);
    const added = await this.actions.add(story.adviser, year, wordsOf(story, action));
    story.actions.set(action.key, added.action.id);
  }

  /** Takes along what was left open, and writes down how it goes on. */
  private async carryOver(story: Story, offset: number, actions: readonly DemoAction[]): Promise<void> {
    const year = story.calendar.yearAt(offset);
    const { possible } = await this.actions.openBefore(story.adviser, year);
    await this.actions.carryOver(
      story.adviser,
      year,
      possible.map(({ id }) => id),
    );
    const { page } = await this.actions.list(story.adviser, year, wholeList, {});
    for (const action of actions) {
      const origin = action.carriedOverFrom && story.actions.get(action.carriedOverFrom);
      const carried = page.items.find(({ carriedOverFrom }) => carriedOverFrom === origin);
      if (!carried) throw new Error(`nothing was carried over for "${action.key}"`);
      await this.actions.change(story.adviser, carried.id, carried.version, wordsOf(story, action));
      story.actions.set(action.key, carried.id);
    }
  }

  private async report(story: Story, { key, owner }: DemoAction, progress: DemoProgress): Promise<void> {
    const actor = story.actors.get(owner);
    const { action } = await this.actions.get(actor, story.actions.get(key));
    await this.actions.report(actor, action.id, action.version, progress);
  }
}

function wordsOf(story: Story, action: DemoAction) {
  const { block, intendedResult, owner, quarter, budgetEuro, hours, priority, sourceFinding } = action;
  return {
    buildingBlockId: story.blocks.get(block),
    title: action.action,
    intendedResult,
    owner: { kind: 'person', personId: story.actors.get(owner).personId } as const,
    quarter,
    budget: budgetEuro,
    hours,
    priority,
    findingId: sourceFinding && story.findings.get(sourceFinding),
  };
}
