import { ActionProgress } from './action/action-progress.entity.js';
import { Action } from './action/action.entity.js';
import { remindOwnersSchedule } from './action/remind-owners.job.js';
import { AdoptionRoute } from './adoption-route/adoption-route.entity.js';
import { AnnualDocument } from './annual-document/annual-document.entity.js';
import { ChapterText } from './annual-document/chapter-text.entity.js';
import { AnnualCycle } from './cycle/annual-cycle.entity.js';
import { Finding } from './finding/finding.entity.js';
import { forgetDraftsSchedule } from './rendering/forget-drafts.job.js';
import { renderDocumentJob } from './rendering/render-document.job.js';

export { ActionService } from './action/action.service.js';
export { AdoptionService } from './annual-document/adoption.service.js';
export { AnnualDocumentService } from './annual-document/annual-document.service.js';
export { ChapterService } from './annual-document/chapter.service.js';
export * from './annual-cycle.module.js';
export { AnnualCycleService } from './cycle/annual-cycle.service.js';
export { FindingService } from './finding/finding.service.js';
export {
  type PublishedDocument,
  RenderingService,
  type RenderingState,
} from './rendering/rendering.service.js';

export const annualCycleEntities = [
  AnnualCycle,
  AdoptionRoute,
  Finding,
  Action,
  ActionProgress,
  AnnualDocument,
  ChapterText,
];

/** For the worker. */
export const annualCycleJobs = [renderDocumentJob, remindOwnersSchedule, forgetDraftsSchedule];
