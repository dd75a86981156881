import type { FindingView } from './finding.dto.js';
import type { FindingWithFollowUp } from './finding.service.js';

export function forReader(finding: FindingWithFollowUp): FindingView {
  return {
    id: finding.id,
    version: finding.version,
    source: finding.source,
    title: finding.title,
    description: finding.description,
    buildingBlockId: finding.buildingBlockId,
    // Once something is done about it all the same, it is at rest no more.
    reasonForNoAction: finding.actionCount === 0 ? finding.reasonForNoAction : null,
    recordedAt: finding.recordedAt.toISOString(),
    actionCount: finding.actionCount,
  };
}
