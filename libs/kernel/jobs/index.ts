export {
  defineJob,
  defineSchedule,
  type JobDefinition,
  type JobOptions,
  type JobPayload,
  type NoPayload,
  type QueueName,
  type ScheduleDefinition,
  type ScheduleOptions,
} from './job-definition.js';
export { type DispatchOptions, JobDispatcher } from './job-dispatcher.js';
export { Handles, JobHandler, type JobProgress } from './job-handler.js';
export { type JobRun, type JobState } from './job-run.js';
export { JobRuns } from './job-run.repository.js';
export { JobsModule, type WorkOfJobs } from './jobs.module.js';
export { prepareQueueSchema } from './queue-schema.js';
export { queueUnfinishedJobsAgain } from './queue-again.js';
