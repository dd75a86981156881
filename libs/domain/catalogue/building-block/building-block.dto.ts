import { Transform } from 'class-transformer';
import { OwnerInput, OwnerView } from '@weerbaar/people/contract';
import {
  Choice,
  Choices,
  Day,
  Flag,
  Identifier,
  Line,
  List,
  Nested,
  PageQuery,
  Text,
  WholeNumber,
} from '@weerbaar/kernel/http';
import { AssessmentView } from '../assessment/assessment.dto.js';
import {
  type AssessmentAspect,
  assessmentAspects,
  type AssessmentJudgement,
  assessmentJudgements,
  type DerivedJudgement,
  derivedJudgements,
} from '../assessment/assessment-scale.js';
import { DerivedStateView } from '../derived-state/derived-state.dto.js';
import { LocalisedView } from '../localised.dto.js';
import { NetworkMemberView } from '../network/network-member.dto.js';
import {
  type ControlKind,
  controlKinds,
  type MeasureNature,
  measureNatures,
} from '../reference-content/reference-content.js';
import { type ThemeCode, themeCodes } from '../theme/theme.js';

const longestName = 200;
const longestPurpose = 2000;
const monthsBetweenReviews = { min: 1, max: 120 } as const;

/** `?includeEnded=true`: addresses hold text only. */
const FromAddress = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class BuildingBlockQuery extends PageQuery {
  @Choice(themeCodes, { name: 'ThemeCode', omittable: true })
  theme?: ThemeCode;

  @FromAddress()
  @Flag({ omittable: true, description: 'Also blocks that have ended; default false' })
  includeEnded?: boolean;

  @FromAddress()
  @Flag({ omittable: true, description: 'Only blocks of which the review is overdue; default false' })
  reviewOverdue?: boolean;
}

export class NewBuildingBlock {
  @Line({ max: 3, pattern: /^[1-8][a-z]{1,2}$/, description: 'Theme and one or two letters, such as 3g' })
  code: string;

  @Line({ max: longestName })
  name: string;

  @Text({ max: longestPurpose, optional: true, description: 'What it is for' })
  purpose?: string | null;

  @Nested(() => OwnerInput, { optional: true })
  owner?: OwnerInput | null;

  @WholeNumber({ ...monthsBetweenReviews, description: 'Months between two reviews' })
  reviewIntervalMonths: number;

  @Day({ optional: true, description: 'First day; today when left out' })
  validFrom?: string | null;
}

export class BuildingBlockChanges {
  @Line({ max: longestName, omittable: true })
  name?: string;

  @Text({
    max: longestPurpose,
    optional: true,
    description: 'Own words; null: those of the reference content',
  })
  purpose?: string | null;

  @Nested(() => OwnerInput, { optional: true, description: 'null: nobody' })
  owner?: OwnerInput | null;

  @WholeNumber({ ...monthsBetweenReviews, omittable: true, description: 'Months between two reviews' })
  reviewIntervalMonths?: number;
}

export class BuildingBlockEnd {
  @Day({ description: 'Last day; not before the first' })
  validTo: string;
}

/** One aspect: what follows from the records, and beside it what was judged last. */
export class AspectStateView {
  @Choice(assessmentAspects, { name: 'AssessmentAspect' })
  aspect: AssessmentAspect;

  @Nested(() => DerivedStateView, { optional: true, description: 'What follows from the records' })
  derived: DerivedStateView | null;

  @Nested(() => AssessmentView, {
    optional: true,
    description: 'What a person judged last; null: nobody did yet',
  })
  assessed: AssessmentView | null;
}

/** One aspect in a list: what is said of it, and not why. */
export class AspectJudgementsView {
  @Choice(assessmentAspects, { name: 'AssessmentAspect' })
  aspect: AssessmentAspect;

  @Choice(derivedJudgements, {
    name: 'DerivedJudgement',
    optional: true,
    description: 'What follows from the records',
  })
  derived: DerivedJudgement | null;

  @Choice(assessmentJudgements, {
    name: 'AssessmentJudgement',
    optional: true,
    description: 'What a person judged last; null: nobody did yet',
  })
  assessed: AssessmentJudgement | null;
}

/** A block as the national reference content describes it. */
export class ReferenceBlockView {
  @Line({ max: 3 })
  code: string;

  @Line({ max: 20, description: 'Version of the reference content the block came from' })
  version: string;

  @Nested(() => LocalisedView)
  name: LocalisedView;

  @Nested(() => LocalisedView)
  purpose: LocalisedView;

  @Choice(measureNatures, { name: 'MeasureNature' })
  nature: MeasureNature;

  @Choice(controlKinds, { name: 'ControlKind' })
  control: ControlKind;

  @Nested(() => LocalisedView, { optional: true })
  legalBasis: LocalisedView | null;

  @List(() => LocalisedView, { max: 12, description: 'The national base norms it serves' })
  baseNorms: LocalisedView[];

  @List(() => LocalisedView, { max: 10, description: 'What shows that it works' })
  evidence: LocalisedView[];
}

export class BuildingBlockAbilities {
  @Flag({ description: 'Change it, end it, and choose its network' })
  change: boolean;

  @Flag()
  addPolicyDocuments: boolean;

  @Choices(assessmentAspects, { max: 3, description: 'The aspects you may assess' })
  assess: AssessmentAspect[];
}

class BuildingBlockBasics {
  @Identifier()
  id: string;

  @WholeNumber({ min: 1 })
  version: number;

  @Line({ max: 3 })
  code: string;

  @Choice(themeCodes, { name: 'ThemeCode' })
  theme: ThemeCode;

  @Line({ max: longestName })
  name: string;

  @WholeNumber({ min: 1, description: 'Order within the theme' })
  position: number;

  @Nested(() => OwnerView, { optional: true })
  owner: OwnerView | null;

  @Day({ optional: true })
  nextReviewOn: string | null;

  @Day({ description: 'First day, inclusive' })
  validFrom: string;

  @Day({ optional: true, description: 'Last day, inclusive; null: no end is known' })
  validTo: string | null;
}

export class BuildingBlockSummary extends BuildingBlockBasics {
  @List(() => AspectJudgementsView, { max: 3, description: 'Design, existence and operation' })
  state: AspectJudgementsView[];
}

export class BuildingBlockDetails extends BuildingBlockBasics {
  @List(() => AspectStateView, { max: 3, description: 'Design, existence and operation' })
  state: AspectStateView[];

  @Text({ max: longestPurpose, optional: true, description: 'What it is for, in own words' })
  purpose: string | null;

  @Nested(() => ReferenceBlockView, {
    optional: true,
    description: 'null: a block of the organisation itself',
  })
  reference: ReferenceBlockView | null;

  @WholeNumber({ ...monthsBetweenReviews })
  reviewIntervalMonths: number;

  @List(() => NetworkMemberView, { max: 500 })
  network: NetworkMemberView[];

  @Nested(() => BuildingBlockAbilities, { description: 'What you may do with it' })
  abilities: BuildingBlockAbilities;
}
