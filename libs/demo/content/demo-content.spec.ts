import { figureReferences, richTextSchema } from '@weerbaar/core/richtext';
import { roles } from '@weerbaar/kernel/context';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  adoptionBodies,
  actionStatusCodes,
  inputSourceCodes,
  priorityCodes,
  referenceContent as cycleContent,
} from '../../domain/annual-cycle/reference-content/reference-content.js';
import {
  assessmentAspects,
  assessmentJudgements,
  referenceContent as catalogueContent,
} from '../../domain/catalogue/reference-content/reference-content.js';
import { type DemoDate, demoContent } from './demo-content.js';

const { persons, buildingBlocks, policyDocuments, assessments, findings, actions, annualPlan, annualReport } =
  demoContent;

const blockCodes = catalogueContent.blocks.map((block) => block.code);
const personKeys = persons.map((person) => person.key);
const figureIds = [
  'catalogue.building-blocks',
  'catalogue.building-blocks-with-owner',
  'catalogue.building-blocks-with-policy-document',
  'catalogue.building-blocks-assessed',
  'catalogue.building-blocks-working',
  'catalogue.reviews-overdue',
  'annual-cycle.actions-planned',
  'annual-cycle.actions-done',
  'annual-cycle.actions-open',
  'annual-cycle.actions-carried-over',
  'annual-cycle.budget-planned',
  'annual-cycle.hours-planned',
  'annual-cycle.findings',
  'annual-cycle.findings-with-action',
];

