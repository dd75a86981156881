import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { currentContext } from '@weerbaar/kernel/context';
import {
  defineJob,
  defineSchedule,
  Handles,
  JobHandler,
  type JobPayload,
  type JobProgress,
  type NoPayload,
} from '@weerbaar/kernel/jobs';
import { Problem } from '@weerbaar/kernel/problems';

/** What the handlers below were seen doing, over all workers of a test. */
export class Performances {
  readonly seen: { readonly job: string; readonly organisationId: string; readonly payload: JobPayload }[] =
    [];
  /** Holds the rendering back until it resolves. */
  gate: Promise<void> = Promise.resolve();

  /** Closes the gate; returns what opens it. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.gate = new Promise((resolve) => {
      open = resolve;
    });
    return () => open();
  }

  note(job: string, payload: JobPayload): void {
    this.seen.push({ job, organisationId: currentContext().organisationId, payload });
  }

  of(job: { readonly name: string }) {
    return this.seen.filter((performance) => performance.job === job.name);
  }
}

export const recordJob = defineJob<{ recordId: string }>({ name: 'proof.record', queue: 'quick' });

@Injectable()
@Handles(recordJob)
export class RecordHandler extends JobHandler<{ recordId: string }> {
  constructor(private readonly performances: Performances) {
    super();
  }

  perform(payload: { recordId: string }): Promise<void> {
    this.performances.note(recordJob.name, payload);
    return Promise.resolve();
  }
}

export const stumbleJob = defineJob<{ falls: number }>({
  name: 'proof.stumble',
  queue: 'quick',
  attempts: 3,
  backoffMilliseconds: 50,
});

/** What nobody may find back in the queue or in the record of the run. */
export const confidentialText = 'Mevrouw De Vries heeft een melding gedaan';

@Injectable()
@Handles(stumbleJob)
export class StumbleHandler extends JobHandler<{ falls: number }> {
  constructor(private readonly performances: Performances) {
    super();
  }

  perform(payload: { falls: number }): Promise<void> {
    this.performances.note(stumbleJob.name, payload);
    if (this.performances.of(stumbleJob).length <= payload.falls)
      return Promise.reject(new Error(confidentialText));
    return Promise.resolve();
  }
}

export const refuseJob = defineJob<NoPayload>({ name: 'proof.refuse', queue: 'mail', attempts: 3 });

@Injectable()
@Handles(refuseJob)
export class RefuseHandler extends JobHandler<NoPayload> {
  constructor(private readonly performances: Performances) {
    super();
  }

  perform(payload: NoPayload): Promise<void> {
    this.performances.note(refuseJob.name, payload);
    return Promise.reject(
      new Problem('not-found', { detail: { nl: confidentialText, en: confidentialText } }),
    );
  }
}

export const renderJob = defineJob<{ milliseconds: number }>({
  name: 'proof.render',
  queue: 'heavy',
  steps: ['read', 'typeset', 'store'],
});

@Injectable()
@Handles(renderJob)
export class RenderHandler extends JobHandler<{ milliseconds: number }> {
  constructor(private readonly performances: Performances) {
    super();
  }

  async perform(payload: { milliseconds: number }, progress: JobProgress): Promise<void> {
    await progress.step('read', 10);
    await progress.step('typeset', 40);
    this.performances.note(renderJob.name, payload);
    await this.performances.gate;
    await sleep(payload.milliseconds);
    await progress.step('store', 90);
  }
}

export const tickSchedule = defineSchedule({ name: 'proof.tick', cron: '* * * * * *' });

@Injectable()
@Handles(tickSchedule)
export class TickHandler extends JobHandler<NoPayload> {
  constructor(private readonly performances: Performances) {
    super();
  }

  perform(payload: NoPayload): Promise<void> {
    this.performances.note(tickSchedule.name, payload);
    return Promise.resolve();
  }
}

export const proofJobs = [recordJob, stumbleJob, refuseJob, renderJob] as const;
export const proofHandlers = [RecordHandler, StumbleHandler, RefuseHandler, RenderHandler] as const;
