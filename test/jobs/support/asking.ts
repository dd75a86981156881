import { vi } from 'vitest';
import { SystemClock } from '@weerbaar/kernel/clock';
import {
  JobDispatcher,
  type DispatchOptions,
  type JobDefinition,
  type JobPayload,
  type JobRun,
  JobRuns,
} from '@weerbaar/kernel/jobs';
import type { TestDatabase } from '@weerbaar/kernel/testing';
import { Outbox } from '../../../libs/kernel/jobs/outbox.repository.js';

/** Asks for jobs and looks at their runs as an organisation, the way a part does. */
export class Asking {
  readonly clock = new SystemClock();
  readonly runs: JobRuns;
  readonly dispatcher: JobDispatcher;

  constructor(
    private readonly database: TestDatabase,
    readonly organisationId: string,
  ) {
    this.runs = new JobRuns(database.transactions, this.clock);
    this.dispatcher = new JobDispatcher(this.runs, new Outbox(database.transactions, this.clock));
  }

  static async of(database: TestDatabase): Promise<Asking> {
    return new Asking(database, await database.createOrganisation());
  }

  dispatch<P extends JobPayload>(
    job: JobDefinition<P>,
    payload: P,
    options?: DispatchOptions,
  ): Promise<JobRun> {
    return this.database.inOrganisation(this.organisationId, () =>
      this.dispatcher.dispatch(job, payload, options),
    );
  }

  run(id: string): Promise<JobRun> {
    return this.database.inOrganisation(this.organisationId, () => this.runs.get(id));
  }

  /** Waits until the run looks as expected; fails with what it looks like instead. */
  reaches(id: string, expected: Partial<JobRun>, timeout = 15_000): Promise<void> {
    return vi.waitFor(async () => expect(await this.run(id)).toMatchObject(expected), {
      timeout,
      interval: 50,
    });
  }
}