function unknown(used: readonly string[], known: readonly string[]): string[] {
  return used.filter((value) => !known.includes(value));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Days of the demo in order of time, without needing to know the current year. */
function dayNumber({ year, monthDay }: DemoDate): number {
  const [month, day] = monthDay.split('-').map(Number);
  return year * 10_000 + (month ?? 0) * 100 + (day ?? 0);
}

/** A day that exists in every year, so not 29 February. */
function isDay({ monthDay }: DemoDate): boolean {
  const day = new Date(`2023-${monthDay}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === monthDay;
}

describe('demo content', () => {
  it('has about two dozen people with their own key and known roles', () => {
    expect(persons.length).toBeGreaterThanOrEqual(24);
    expect(repeated(personKeys)).toEqual([]);
    expect(repeated(persons.map((person) => person.name))).toEqual([]);
    expect(
      unknown(
        persons.flatMap((person) => person.roles),
        roles,
      ),
    ).toEqual([]);
  });

  it('has somebody for every body and role that the adoption route needs', () => {
    const held = persons.flatMap((person) => person.roles);
    const needed = cycleContent.adoptionSteps.flatMap((step) => [step.body, step.recordedBy]);
    expect(unknown(needed, held)).toEqual([]);
    expect(held).toContain('integrity-adviser');
    expect(held).toContain('administrator');
  });

  it('has departments below one another, with managers who work here', () => {
    const { departments, employments } = demoContent;
    const codes = departments.map(({ code }) => code);
    expect(repeated(codes)).toEqual([]);
    const working = employments.map(({ person }) => person);
    const early = departments.filter(
      ({ parent }, index) => parent !== null && !codes.slice(0, index).includes(parent),
    );
    expect(early).toEqual([]);
    const managers = departments.flatMap(({ manager }) => manager ?? []);
    expect(unknown(managers, working)).toEqual([]);
    const heads = persons.filter(({ roles: held }) => held.includes('department-head'));
    for (const { key } of heads) expect(managers).toContain(key);
  });

  it('employs everybody but the politicians, once, in a department and a function that exist', () => {
    const { departments, employments, jobFunctions } = demoContent;
    const politicians = persons.filter(({ roles: held }) => held.includes('college')).map(({ key }) => key);
    const working = employments.map(({ person }) => person);
    expect([...working, ...politicians].toSorted()).toEqual(personKeys.toSorted());
    expect(repeated(employments.map(({ personnelNumber }) => personnelNumber))).toEqual([]);
    expect(
      unknown(
        employments.map(({ department }) => department),
        departments.map(({ code }) => code),
      ),
    ).toEqual([]);
    expect(
      unknown(
        employments.map(({ jobFunction }) => jobFunction),
        jobFunctions.map(({ code }) => code),
      ),
    ).toEqual([]);
  });

  it('gives each of the 45 blocks an owner that exists', () => {
    expect(buildingBlocks.map((state) => state.block)).toEqual(blockCodes);
    for (const { block, owner, networkMembers } of buildingBlocks) {
      const exists =
        'person' in owner ? personKeys.includes(owner.person) : unknown([owner.role], roles).length === 0;
      expect(exists, block).toBe(true);
      expect(unknown(networkMembers, personKeys), block).toEqual([]);
    }
  });

  it('has local names that differ from the generic ones', () => {
    const local = buildingBlocks.filter((state) => state.localName !== null);
    expect(local.length).toBeGreaterThanOrEqual(8);
    const generic = catalogueContent.blocks.map((block) => block.name.nl);
    expect(
      local.map((state) => state.localName?.nl).filter((name) => name && generic.includes(name)),
    ).toEqual([]);
  });

  it('has policy documents for most blocks, adopted by a known body, no version twice', () => {
    expect(
      unknown(
        policyDocuments.map((document) => document.block),
        blockCodes,
      ),
    ).toEqual([]);
    expect(
      unknown(
        policyDocuments.map((document) => document.adoptedBy),
        roles,
      ),
    ).toEqual([]);
    expect(new Set(policyDocuments.map((document) => document.block)).size).toBeGreaterThanOrEqual(36);
    expect(
      repeated(policyDocuments.map(({ block, title, version }) => [block, title, version].join('|'))),
    ).toEqual([]);
    for (const document of policyDocuments) expect(document.publishedAt, document.title).not.toEqual([]);
  });

  it('has assessments with known codes, a reason and evidence, in both years', () => {
    expect(
      unknown(
        assessments.map((assessment) => assessment.block),
        blockCodes,
      ),
    ).toEqual([]);
    expect(
      unknown(
        assessments.map((assessment) => assessment.assessor),
        personKeys,
      ),
    ).toEqual([]);
    expect(
      unknown(
        assessments.map((assessment) => assessment.aspect),
        assessmentAspects,
      ),
    ).toEqual([]);
    expect(
      unknown(
        assessments.map((assessment) => assessment.judgement),
        assessmentJudgements,
      ),
    ).toEqual([]);
    expect(new Set(assessments.map((assessment) => assessment.assessedOn.year))).toEqual(new Set([-1, 0]));
    for (const assessment of assessments) {
      expect(assessment.reason).not.toBe('');
      expect(assessment.evidence).not.toBe('');
      expect(dayNumber(assessment.period.from)).toBeLessThanOrEqual(dayNumber(assessment.period.to));
      expect(dayNumber(assessment.period.to)).toBeLessThanOrEqual(dayNumber(assessment.assessedOn));
    }
  });

  it('judges operation over a period, not at one moment', () => {
    const ofOperation = assessments.filter((assessment) => assessment.aspect === 'operation');
    expect(ofOperation).not.toEqual([]);
    for (const { block, period } of ofOperation) {
      expect(dayNumber(period.from), block).toBeLessThan(dayNumber(period.to));
    }
  });

  it('lets nobody assess a block of their own', () => {
    const owners = new Map(
      buildingBlocks.map(({ block, owner }) => [block, 'person' in owner ? owner.person : null]),
    );
    expect(assessments.filter(({ block, assessor }) => owners.get(block) === assessor)).toEqual([]);
  });

  it('shows an honest mixture: every judgement occurs and some blocks were never assessed', () => {
    expect(new Set(assessments.map((assessment) => assessment.judgement)).size).toBe(3);
    const assessed = assessments.map((assessment) => assessment.block);
    expect(unknown(blockCodes, assessed).length).toBeGreaterThan(3);
  });

  it('has findings from each of the five sources for the current plan', () => {
    expect(repeated(findings.map((finding) => finding.key))).toEqual([]);
    expect(
      unknown(
        findings.flatMap((finding) => finding.block ?? []),
        blockCodes,
      ),
    ).toEqual([]);
    const current = findings.filter((finding) => finding.year === 0).map((finding) => finding.source);
    expect(new Set(current)).toEqual(new Set(inputSourceCodes));
  });

  it('has actions of which block, owner, codes and finding resolve', () => {
    expect(repeated(actions.map((action) => action.key))).toEqual([]);
    expect(
      unknown(
        actions.map((action) => action.block),
        blockCodes,
      ),
    ).toEqual([]);
    expect(
      unknown(
        actions.map((action) => action.owner),
        personKeys,
      ),
    ).toEqual([]);
    expect(
      unknown(
        actions.map((action) => action.status),
        actionStatusCodes,
      ),
    ).toEqual([]);
    expect(
      unknown(
        actions.map((action) => action.priority),
        priorityCodes,
      ),
    ).toEqual([]);
    expect(actions.filter((action) => action.year === 0).length).toBeGreaterThanOrEqual(32);
    expect(actions.filter((action) => action.year === -1).length).toBeGreaterThanOrEqual(28);
    for (const action of actions) {
      const sameYear = findings
        .filter((finding) => finding.year === action.year)
        .map((finding) => finding.key);
      expect([null, ...sameYear], action.key).toContain(action.sourceFinding);
      expect([1, 2, 3, 4], action.key).toContain(action.quarter);
      expect(action.budgetEuro, action.key).toBeGreaterThanOrEqual(0);
      expect(action.hours, action.key).toBeGreaterThan(0);
    }
  });

  it('has progress in order of time that ends in the status of the action', () => {
    for (const { key, progress, status } of actions) {
      const quarters = progress.map((entry) => entry.quarter);
      expect(quarters, key).toEqual([...new Set(quarters)].toSorted((one, other) => one - other));
      expect(
        unknown(
          progress.map((entry) => entry.status),
          actionStatusCodes,
        ),
        key,
      ).toEqual([]);
      expect(progress.at(-1)?.status ?? 'planned', key).toBe(status);
      for (const entry of progress) expect(entry.note, key).not.toBe('');
    }
  });

  it('carries over exactly the actions that last year left open', () => {
    const closed = cycleContent.actionStatuses.filter((status) => status.closed).map((status) => status.code);
    const leftOpen = actions.filter((action) => action.year === -1 && !closed.includes(action.status));
    const carried = actions.flatMap((action) => action.carriedOverFrom ?? []);
    expect(carried.toSorted()).toEqual(leftOpen.map((action) => action.key).toSorted());
    expect(actions.filter((action) => action.carriedOverFrom !== null && action.year !== 0)).toEqual([]);
  });

  it.each([
    ['annual plan', annualPlan, cycleContent.chapters.annualPlan],
    ['annual report', annualReport, cycleContent.chapters.annualReport],
  ] as const)('has a valid text for every chapter of the %s', (_name, document, chapters) => {
    const validate = new Ajv2020({ strict: false }).compile(richTextSchema);
    expect(document.chapters.map((chapter) => chapter.chapter)).toEqual(
      chapters.map((chapter) => chapter.id),
    );
    for (const { chapter, text } of document.chapters) {
      validate(text);
      expect(validate.errors ?? [], chapter).toEqual([]);
      expect(unknown(figureReferences(text), figureIds), chapter).toEqual([]);
      expect(text.content.length, chapter).toBeGreaterThan(1);
    }
  });

  it('writes about "this year" and never names one', () => {
    const written = JSON.stringify({ annualPlan, annualReport, findings, policyDocuments, assessments });
    expect(written.match(/\b(19|20)\d\d\b/g)).toBeNull();
  });

  it('adopts both documents along the whole route, one step after the other', () => {
    for (const { adoption } of [annualPlan, annualReport]) {
      expect(adoption.map((decision) => decision.body)).toEqual([...adoptionBodies]);
      const days = adoption.map((decision) => dayNumber(decision.on));
      expect(days).toEqual(days.toSorted((one, other) => one - other));
    }
  });

  it('uses days that exist in every year', () => {
    const days = [
      ...policyDocuments.map((document) => document.adoptedOn),
      ...assessments.flatMap(({ assessedOn, period }) => [assessedOn, period.from, period.to]),
      ...[annualPlan, annualReport].flatMap((document) => document.adoption.map((decision) => decision.on)),
    ];
    expect(days.filter((day) => !isDay(day))).toEqual([]);
  });
});
