import type { Localised } from '@weerbaar/core/figures';
import {
  actionStatusCodes,
  type CycleMonth,
  inputSourceCodes,
  priorityCodes,
  referenceContent,
} from './reference-content.js';

const { chapters, phases, inputSources, actionStatuses, priorities, adoptionSteps } = referenceContent;

/** Every text of the content, found by shape so that a field added later is checked too. */
function textsIn(value: unknown): Localised[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value || 'en' in value) return [value as Localised];
  return Object.values(value).flatMap(textsIn);
}

function monthNumber({ yearOffset, month }: CycleMonth): number {
  return yearOffset * 12 + month;
}

describe('reference content of the annual cycle', () => {
  it('has the chapters of the annual report in the order of the document', () => {
    expect(chapters.annualReport.map((chapter) => `${chapter.number} ${chapter.id}`)).toEqual([
      '0 foreword',
      '1 summary',
      '2 policy-and-organisation',
      '3 state-of-building-blocks',
      '4 entry',
      '5 awareness',
      '6 personal-interests',
      '7 conduct',
      '8 information-and-assets',
      '9 reports-and-investigations',
      '10 control',
      '11 learning',
      '12 look-ahead',
      'A definitions',
    ]);
  });

  it('has the chapters of the annual plan in the order of the document', () => {
    expect(chapters.annualPlan.map((chapter) => `${chapter.number} ${chapter.id}`)).toEqual([
      '1 look-back-findings',
      '2 developments',
      '3 own-instruments',
      '4 adviser-reports',
      '5 audits-and-investigations',
      '6 goals-and-indicators',
      '7 actions',
      '8 calendar',
      '9 communication',
      '10 capacity-and-money',
      'A carried-over-actions',
    ]);
  });

  it('opens the plan with one chapter for each source of input', () => {
    expect(chapters.annualPlan).toHaveLength(11);
    expect(inputSources.map((source) => source.code)).toEqual([...inputSourceCodes]);
    expect(chapters.annualPlan.slice(1, 5).map((chapter) => chapter.id)).toEqual(
      inputSources.slice(1).map((source) => source.code),
    );
  });

  it('accounts in the report for each of the eight themes in exactly one chapter of its own', () => {
    const ownChapters = chapters.annualReport.filter((chapter) => chapter.registerPending !== null);
    expect(ownChapters.flatMap((chapter) => chapter.themes)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
  });

  it('has phases that follow each other without a gap from October before to April after the year', () => {
    expect(phases.map((phase) => phase.code)).toEqual(['plan', 'execute', 'evaluate', 'report']);
    for (const phase of phases) {
      expect(monthNumber(phase.from), phase.code).toBeLessThanOrEqual(monthNumber(phase.to));
    }
    const starts = phases.slice(1).map((phase) => monthNumber(phase.from));
    expect(starts).toEqual(phases.slice(0, -1).map((phase) => monthNumber(phase.to) + 1));
    expect(phases.at(0)?.from).toEqual({ yearOffset: -1, month: 10 });
    expect(phases.at(-1)?.to).toEqual({ yearOffset: 1, month: 4 });
  });

  it('closes an action only when it is done or stopped', () => {
    expect(actionStatuses.map((status) => status.code)).toEqual([...actionStatusCodes]);
    expect(actionStatuses.filter((status) => status.closed).map((status) => status.code)).toEqual([
      'done',
      'stopped',
    ]);
    expect(priorities.map((priority) => priority.code)).toEqual([...priorityCodes]);
  });

  it('adopts along municipal secretary, management team, works council, college and council', () => {
    expect(adoptionSteps.map((step) => [step.sequence, step.body, step.kind, step.recordedBy])).toEqual([
      [1, 'municipal-secretary', 'decision', 'municipal-secretary'],
      [2, 'management-team', 'decision', 'municipal-secretary'],
      [3, 'works-council', 'discussion', 'works-council'],
      [4, 'college', 'decision', 'municipal-secretary'],
      [5, 'council', 'information', 'municipal-secretary'],
    ]);
  });

  it('has every text in Dutch and in English', () => {
    const texts = textsIn(referenceContent);
    expect(texts.length).toBeGreaterThan(70);
    for (const text of texts) {
      expect(text.nl?.trim() ?? '', JSON.stringify(text)).not.toBe('');
      expect(text.en?.trim() ?? '', JSON.stringify(text)).not.toBe('');
    }
  });
});
