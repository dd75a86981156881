import { Choice, Day, Flag, Identifier, PageQuery, Text } from '@weerbaar/kernel/http';
import {
  type AssessmentAspect,
  assessmentAspects,
  type AssessmentJudgement,
  assessmentJudgements,
} from './assessment-scale.js';

export class NewAssessment {
  @Choice(assessmentAspects, { name: 'AssessmentAspect' })
  aspect: AssessmentAspect;

  @Day({ description: 'First day of the period that was looked at' })
  periodFrom: string;

  @Day({ description: 'Last day of the period; not after the day of the assessment' })
  periodTo: string;

  @Choice(assessmentJudgements, { name: 'AssessmentJudgement' })
  judgement: AssessmentJudgement;

  @Text({ max: 4000, description: 'Why this judgement' })
  reason: string;

  @Text({ max: 4000, description: 'What was seen: the sample, the document, the conversation' })
  evidence: string;

  @Day({ optional: true, description: 'When it was assessed; today when left out' })
  assessedOn?: string | null;
}

export class AssessmentQuery extends PageQuery {
  @Choice(assessmentAspects, { name: 'AssessmentAspect', omittable: true })
  aspect?: AssessmentAspect;
}

export class AssessmentView {
  @Identifier()
  id: string;

  @Choice(assessmentAspects, { name: 'AssessmentAspect' })
  aspect: AssessmentAspect;

  @Day()
  periodFrom: string;

  @Day()
  periodTo: string;

  @Choice(assessmentJudgements, { name: 'AssessmentJudgement' })
  judgement: AssessmentJudgement;

  @Text({ max: 4000 })
  reason: string;

  @Text({ max: 4000 })
  evidence: string;

  @Flag({ description: 'Whether a file belongs to the evidence' })
  hasEvidenceFile: boolean;

  @Day()
  assessedOn: string;

  @Identifier({ optional: true, description: 'The account; null when it came in with an import' })
  assessedBy: string | null;
}
