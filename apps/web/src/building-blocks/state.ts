import type { Schemas } from '../api/client.js';
import type { BlockSearch, Judgement } from './block-search.js';

export type Block = Schemas['BuildingBlockSummary'];
export type Aspect = Schemas['AssessmentAspect'];
export type Basis = 'assessed' | 'derived';

export const aspects: readonly Aspect[] = ['design', 'existence', 'operation'];

/** What is said of an aspect: by the adviser, or by what follows from the records. */
export function judgementOf(block: Pick<Block, 'state'>, aspect: Aspect, basis: Basis): Judgement {
  return block.state.find((one) => one.aspect === aspect)?.[basis]?.judgement ?? 'unknown';
}

export function hasJudgement(block: Block, judgement: Judgement, basis: Basis): boolean {
  return aspects.some((aspect) => judgementOf(block, aspect, basis) === judgement);
}

interface Known {
  readonly personId: string;
  /** Ids of the blocks of which the review is overdue. */
  readonly overdue: ReadonlySet<string>;
}

export function matches(block: Block, search: BlockSearch, { personId, overdue }: Known): boolean {
  const { basis = 'assessed', state, owner, review } = search;
  if (state && !hasJudgement(block, state, basis)) return false;
  if (review && !overdue.has(block.id)) return false;
  if (owner === 'none') return !block.owner;
  if (owner === 'mine') return block.owner?.personId === personId;
  return owner === undefined || block.owner?.name === owner;
}
