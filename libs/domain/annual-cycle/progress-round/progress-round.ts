import type { Role } from '@weerbaar/kernel/context';
import type { ActionStatusCode } from '../reference-content/reference-content.js';

/** Of what goes on all year: it is asked about in every quarter, and is never late. */
export const allYear: readonly ActionStatusCode[] = ['continuous', 'periodic'];

/** What was last reported of an action, up to and including the quarter of the round. */
export interface LastNote {
  readonly quarter: number;
  readonly status: ActionStatusCode;
  readonly note: string;
  readonly recordedAt: Date;
}

/** An action that is asked about in a round. */
export interface RoundAction {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly title: string;
  /** In which it should be done. */
  readonly quarter: number;
  readonly status: ActionStatusCode;
  readonly ownerPersonId: string | null;
  readonly ownerRole: Role | null;
  readonly lastNote: LastNote | null;
  /** The last note is about the quarter of the round. */
  readonly isReported: boolean;
}

/**
 * Whether an owner can be reminded: not when all is reported, when it is the one who asks, when nobody would be
 * reached, or twice on one day.
 */
export const remindings = ['possible', 'not-needed', 'oneself', 'unreachable', 'reminded-today'] as const;
export type Reminding = (typeof remindings)[number];

/** The actions of one owner: a person, whoever holds a role, or nobody. */
export interface OwnerInRound {
  readonly ownerPersonId: string | null;
  readonly ownerRole: Role | null;
  readonly actions: readonly RoundAction[];
  readonly hasReported: boolean;
}

/** In the order of their first action. */
export function byOwner(actions: readonly RoundAction[]): readonly OwnerInRound[] {
  const groups = Map.groupBy(
    actions,
    ({ ownerPersonId, ownerRole }) => ownerPersonId ?? ownerRole ?? 'nobody',
  );
  return [...groups.values()].map((of) => ({
    ownerPersonId: of[0]?.ownerPersonId ?? null,
    ownerRole: of[0]?.ownerRole ?? null,
    actions: of,
    hasReported: of.every(({ isReported }) => isReported),
  }));
}
