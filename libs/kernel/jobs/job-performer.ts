import { Injectable, Logger } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { runInContext } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { faultForLog, Problem, type ProblemType } from '@weerbaar/kernel/problems';
import type { JobDefinition } from './job-definition.js';
import type { JobProgress } from './job-handler.js';
import type { KnownJob } from './job-registry.js';
import { type Attempt, JobRuns } from './job-run.repository.js';
import type { JobInQueue, QueuedRun } from './queue-connection.js';

/** A job that takes its worker down again and again must not do so for ever. */
const interruptionsAtMost = 10;

/** A problem is an answer, and asking again gives it again; except for these. */
const passing = new Set<ProblemType>([
  'conflict',
  'version-conflict',
  'too-many-requests',
  'mail-delayed',
  'not-ready',
  'unexpected-error',
]);

/** For who looks after the installation to find out about: the code alone says too little. */
const toLookInto = new Set<ProblemType>(['not-typesettable', 'unexpected-error']);

/** Another worker began the same run: what this one holds no longer counts. */
class TakenOver extends Error {
  constructor() {
    super('another worker has taken over this run');
    this.name = 'TakenOver';
  }
}

/** Does a run once, in the context of its organisation, and keeps its record true. */
@Injectable()
export class JobPerformer {
  private readonly logger = new Logger('Job');

  constructor(
    private readonly runs: JobRuns,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * @param isAbandoned whether this process gave up waiting for the job: its outcome is then left to the next worker.
   * @throws Error with a code and nothing else: what is thrown ends up in the queue.
   */
  perform(known: KnownJob, job: JobInQueue, run: QueuedRun, isAbandoned: () => boolean): Promise<void> {
    const { organisationId, runId } = run;
    return runInContext({ organisationId, actorId: null, correlationId: runId, origin: 'job' }, async () => {
      const attempt = await this.transactions.run(() => this.runs.begin(runId));
      if (!attempt) return;
      try {
        await this.work(known, job, run, attempt);
      } catch (error) {
        if (error instanceof TakenOver || isAbandoned()) return;
        await this.recordFault(known.definition, job, attempt, error);
      }
    });
  }

  private async work(
    { definition, handler }: KnownJob,
    job: JobInQueue,
    run: QueuedRun,
    attempt: Attempt,
  ): Promise<void> {
    if (job.attemptsStarted > definition.attempts + interruptionsAtMost) {
      throw new UnrecoverableError('the work was interrupted too often');
    }
    await handler.perform(run.payload, this.progressOf(definition, job, attempt));
    await this.transactions.run(() => this.runs.finish(attempt));
  }

  private progressOf({ name, steps }: JobDefinition, job: JobInQueue, attempt: Attempt): JobProgress {
    return {
      step: async (step, percent) => {
        if (!steps.includes(step)) throw new Error(`job "${name}" has no step "${step}"`);
        const progress = Math.round(Math.min(100, Math.max(0, percent)));
        const counts = await this.transactions.run(() => this.runs.advance(attempt, step, progress));
        if (!counts) throw new TakenOver();
        await job.updateProgress({ step, progress });
      },
    };
  }

  private async recordFault(
    definition: JobDefinition,
    job: JobInQueue,
    attempt: Attempt,
    fault: unknown,
  ): Promise<never> {
    const code: ProblemType = fault instanceof Problem ? fault.type : 'unexpected-error';
    const last = job.attemptsMade + 1 >= definition.attempts;
    const final = last || !passing.has(code) || fault instanceof UnrecoverableError;
    this.logger.error(
      `${definition.name} ${attempt.runId}: ${code}, attempt ${attempt.number}${final ? ', given up' : ''}`,
      toLookInto.has(code) ? faultForLog(fault) : undefined,
    );
    await this.transactions.run(() =>
      final ? this.runs.fail(attempt, code) : this.runs.queueAgain(attempt),
    );
    throw final ? new UnrecoverableError(code) : new Error(code);
  }
}
