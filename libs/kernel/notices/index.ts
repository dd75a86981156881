import { planDigestsSchedule } from './plan-digests.job.js';
import { sendNoticesJob } from './send-notices.job-definition.js';

export type { NewNotice } from './notice.js';
export type { NoticeKind } from './notice-kind.js';
export { NoticeKinds } from './notice-kinds.js';
export * from './notices.module.js';
export * from './notices-work.module.js';
export { Notices } from './notices.service.js';

/** For the worker. */
export const noticesJobs = [sendNoticesJob, planDigestsSchedule];
