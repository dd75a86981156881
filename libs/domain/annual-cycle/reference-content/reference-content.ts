import type { Localised } from '@weerbaar/core/figures';
import { type Role, roles } from '@weerbaar/kernel/context';
import actionStatusData from './action-statuses.json' with { type: 'json' };
import adoptionStepData from './adoption-steps.json' with { type: 'json' };
import chapterData from './chapters.json' with { type: 'json' };
import inputSourceData from './input-sources.json' with { type: 'json' };
import phaseData from './phases.json' with { type: 'json' };
import priorityData from './priorities.json' with { type: 'json' };

export const phaseCodes = ['plan', 'execute', 'evaluate', 'report'] as const;
export type PhaseCode = (typeof phaseCodes)[number];

export const inputSourceCodes = [
  'previous-report',
  'developments',
  'own-instruments',
  'adviser-reports',
  'audits-and-investigations',
] as const;
export type InputSourceCode = (typeof inputSourceCodes)[number];

export const actionStatusCodes = [
  'planned',
  'running',
  'continuous',
  'periodic',
  'done',
  'delayed',
  'stopped',
] as const;
export type ActionStatusCode = (typeof actionStatusCodes)[number];

export const priorityCodes = ['high', 'normal', 'low'] as const;
export type PriorityCode = (typeof priorityCodes)[number];

export const adoptionBodies = [
  'municipal-secretary',
  'management-team',
  'works-council',
  'college',
  'council',
] as const;
export type AdoptionBody = (typeof adoptionBodies)[number];

export const adoptionStepKinds = ['decision', 'discussion', 'information'] as const;
export type AdoptionStepKind = (typeof adoptionStepKinds)[number];

export interface ChapterContent {
  readonly id: string;
  /** As printed: `0` to `12`, or `A` for the appendix. */
  readonly number: string;
  readonly title: Localised;
  /** Codes of the themes the chapter is about; empty where it is about the system as a whole. */
  readonly themes: readonly string[];
  /** Tells the writer what belongs here; never printed. */
  readonly guidance: Localised;
  /** What the report names as subjects without figures while no register delivers these; null where the chapter needs none. */
  readonly registerPending: Localised | null;
}

/** A month counted from the year of the cycle: offset -1 is the year before. Months run 1 to 12. */
export interface CycleMonth {
  readonly yearOffset: number;
  readonly month: number;
}

export interface PhaseContent {
  readonly code: PhaseCode;
  readonly name: Localised;
  readonly description: Localised;
  /** First month of the phase. */
  readonly from: CycleMonth;
  /** Last month of the phase, inclusive. */
  readonly to: CycleMonth;
}

export interface InputSourceContent {
  readonly code: InputSourceCode;
  readonly name: Localised;
  readonly help: Localised;
}

export interface ActionStatusContent {
  readonly code: ActionStatusCode;
  readonly name: Localised;
  /** A closed action needs no more work and is not carried over to the next year. */
  readonly closed: boolean;
}

export interface PriorityContent {
  readonly code: PriorityCode;
  readonly name: Localised;
}

export interface AdoptionStepContent {
  /** Place in the route, from 1. */
  readonly sequence: number;
  readonly body: AdoptionBody;
  readonly name: Localised;
  readonly kind: AdoptionStepKind;
  /** The role mandated to record what the body decided; bodies decide outside the system. */
  readonly recordedBy: Role;
}

export interface AnnualCycleReferenceContent {
  readonly version: string;
  readonly chapters: {
    readonly annualPlan: readonly ChapterContent[];
    readonly annualReport: readonly ChapterContent[];
  };
  readonly phases: readonly PhaseContent[];
  readonly inputSources: readonly InputSourceContent[];
  readonly actionStatuses: readonly ActionStatusContent[];
  readonly priorities: readonly PriorityContent[];
  /** The route a new municipality starts with; an organisation may change its own. */
  readonly adoptionSteps: readonly AdoptionStepContent[];
}

export const referenceContent: AnnualCycleReferenceContent = load();

function load(): AnnualCycleReferenceContent {
  const content: AnnualCycleReferenceContent = {
    version: chapterData.version,
    chapters: { annualPlan: chapterData.annualPlan, annualReport: chapterData.annualReport },
    phases: phaseData.phases.map((phase) => ({ ...phase, code: oneOf(phaseCodes, phase.code) })),
    inputSources: inputSourceData.inputSources.map((source) => ({
      ...source,
      code: oneOf(inputSourceCodes, source.code),
    })),
    actionStatuses: actionStatusData.actionStatuses.map((status) => ({
      ...status,
      code: oneOf(actionStatusCodes, status.code),
    })),
    priorities: priorityData.priorities.map((priority) => ({
      ...priority,
      code: oneOf(priorityCodes, priority.code),
    })),
    adoptionSteps: adoptionStepData.adoptionSteps.map((step) => ({
      ...step,
      body: oneOf(adoptionBodies, step.body),
      kind: oneOf(adoptionStepKinds, step.kind),
      recordedBy: oneOf(roles, step.recordedBy),
    })),
  };
  assertUnique(content.chapters.annualPlan.map((chapter) => chapter.id));
  assertUnique(content.chapters.annualReport.map((chapter) => chapter.id));
  return content;
}

/** Chapter texts are stored by chapter id: a double id would make two chapters share one text. */
function assertUnique(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`Reference content: chapter "${twice}" occurs twice`);
}

function oneOf<Code extends string>(known: readonly Code[], value: string): Code {
  const code = known.find((candidate) => candidate === value);
  if (code === undefined) {
    throw new Error(`Reference content: "${value}" is not one of ${known.join(', ')}`);
  }
  return code;
}
