import { ownerFrom, presentOwner } from '@weerbaar/people/contract';
import { forColleague as assessmentForColleague } from '../assessment/assessment.presenter.js';
import { type AssessmentAspect, assessmentAspects } from '../assessment/assessment-scale.js';
import { forColleague as derivedForColleague } from '../derived-state/derived-state.presenter.js';
import { forColleague as memberForColleague } from '../network/network-member.presenter.js';
import { referenceContent } from '../reference-content/reference-content.js';
import type {
  AspectStateView,
  BuildingBlockDetails,
  BuildingBlockSummary,
  ReferenceBlockView,
} from './building-block.dto.js';
import type { BuildingBlock } from './building-block.entity.js';
import type { BlockSurroundings, ShownBlock } from './building-block-overview.js';

/** For a list: the reasons of a judgement are read at the block itself. */
export function summary(block: BuildingBlock, surroundings: BlockSurroundings): BuildingBlockSummary {
  const state = statesOf(block.id, surroundings).map(({ aspect, derived, assessed }) => ({
    aspect,
    derived: derived?.judgement ?? null,
    assessed: assessed?.judgement ?? null,
  }));
  return { ...basics(block, surroundings), state };
}

function basics(block: BuildingBlock, surroundings: BlockSurroundings) {
  const { id, version, code, theme, name, position, nextReviewOn, validFrom, validTo } = block;
  return {
    id,
    version,
    code,
    theme,
    name,
    position,
    owner: presentOwner(ownerFrom(block), surroundings.persons),
    nextReviewOn,
    validFrom,
    validTo,
  };
}

export function details(shown: ShownBlock): BuildingBlockDetails {
  const { block, network, persons, abilities } = shown;
  return {
    ...basics(block, shown),
    state: statesOf(block.id, shown),
    purpose: block.purpose,
    reference: referenceOf(block),
    reviewIntervalMonths: block.reviewIntervalMonths,
    network: network.map((member) => memberForColleague(member, persons)),
    abilities: { ...abilities, assess: [...abilities.assess] },
  };
}

function statesOf(blockId: string, surroundings: BlockSurroundings): AspectStateView[] {
  return assessmentAspects.map((aspect) => stateOf(blockId, aspect, surroundings));
}

function stateOf(
  blockId: string,
  aspect: AssessmentAspect,
  { derived, assessed }: BlockSurroundings,
): AspectStateView {
  const isMeant = (one: { buildingBlockId: string; aspect: AssessmentAspect }): boolean =>
    one.buildingBlockId === blockId && one.aspect === aspect;
  const state = derived.find(isMeant);
  const assessment = assessed.find(isMeant);
  return {
    aspect,
    derived: state ? derivedForColleague(state) : null,
    assessed: assessment ? assessmentForColleague(assessment) : null,
  };
}

function referenceOf({ referenceCode, referenceVersion }: BuildingBlock): ReferenceBlockView | null {
  const reference = referenceContent.blocks.find(({ code }) => code === referenceCode);
  if (!reference || referenceVersion === null) return null;
  const { code, name, purpose, nature, control, legalBasis, baseNorms, evidence } = reference;
  return {
    code,
    version: referenceVersion,
    name,
    purpose,
    nature,
    control,
    legalBasis,
    baseNorms: referenceContent.baseNorms
      .filter((norm) => baseNorms.includes(norm.code))
      .map((norm) => norm.name),
    evidence: [...evidence],
  };
}
