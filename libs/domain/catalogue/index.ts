import type { EntityClass } from '@weerbaar/kernel/database';
import type { JobDefinition } from '@weerbaar/kernel/jobs';
import { Assessment } from './assessment/assessment.entity.js';
import { BuildingBlock } from './building-block/building-block.entity.js';
import { DerivedState } from './derived-state/derived-state.entity.js';
import { reviewOverdue } from './derived-state/review-overdue.job.js';
import { NetworkMember } from './network/network-member.entity.js';
import { PolicyDocument } from './policy-document/policy-document.entity.js';
import { PolicyDocumentVersion } from './policy-document/policy-document-version.entity.js';

export * from './catalogue.module.js';
export { AssessmentService } from './assessment/assessment.service.js';
export { BuildingBlockService } from './building-block/building-block.service.js';
export { ReferenceSetService } from './building-block/reference-set.service.js';
export { NetworkMemberService } from './network/network-member.service.js';
export { PolicyDocumentService } from './policy-document/policy-document.service.js';

export const catalogueEntities: readonly EntityClass[] = [
  Assessment,
  BuildingBlock,
  DerivedState,
  NetworkMember,
  PolicyDocument,
  PolicyDocumentVersion,
];

/** For the worker. */
export const catalogueJobs: readonly JobDefinition[] = [reviewOverdue];
