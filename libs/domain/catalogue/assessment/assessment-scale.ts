import type { Localised } from '@weerbaar/core/figures';
import {
  type AssessmentAspect,
  type AssessmentJudgement,
  referenceContent,
} from '../reference-content/reference-content.js';

export {
  type AssessmentAspect,
  assessmentAspects,
  type AssessmentJudgement,
  assessmentJudgements,
} from '../reference-content/reference-content.js';

/** What the records say of an aspect; they may say nothing yet. */
export type DerivedJudgement = AssessmentJudgement | 'unknown';

export const derivedJudgements = ['sufficient', 'partial', 'insufficient', 'unknown'] as const;

const { aspects, judgements } = referenceContent.assessmentScale;

export const aspectNames = Object.fromEntries(aspects.map(({ code, name }) => [code, name])) as Readonly<
  Record<AssessmentAspect, Localised>
>;

export const judgementNames = {
  ...Object.fromEntries(judgements.map(({ code, name }) => [code, name])),
  unknown: { nl: 'Nog niet bekend', en: 'Not known yet' },
} as Readonly<Record<DerivedJudgement, Localised>>;
