import type { JobDefinition } from '@weerbaar/kernel/jobs';
import { reviewOverdue } from './derived-state/review-overdue.job.js';

export { catalogueEntities } from './catalogue.entities.js';
export * from './catalogue.module.js';
export { AssessmentService } from './assessment/assessment.service.js';
export { BuildingBlockService } from './building-block/building-block.service.js';
export { ReferenceSetService } from './building-block/reference-set.service.js';
export { DerivedStateService } from './derived-state/derived-state.service.js';
export { NetworkMemberService } from './network/network-member.service.js';
export { PolicyDocumentService } from './policy-document/policy-document.service.js';

/** For the worker. */
export const catalogueJobs: readonly JobDefinition[] = [reviewOverdue];
