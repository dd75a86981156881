import { Choice, Day, Nested } from '@weerbaar/kernel/http';
import {
  type AssessmentAspect,
  assessmentAspects,
  type DerivedJudgement,
  derivedJudgements,
} from '../assessment/assessment-scale.js';
import { LocalisedView } from '../localised.dto.js';

/** What the records said of an aspect from a day on. */
export class DerivedStateView {
  @Choice(assessmentAspects, { name: 'AssessmentAspect' })
  aspect: AssessmentAspect;

  @Choice(derivedJudgements, { name: 'DerivedJudgement' })
  judgement: DerivedJudgement;

  @Nested(() => LocalisedView, { description: 'Why, in words' })
  grounds: LocalisedView;

  @Day({ description: 'Since when' })
  recordedOn: string;
}
