import type { KnownPerson } from '@weerbaar/people/contract';
import type { Assessment } from '../assessment/assessment.entity.js';
import type { AssessmentAspect } from '../assessment/assessment-scale.js';
import type { DerivedState } from '../derived-state/derived-state.entity.js';
import type { NetworkMember } from '../network/network-member.entity.js';
import type { BuildingBlock } from './building-block.entity.js';

/** What is known of blocks beside the blocks themselves. */
export interface BlockSurroundings {
  readonly persons: ReadonlyMap<string, KnownPerson>;
  /** Per block and aspect the state that follows from the records. */
  readonly derived: readonly DerivedState[];
  /** Per block and aspect the latest assessment. */
  readonly assessed: readonly Assessment[];
}

export interface Abilities {
  readonly change: boolean;
  readonly addPolicyDocuments: boolean;
  readonly assess: readonly AssessmentAspect[];
}

export interface ShownBlock extends BlockSurroundings {
  readonly block: BuildingBlock;
  readonly network: readonly NetworkMember[];
  readonly abilities: Abilities;
}
