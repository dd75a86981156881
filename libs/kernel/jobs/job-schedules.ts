import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { runInContext } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import type { ScheduleDefinition } from './job-definition.js';
import { JobDispatcher } from './job-dispatcher.js';
import { jobOptions, JobQueues } from './job-queues.js';
import { JobRegistry } from './job-registry.js';
import { JobRuns } from './job-run.repository.js';

/** The queue that carries the clock; the work itself goes to the queue of its definition. */
const queueOfClock = 'quick';
const keptMilliseconds = 30 * 86_400_000;

/** Schedules live in the queue under their name: however many workers there are, each fires once. */
@Injectable()
export class JobSchedules {
  constructor(
    private readonly registry: JobRegistry,
    private readonly queues: JobQueues,
    private readonly organisations: OrganisationDirectory,
    private readonly transactions: TransactionRunner,
    private readonly dispatcher: JobDispatcher,
    private readonly runs: JobRuns,
    private readonly clock: Clock,
  ) {}

  /** Before the workers start: makes the queue know our schedules, and no others. */
  async announce(): Promise<void> {
    const queue = this.queues.queue(queueOfClock);
    for (const known of await queue.getJobSchedulers()) {
      if (!this.find(known.key)) await queue.removeJobScheduler(known.key);
    }
    for (const schedule of this.registry.schedules) await this.announceOne(schedule);
  }

  find(name: string): ScheduleDefinition | undefined {
    return this.registry.schedules.find((schedule) => schedule.name === name);
  }

  /** @param firing the same for every worker that does this firing, so that it becomes one run an organisation. */
  async fire(schedule: ScheduleDefinition, firing: string): Promise<void> {
    const forgetBefore = new Date(this.clock.now().getTime() - keptMilliseconds);
    for (const { id } of await this.organisations.all()) {
      await runInContext({ organisationId: id, actorId: null, correlationId: newId(), origin: 'job' }, () =>
        this.transactions.run(async () => {
          await this.runs.forgetFinishedBefore(this.registry.forgotten, forgetBefore);
          await this.dispatcher.dispatch(schedule, {}, { subject: firing });
        }),
      );
    }
  }

  private async announceOne(schedule: ScheduleDefinition): Promise<void> {
    const { name, cron, timeZone } = schedule;
    const queue = this.queues.queue(queueOfClock);
    const announced = async () => {
      const known = await queue.getJobScheduler(name);
      return known?.pattern === cron && known.tz === timeZone ? known : undefined;
    };
    const known = await announced();
    // Announcing again would replace a firing that was due while nothing ran by the next one.
    if (known?.next !== undefined && known.next < this.clock.now().getTime()) return;
    try {
      await queue.upsertJobScheduler(
        name,
        { pattern: cron, tz: timeZone },
        { name, data: {}, opts: jobOptions(schedule) },
      );
    } catch (error) {
      // Of workers that start at the same moment one comes first; the queue refuses the same firing from the others.
      if (!(await announced())) throw error;
    }
  }
}
