import type { Schemas } from '../api/client.js';
import { isOwnedBy } from '../organisation/owned.js';
import type { BlockSearch, Judgement } from './block-search.js';

export type Block = Schemas['BuildingBlockSummary'];
export type Aspect = Schemas['AssessmentAspect'];
export type Basis = 'assessed' | 'derived';

export type ThemeCode = Schemas['ThemeCode'];
export const themeCodes: readonly ThemeCode[] = ['1', '2', '3', '4', '5', '6', '7', '8'];

export const aspects: readonly Aspect[] = ['design', 'existence', 'operation'];

/** What is said of an aspect: by the adviser, or by what follows from the records. */
export function judgementOf(block: Pick<Block, 'state'>, aspect: Aspect, basis: Basis): Judgement {
  return block.state.find((one) => one.aspect === aspect)?.[basis] ?? 'unknown';
}

export function hasJudgement(block: Block, judgement: Judgement, basis: Basis): boolean {
  return aspects.some((aspect) => judgementOf(block, aspect, basis) === judgement);
}

/** Who looks, and on which day. */
interface Known {
  readonly personId: string | undefined;
  readonly roles: readonly string[];
  readonly today: string;
}

/** Days are compared as they are written. */
export const isOverdue = ({ nextReviewOn }: Pick<Block, 'nextReviewOn'>, today: string): boolean =>
  Boolean(nextReviewOn && nextReviewOn < today);

export function matches(block: Block, search: BlockSearch, known: Known): boolean {
  const { basis = 'assessed', state, owner, review } = search;
  if (state && !hasJudgement(block, state, basis)) return false;
  if (review && !isOverdue(block, known.today)) return false;
  if (owner === 'none') return !block.owner;
  if (owner === 'mine') return isOwnedBy(block, known);
  return owner === undefined || block.owner?.name === owner;
}
