import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { queueNames, type JobDefinition, type QueueName } from './job-definition.js';
import {
  type JobQueue,
  PostgresQueueConnection,
  type ProcessJob,
  QueueConnection,
  type QueuedRun,
  type QueueWorker,
  RedisQueueConnection,
  type WorkOptions,
} from './queue-connection.js';

/**
 * How long a finished job is remembered by its id, in seconds: the relay may hand an event over
 * twice, and only the first time counts.
 */
const remembered = { age: 86_400 };

/**
 * Attempts the queue allows beyond those of the definition: for when the attempt could not even be
 * written down. Whether work has finally failed is decided by the worker.
 */
const spareAttempts = 20;

/** Servers that are started together need not be there in order. */
const readyMilliseconds = 30_000;

/** The queues of this installation, in PostgreSQL or in Redis. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly connection: QueueConnection;
  private readonly opened = new Map<QueueName, JobQueue>();

  constructor(@Inject(SETTINGS) { REDIS_URL, DATABASE_URL }: Settings) {
    if (!REDIS_URL && !DATABASE_URL) throw new Error('the queue needs DATABASE_URL or REDIS_URL');
    this.connection = REDIS_URL
      ? new RedisQueueConnection(REDIS_URL, this.onError)
      : new PostgresQueueConnection(DATABASE_URL ?? '');
  }

  /** @throws Error when the queue is not migrated, or does not answer in time. */
  async ready(): Promise<void> {
    const ready = Promise.all(queueNames.map((name) => this.queue(name).waitUntilReady())).then(() => true);
    if (await Promise.race([ready, sleep(readyMilliseconds, false, { ref: false })])) return;
    throw new Error('the queue does not answer (REDIS_URL, or else DATABASE_URL)');
  }

  queue(name: QueueName): JobQueue {
    const queue = this.opened.get(name) ?? this.connection.queue(name, this.onError);
    this.opened.set(name, queue);
    return queue;
  }

  /** Adding the same event twice is adding it once. */
  async add(eventId: string, definition: JobDefinition, run: QueuedRun): Promise<void> {
    await this.queue(definition.queue).add(definition.name, run, {
      ...jobOptions(definition),
      jobId: eventId,
    });
  }

  worker(name: QueueName, process: ProcessJob, options: WorkOptions): QueueWorker {
    return this.connection.worker(name, process, options, this.onError);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.opened.values()].map((queue) => queue.close()));
    await this.connection.close();
  }

  private readonly onError = (error: NodeJS.ErrnoException): void => {
    // A connection that is refused at more than one address has a code and no message.
    this.logger.warn(error.message || error.code);
  };
}

/** No stack traces: they would put text in the queue. */
export function jobOptions({ attempts, backoffMilliseconds }: JobDefinition) {
  return {
    attempts: attempts + spareAttempts,
    backoff: { type: 'exponential', delay: backoffMilliseconds },
    removeOnComplete: remembered,
    removeOnFail: remembered,
    stackTraceLimit: 0,
  };
}
