import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type QueueName, queueNames } from './job-definition.js';
import { JobPerformer } from './job-performer.js';
import { JobQueues } from './job-queues.js';
import { JobRegistry } from './job-registry.js';
import { JobSchedules } from './job-schedules.js';
import type { JobInQueue, QueuedJob, QueuedRun, QueueWorker } from './queue-connection.js';

/** How many jobs of a queue this process does at a time. */
const concurrency: Readonly<Record<QueueName, number>> = { heavy: 1, quick: 5, mail: 3 };

/**
 * A worker that shows no sign of life for ten seconds has lost its jobs to the others; it is looked
 * for every three. So work of a killed process goes on within a quarter of a minute.
 */
const signsOfLife = { lockDuration: 10_000, stalledInterval: 3_000 };

/** Interruptions are counted by the performer, which can say what came of it. */
const stalledAtMost = 1_000;

/** Containers are usually given ten seconds to stop in. */
const waitAtShutdownMilliseconds = 8_000;

/** Takes jobs from the queues and has them done. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobWorker.name);
  private readonly active = new Set<Promise<void>>();
  private workers: readonly QueueWorker[] = [];
  private abandoned = false;

  constructor(
    private readonly queues: JobQueues,
    private readonly registry: JobRegistry,
    private readonly performer: JobPerformer,
    private readonly schedules: JobSchedules,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queues.ready();
    await this.schedules.announce();
    this.workers = await Promise.all(queueNames.map((name) => this.start(name)));
  }

  /** Takes nothing new, lets running jobs end within a limit, and leaves the rest to the next worker. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.pause(true)));
    const ended = Promise.allSettled(this.active).then(() => true);
    const inTime = await Promise.race([ended, sleep(waitAtShutdownMilliseconds, false, { ref: false })]);
    this.abandoned = !inTime;
    await Promise.all(this.workers.map((worker) => worker.close(this.abandoned)));
  }

  /**
   * BullMQ remembers for ever that its first connection failed, and would ask again without a pause or an end:
   * it begins when it is known to be connected.
   */
  private async start(name: QueueName): Promise<QueueWorker> {
    const worker = this.queues.worker(name, (job) => this.track(job), {
      ...signsOfLife,
      autorun: false,
      concurrency: concurrency[name],
      maxStalledCount: stalledAtMost,
      runRetryDelay: 5_000,
    });
    await worker.waitUntilReady();
    worker.run().catch((error: unknown) => this.logger.error(`queue ${name} stopped`, error));
    return worker;
  }

  private async track(job: JobInQueue): Promise<void> {
    const work = this.process(job);
    this.active.add(work);
    try {
      await work;
    } finally {
      this.active.delete(work);
    }
  }

  private async process(job: JobInQueue): Promise<void> {
    if (isRun(job.data)) {
      const known = this.registry.find(job.name);
      if (!known) throw new Error('unknown-job');
      return this.performer.perform(known, job, job.data, () => this.abandoned);
    }
    await this.fire(job);
  }

  private async fire(job: JobInQueue): Promise<void> {
    const schedule = this.schedules.find(job.name);
    if (!schedule) return;
    try {
      await this.schedules.fire(schedule, job.id ?? job.name);
    } catch (error) {
      this.logger.error(
        `${job.name} could not be asked for`,
        error instanceof Error ? error.stack : undefined,
      );
      throw new Error('unexpected-error', { cause: error });
    }
  }
}

function isRun(data: QueuedJob): data is QueuedRun {
  return 'runId' in data;
}
