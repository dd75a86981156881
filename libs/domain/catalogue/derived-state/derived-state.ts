import type { Localised } from '@weerbaar/core/figures';
import {
  type AssessmentAspect,
  assessmentAspects,
  type AssessmentJudgement,
  type DerivedJudgement,
} from '../assessment/assessment-scale.js';
import { addMonths } from '../building-block/review.js';

/** Why the records lead to a judgement, in words for people. The codes stand in data. */
export const grounds = {
  'document-and-owner': {
    nl: 'Er is een vastgesteld document van kracht, er is een eigenaar en de beoordeling is op tijd.',
    en: 'An adopted document is in force, there is an owner and the review is on time.',
  },
  'review-overdue': {
    nl: 'Er zijn een vastgesteld document en een eigenaar, maar de bouwsteen had al opnieuw beoordeeld moeten zijn.',
    en: 'There are an adopted document and an owner, but the review is overdue.',
  },
  'no-owner': {
    nl: 'Er is een vastgesteld document van kracht, maar er is geen eigenaar.',
    en: 'An adopted document is in force, but there is no owner.',
  },
  'no-document': {
    nl: 'Er is geen vastgesteld document van kracht.',
    en: 'No adopted document is in force.',
  },
  'recent-evidence': {
    nl: 'Dit volgt uit het laatste bewijs dat de bouwsteen bestaat.',
    en: 'This follows from the latest evidence that the building block exists.',
  },
  'evidence-too-old': {
    nl: 'Het laatste bewijs dat de bouwsteen bestaat, is ouder dan de beoordelingstermijn.',
    en: 'The latest evidence that the building block exists is older than the review interval.',
  },
  'no-evidence': {
    nl: 'Er is nog geen bewijs vastgelegd dat de bouwsteen bestaat.',
    en: 'No evidence has been recorded yet that the building block exists.',
  },
  'norms-met': {
    nl: 'Alle cijfers van deze bouwsteen halen hun norm.',
    en: 'All figures of this building block meet their norm.',
  },
  'norms-partly-met': {
    nl: 'Een deel van de cijfers van deze bouwsteen haalt de norm.',
    en: 'Some of the figures of this building block meet their norm.',
  },
  'norms-not-met': {
    nl: 'Geen enkel cijfer van deze bouwsteen haalt de norm.',
    en: 'None of the figures of this building block meets its norm.',
  },
  'no-figures': {
    nl: 'Er zijn nog geen cijfers met een norm die laten zien of de bouwsteen werkt.',
    en: 'There are no figures with a norm yet that show whether the building block works.',
  },
} as const satisfies Record<string, Localised>;

export type GroundsCode = keyof typeof grounds;

/** A figure of a register held against the norm that was set for it. */
export interface OperationEvidence {
  readonly figureId: string;
  readonly meetsNorm: boolean;
}

/** What the records say of a block on a day. */
export interface BlockEvidence {
  readonly hasOwner: boolean;
  /** A policy document was adopted and is in force. */
  readonly documentInForce: boolean;
  readonly nextReviewOn: string | null;
  readonly reviewIntervalMonths: number;
  readonly latestExistence: { readonly judgement: AssessmentJudgement; readonly assessedOn: string } | null;
  /** Empty as long as no register delivers figures with a norm. */
  readonly operation: readonly OperationEvidence[];
}

export interface DerivedAspect {
  readonly aspect: AssessmentAspect;
  readonly judgement: DerivedJudgement;
  readonly grounds: GroundsCode;
}

/**
 * The state of a block as it follows from the records on a day (`yyyy-mm-dd`). It stands beside what
 * people judge and never replaces it.
 */
export function deriveState(evidence: BlockEvidence, day: string): readonly DerivedAspect[] {
  return assessmentAspects.map((aspect) => ({ aspect, ...deriveAspect[aspect](evidence, day) }));
}

type Conclusion = Pick<DerivedAspect, 'judgement' | 'grounds'>;

const deriveAspect: Readonly<Record<AssessmentAspect, (evidence: BlockEvidence, day: string) => Conclusion>> =
  {
    design: deriveDesign,
    existence: deriveExistence,
    operation: deriveOperation,
  };

function deriveDesign({ documentInForce, hasOwner, nextReviewOn }: BlockEvidence, day: string): Conclusion {
  if (!documentInForce) return { judgement: 'insufficient', grounds: 'no-document' };
  if (!hasOwner) return { judgement: 'partial', grounds: 'no-owner' };
  if (nextReviewOn !== null && nextReviewOn < day) return { judgement: 'partial', grounds: 'review-overdue' };
  return { judgement: 'sufficient', grounds: 'document-and-owner' };
}

function deriveExistence({ latestExistence, reviewIntervalMonths }: BlockEvidence, day: string): Conclusion {
  if (!latestExistence) return { judgement: 'unknown', grounds: 'no-evidence' };
  const { judgement, assessedOn } = latestExistence;
  if (addMonths(assessedOn, reviewIntervalMonths) < day)
    return { judgement: 'unknown', grounds: 'evidence-too-old' };
  return { judgement, grounds: 'recent-evidence' };
}

function deriveOperation({ operation }: BlockEvidence): Conclusion {
  if (operation.length === 0) return { judgement: 'unknown', grounds: 'no-figures' };
  if (operation.every(({ meetsNorm }) => meetsNorm)) return { judgement: 'sufficient', grounds: 'norms-met' };
  if (operation.some(({ meetsNorm }) => meetsNorm))
    return { judgement: 'partial', grounds: 'norms-partly-met' };
  return { judgement: 'insufficient', grounds: 'norms-not-met' };
}
