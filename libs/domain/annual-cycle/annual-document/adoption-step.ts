import type { Role } from '@weerbaar/kernel/context';
import type { AdoptionStepKind } from '../reference-content/reference-content.js';

/** One step of the adoption route of an organisation. Bodies decide outside; a mandated role records it. */
export interface AdoptionStep {
  readonly sequence: number;
  /** Code of the body: `college`, `works-council`. */
  readonly body: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly kind: AdoptionStepKind;
  readonly recordedByRole: Role;
}

export const adoptionOutcomes = ['approved', 'discussed', 'informed', 'sent-back'] as const;
export type AdoptionOutcome = (typeof adoptionOutcomes)[number];

/** What a step ends in when it goes well. A council that is informed approves nothing. */
export const outcomeOfKind: Readonly<Record<AdoptionStepKind, AdoptionOutcome>> = {
  decision: 'approved',
  discussion: 'discussed',
  information: 'informed',
};

export interface AdoptionDecision {
  readonly id: string;
  readonly documentId: string;
  readonly sequence: number;
  readonly outcome: AdoptionOutcome;
  readonly decidedOn: string;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** Decisions since the last time the document was sent back: those count for the route at hand. */
export function decisionsInForce(decisions: readonly AdoptionDecision[]): readonly AdoptionDecision[] {
  const sentBack = decisions.findLastIndex(({ outcome }) => outcome === 'sent-back');
  return decisions.slice(sentBack + 1);
}

/** The step that is to be decided now; undefined when all have been. */
export function currentStep(
  route: readonly AdoptionStep[],
  decisions: readonly AdoptionDecision[],
): AdoptionStep | undefined {
  return route[decisionsInForce(decisions).length];
}

/** The day of the last real decision: discussing and informing do not adopt. */
export function adoptionDay(
  route: readonly AdoptionStep[],
  decisions: readonly AdoptionDecision[],
): string | undefined {
  const deciding = new Set(route.filter(({ kind }) => kind === 'decision').map(({ sequence }) => sequence));
  return decisionsInForce(decisions).findLast(({ sequence }) => deciding.has(sequence))?.decidedOn;
}
