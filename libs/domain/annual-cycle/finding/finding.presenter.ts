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
    recordedAt: finding.recordedAt.toISOString(),
    actionCount: finding.actionCount,
  };
}
