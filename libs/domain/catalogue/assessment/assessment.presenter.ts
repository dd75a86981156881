import type { AssessmentView } from './assessment.dto.js';
import type { Assessment } from './assessment.entity.js';

export function forColleague(assessment: Assessment): AssessmentView {
  const { id, aspect, periodFrom, periodTo, judgement, reason, evidence, assessedOn, assessedBy } =
    assessment;
  const hasEvidenceFile = assessment.evidenceFileId !== null;
  return {
    id,
    aspect,
    periodFrom,
    periodTo,
    judgement,
    reason,
    evidence,
    hasEvidenceFile,
    assessedOn,
    assessedBy,
  };
}
