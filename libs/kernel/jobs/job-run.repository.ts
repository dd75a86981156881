import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem, type ProblemType } from '@weerbaar/kernel/problems';
import type { JobDefinition } from './job-definition.js';
import type { JobRun } from './job-run.js';

const columns = `
  id, job, subject, state, step, progress, error_code as "errorCode", attempt, created_at as "createdAt",
  started_at as "startedAt", finished_at as "finishedAt", heartbeat_at as "heartbeatAt"`;

/** One beginning of the work on a run. Who holds an older one may no longer write. */
export interface Attempt {
  readonly runId: string;
  readonly number: number;
}

/** The runs of the organisation at hand. */
@Injectable()
export class JobRuns {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found`: there is no such run, or not for this organisation. */
  async get(id: string): Promise<JobRun> {
    const [run] = await this.select('id = $1', [id]);
    if (!run) throw new Problem('not-found');
    return run;
  }

  async about(definition: JobDefinition, subject: string): Promise<JobRun | undefined> {
    const [run] = await this.select('job = $1 and subject = $2', [definition.name, subject]);
    return run;
  }

  /** Those of several subjects; what was never asked for is left out. */
  aboutAll(definition: JobDefinition, subjects: readonly string[]): Promise<JobRun[]> {
    return this.select('job = $1 and subject = any ($2)', [definition.name, subjects]);
  }

  /** The run that now has to be done: a new one, or a failed one anew. Undefined: it is being done, or done. */
  async queue(definition: JobDefinition, subject: string | undefined): Promise<JobRun | undefined> {
    const id = newId();
    const [run] = await this.transactions.manager.query<JobRun[]>(
      `insert into job_run (id, job, subject, state, progress, attempt, created_at)
            values ($1, $2, $3, 'queued', 0, 0, $4)
       on conflict (organisation_id, job, subject) do update
               set state = 'queued', step = null, progress = 0, error_code = null, started_at = null,
                   finished_at = null, heartbeat_at = null
             where job_run.state = 'failed'
         returning ${columns}`,
      [id, definition.name, subject ?? id, this.clock.now()],
    );
    return run;
  }

  /** Begins the work. Undefined: somebody else finished the run, there is nothing left to do. */
  async begin(runId: string): Promise<Attempt | undefined> {
    const [begun] = await this.update<{ number: number }>(
      `update job_run
          set state = 'running', step = null, progress = 0, attempt = attempt + 1,
              started_at = coalesce(started_at, $2), heartbeat_at = $2
        where id = $1 and state in ('queued', 'running')
    returning attempt as number`,
      [runId, this.clock.now()],
    );
    return begun && { runId, number: begun.number };
  }

  /** @returns whether this attempt is still the one that counts; so do the three below. */
  advance(attempt: Attempt, step: string, percent: number): Promise<boolean> {
    return this.write(attempt, 'step = $4, progress = $5', [step, percent]);
  }

  finish(attempt: Attempt): Promise<boolean> {
    return this.write(attempt, `state = 'done', step = null, progress = 100, finished_at = $3`);
  }

  queueAgain(attempt: Attempt): Promise<boolean> {
    return this.write(attempt, `state = 'queued', step = null, progress = 0`);
  }

  fail(attempt: Attempt, errorCode: ProblemType): Promise<boolean> {
    return this.write(attempt, `state = 'failed', error_code = $4, finished_at = $3`, [errorCode]);
  }

  /** Finished ones of subjects that are no more. One that was never done stays: it may be on its way still. */
  async forget(definition: JobDefinition, subjects: readonly string[]): Promise<void> {
    await this.transactions.manager.query(
      'delete from job_run where job = $1 and subject = any ($2) and finished_at is not null',
      [definition.name, subjects],
    );
  }

  async forgetFinishedBefore(definitions: readonly JobDefinition[], moment: Date): Promise<void> {
    await this.transactions.manager.query('delete from job_run where job = any ($1) and finished_at < $2', [
      definitions.map(({ name }) => name),
      moment,
    ]);
  }

  private select(condition: string, parameters: readonly unknown[]): Promise<JobRun[]> {
    return this.transactions.manager.query<JobRun[]>(`select ${columns} from job_run where ${condition}`, [
      ...parameters,
    ]);
  }

  private async write(
    attempt: Attempt,
    changes: string,
    parameters: readonly unknown[] = [],
  ): Promise<boolean> {
    const rows = await this.update(
      `update job_run set heartbeat_at = $3, ${changes} where id = $1 and attempt = $2 and state = 'running' returning id`,
      [attempt.runId, attempt.number, this.clock.now(), ...parameters],
    );
    return rows.length === 1;
  }

  private async update<T>(sql: string, parameters: readonly unknown[]): Promise<readonly T[]> {
    const [rows] = await this.transactions.manager.query<[T[], number]>(sql, [...parameters]);
    return rows;
  }
}
