import { DiscoveryService } from '@nestjs/core';
import type { JobDefinition, JobPayload } from './job-definition.js';

export interface JobProgress {
  /**
   * Tells people where the work is. Written at once, so call it between transactions, not inside one.
   * @param name one of the definition's `steps`.
   * @param percent of the whole work that is behind us, 0 to 100.
   * @throws Error when another worker has taken over; the handler must let it pass.
   */
  step(name: string, percent: number): Promise<void>;
}

interface PerformsJob<P extends JobPayload> {
  perform(payload: P, progress: JobProgress): Promise<void>;
}

/**
 * Does one kind of job, in the context of its organisation. A killed worker begins again from the
 * start, so the work must end in the same result however often it is begun.
 */
export abstract class JobHandler<P extends JobPayload = JobPayload> implements PerformsJob<P> {
  abstract perform(payload: P, progress: JobProgress): Promise<void>;
}

type JobHandlerClass<P extends JobPayload> = new (...parameters: never[]) => JobHandler<P>;

/** Marks the definition a handler is for; the registry finds it by this. */
export const HandledJob = DiscoveryService.createDecorator<JobDefinition>();

/** For a provider that extends `JobHandler`: which job it does. */
export function Handles<P extends JobPayload>(
  definition: JobDefinition<P>,
): (handler: JobHandlerClass<P>) => void {
  return (handler) => {
    HandledJob(definition)(handler);
  };
}
