/** Queues by cost, not by kind: each one opens connections. */
export const queueNames = ['quick', 'heavy', 'mail'] as const;

export type QueueName = (typeof queueNames)[number];

/**
 * What a job carries: ids and plain codes. The queue is not guarded by row-level security, so what
 * the work is about is read in the handler, never sent along.
 */
export type JobPayload = Readonly<Record<string, string | number>>;

export type NoPayload = Readonly<Record<string, never>>;

declare const payloadOfJob: unique symbol;

export interface JobDefinition<P extends JobPayload = JobPayload> {
  /** `<part>.<what-it-does>`; stands in the outbox and in the queue, so it never changes. */
  readonly name: string;
  readonly queue: QueueName;
  /** How often the work may fail before the run has failed. A killed worker is no failure. */
  readonly attempts: number;
  /** Wait before the second attempt, in milliseconds; doubles with every next one. */
  readonly backoffMilliseconds: number;
  /** The steps `JobProgress.step` may name, in order. */
  readonly steps: readonly string[];
  /** Whether how a run went is asked for as long as there is what it made. Other runs are forgotten after a while. */
  readonly keepsRuns: boolean;
  readonly [payloadOfJob]?: P;
}

export interface JobOptions {
  readonly name: string;
  readonly queue: QueueName;
  readonly attempts?: number;
  readonly backoffMilliseconds?: number;
  readonly steps?: readonly string[];
  readonly keepsRuns?: boolean;
}

/** A job that comes back by the clock and is done once for each organisation. */
export interface ScheduleDefinition extends JobDefinition<NoPayload> {
  /** Cron pattern of five fields, or six with seconds first. */
  readonly cron: string;
  readonly timeZone: string;
}

export interface ScheduleOptions extends Omit<JobOptions, 'queue'> {
  readonly cron: string;
  readonly timeZone?: string;
  readonly queue?: QueueName;
}

type Patience = Pick<JobDefinition, 'attempts' | 'backoffMilliseconds'>;

const seconds: Patience = { attempts: 3, backoffMilliseconds: 2_000 };

/**
 * For jobs that don't say otherwise. A mail server that is being restarted, or wants to see a stranger come back
 * before it takes his mail, needs minutes: eight attempts take two hours.
 */
const patience: Readonly<Record<QueueName, Patience>> = {
  quick: seconds,
  heavy: seconds,
  mail: { attempts: 8, backoffMilliseconds: 60_000 },
};

const namePattern = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;
const codePattern = /^[\w.:-]{1,100}$/;

/**
 * A constant that the dispatching part and its handler share.
 * @throws Error when the name or the number of attempts can't be.
 */
export function defineJob<P extends JobPayload>(options: JobOptions): JobDefinition<P> {
  const { name, queue, steps = [], keepsRuns = false } = options;
  const { attempts = patience[queue].attempts, backoffMilliseconds = patience[queue].backoffMilliseconds } =
    options;
  if (!namePattern.test(name)) throw new Error(`job "${name}": a name reads <part>.<what-it-does>`);
  if (!Number.isInteger(attempts) || attempts < 1) throw new Error(`job "${name}": at least one attempt`);
  return { name, queue, attempts, backoffMilliseconds, steps, keepsRuns };
}

/** A schedule: its handler is an ordinary `JobHandler`, run in the context of each organisation. */
export function defineSchedule(options: ScheduleOptions): ScheduleDefinition {
  const { cron, timeZone = 'Europe/Amsterdam', queue = 'quick', ...job } = options;
  return { ...defineJob<NoPayload>({ ...job, queue }), cron, timeZone };
}

export function isSchedule(definition: JobDefinition): definition is ScheduleDefinition {
  return 'cron' in definition;
}

/**
 * Refuses whatever could be a name or a text.
 * @throws Error that names the field and never its value.
 */
export function requireCodesOnly(job: string, payload: JobPayload): void {
  for (const [field, value] of Object.entries(payload)) {
    const plain = typeof value === 'number' ? Number.isFinite(value) : codePattern.test(value);
    if (!plain) throw new Error(`job "${job}": payload.${field} must be an id, a plain code or a number`);
  }
}
