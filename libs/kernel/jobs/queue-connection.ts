import { createPostgresBackend, type Job, Queue, Worker, type WorkerOptions, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { queueRole } from '@weerbaar/kernel/database';
import type { JobPayload, QueueName } from './job-definition.js';
import { queueSchema } from './queue-schema.js';

/** What stands in the queue about a job: ids and codes only. */
export interface QueuedRun {
  readonly organisationId: string;
  readonly runId: string;
  readonly payload: JobPayload;
}

/** A schedule that fires stands for no organisation: it becomes a run for each of them. */
export type QueuedJob = QueuedRun | Readonly<Record<string, never>>;

export type JobInQueue = Job<QueuedJob, void>;
export type ProcessJob = (job: JobInQueue) => Promise<void>;
export type WorkOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** The part of BullMQ that both of its backends have and that we use. */
export type JobQueue = Pick<
  Queue<QueuedJob, void>,
  | 'add'
  | 'upsertJobScheduler'
  | 'getJobScheduler'
  | 'getJobSchedulers'
  | 'removeJobScheduler'
  | 'waitUntilReady'
  | 'close'
>;
export type QueueWorker = Pick<Worker<QueuedJob, void>, 'run' | 'pause' | 'close' | 'waitUntilReady'>;

type OnError = (error: Error) => void;

/** Where the queue lives. Queues and workers are closed by whoever asked for them, before the connection. */
export abstract class QueueConnection {
  abstract queue(name: QueueName, onError: OnError): JobQueue;
  abstract worker(name: QueueName, process: ProcessJob, options: WorkOptions, onError: OnError): QueueWorker;
  abstract close(): Promise<void>;
}

const postgres = withBackend(createPostgresBackend);

/** The default: one machine then needs one server. */
export class PostgresQueueConnection extends QueueConnection {
  constructor(private readonly databaseUrl: string) {
    super();
  }

  queue(name: QueueName, onError: OnError): JobQueue {
    const queue = new postgres.Queue<QueuedJob, void>(name, { connection: this.pool(1) });
    queue.on('error', onError);
    return queue;
  }

  worker(name: QueueName, process: ProcessJob, options: WorkOptions, onError: OnError): QueueWorker {
    const worker = new postgres.Worker<QueuedJob, void>(name, process, {
      ...options,
      connection: this.pool(2),
    });
    worker.on('error', onError);
    return worker;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** BullMQ makes its own pool for each queue and worker, and adds the search path to these options. */
  private pool(max: number) {
    return {
      connectionString: this.databaseUrl,
      schema: queueSchema,
      options: `-c role=${queueRole}`,
      application_name: 'weerbaar queue',
      connectionTimeoutMillis: 10_000,
      max,
    };
  }
}

const prefix = 'weerbaar';

/** For more than one machine: Redis or Valkey. */
export class RedisQueueConnection extends QueueConnection {
  private readonly asking: Redis;
  private readonly working: Redis;

  constructor(redisUrl: string, onError: OnError) {
    super();
    // Who asks must hear within seconds that the queue is away; a worker waits for it for ever.
    this.asking = new Redis(redisUrl, { maxRetriesPerRequest: 3 });
    this.working = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
    this.asking.on('error', onError);
    this.working.on('error', onError);
  }

  queue(name: QueueName, onError: OnError): JobQueue {
    const queue = new Queue<QueuedJob, void>(name, { connection: this.asking, prefix });
    queue.on('error', onError);
    return queue;
  }

  worker(name: QueueName, process: ProcessJob, options: WorkOptions, onError: OnError): QueueWorker {
    const worker = new Worker<QueuedJob, void>(name, process, {
      ...options,
      connection: this.working,
      prefix,
    });
    worker.on('error', onError);
    return worker;
  }

  close(): Promise<void> {
    this.asking.disconnect();
    this.working.disconnect();
    return Promise.resolve();
  }
}
