import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { JobDefinition } from './job-definition.js';
import { JobDispatcher } from './job-dispatcher.js';
import { JobPerformer } from './job-performer.js';
import { JobQueues } from './job-queues.js';
import { JOB_DEFINITIONS, JobRegistry } from './job-registry.js';
import { JobRuns } from './job-run.repository.js';
import { JobSchedules } from './job-schedules.js';
import { JobWorker } from './job-worker.js';
import { Outbox } from './outbox.repository.js';
import { OutboxRelay } from './outbox-relay.js';

export interface WorkOfJobs {
  /** All jobs and schedules of the parts this worker carries. */
  readonly definitions: readonly JobDefinition[];
}

/** Needs the modules of settings, clock, database and organisations beside it. */
@Module({})
export class JobsModule {
  /** For who asks for work: api and command line. Opens no connection to the queue. */
  static forDispatch(): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      providers: [JobRuns, Outbox, JobDispatcher],
      exports: [JobRuns, JobDispatcher],
    };
  }

  /** For who does the work; may ask for work as well. */
  static forWork({ definitions }: WorkOfJobs): DynamicModule {
    const { providers = [], ...dispatch } = JobsModule.forDispatch();
    return {
      ...dispatch,
      imports: [DiscoveryModule],
      providers: [
        ...providers,
        { provide: JOB_DEFINITIONS, useValue: definitions },
        JobQueues,
        JobRegistry,
        JobPerformer,
        JobSchedules,
        OutboxRelay,
        JobWorker,
      ],
    };
  }
}
