import { Injectable } from '@nestjs/common';
import { type JobDefinition, type JobPayload, requireCodesOnly } from './job-definition.js';
import type { JobRun } from './job-run.js';
import { JobRuns } from './job-run.repository.js';
import { Outbox } from './outbox.repository.js';

export interface DispatchOptions {
  /** What the job is about: asking again for the same subject gives the same run. Absent: always a new run. */
  readonly subject?: string;
  /** Not before this moment. */
  readonly delayUntil?: Date;
}

/** Asks for work that is done after the transaction at hand: what is rolled back never becomes a job. */
@Injectable()
export class JobDispatcher {
  constructor(
    private readonly runs: JobRuns,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Works inside `TransactionRunner.run()` only. A run that has failed is queued anew.
   * @throws Error when the payload holds anything but ids, codes and numbers.
   */
  async dispatch<P extends JobPayload>(
    definition: JobDefinition<P>,
    payload: P,
    { subject, delayUntil }: DispatchOptions = {},
  ): Promise<JobRun> {
    requireCodesOnly(definition.name, payload);
    const run = await this.runs.queue(definition, subject);
    if (run) {
      const event = { job: definition.name, payload, jobRunId: run.id, notBefore: delayUntil ?? null };
      await this.outbox.add(event);
      return run;
    }
    return this.existing(definition, subject);
  }

  private async existing(definition: JobDefinition, subject: string | undefined): Promise<JobRun> {
    const run = subject === undefined ? undefined : await this.runs.about(definition, subject);
    if (!run) throw new Error(`job "${definition.name}": its run disappeared while it was being asked for`);
    return run;
  }
}
