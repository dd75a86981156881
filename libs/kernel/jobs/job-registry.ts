import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { isSchedule, type JobDefinition, type ScheduleDefinition } from './job-definition.js';
import { HandledJob, JobHandler } from './job-handler.js';

/** Token for the definitions a worker was given. */
export const JOB_DEFINITIONS = Symbol('JOB_DEFINITIONS');

export interface KnownJob {
  readonly definition: JobDefinition;
  readonly handler: JobHandler;
}

interface FoundHandler {
  readonly job: string;
  readonly handler: JobHandler;
}

/** Which handler does which job. A worker does not start unless each job has exactly one. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly jobs = new Map<string, KnownJob>();

  constructor(
    @Inject(JOB_DEFINITIONS) private readonly definitions: readonly JobDefinition[],
    private readonly discovery: DiscoveryService,
  ) {}

  /** @throws Error with every fault at once, each with the name of the job. */
  onModuleInit(): void {
    const found = this.findHandlers();
    const faults = [...this.faultsOfDefinitions(found), ...this.faultsOfHandlers(found)];
    if (faults.length > 0) throw new Error(`jobs and handlers do not match:\n${faults.join('\n')}`);
    for (const definition of this.definitions) {
      const match = found.find(({ job }) => job === definition.name);
      if (match) this.jobs.set(definition.name, { definition, handler: match.handler });
    }
  }

  find(name: string): KnownJob | undefined {
    return this.jobs.get(name);
  }

  get names(): readonly string[] {
    return [...this.jobs.keys()];
  }

  /** Those of which nobody asks how a run went once it is long over. */
  get forgotten(): readonly JobDefinition[] {
    return this.definitions.filter(({ keepsRuns }) => !keepsRuns);
  }

  get schedules(): readonly ScheduleDefinition[] {
    return this.definitions.filter(isSchedule);
  }

  private findHandlers(): readonly FoundHandler[] {
    return this.discovery.getProviders().flatMap((provider) => {
      const definition = this.discovery.getMetadataByDecorator(HandledJob, provider);
      const handler: unknown = provider.instance;
      return definition && handler instanceof JobHandler ? [{ job: definition.name, handler }] : [];
    });
  }

  private faultsOfDefinitions(found: readonly FoundHandler[]): string[] {
    return this.definitions.flatMap(({ name }, index) => {
      const handlers = found.filter(({ job }) => job === name).map(nameOf);
      if (this.definitions.findIndex((other) => other.name === name) < index)
        return [`  - ${name}: defined twice`];
      if (handlers.length === 0) return [`  - ${name}: has no handler`];
      if (handlers.length > 1) return [`  - ${name}: has more than one handler (${handlers.join(', ')})`];
      return [];
    });
  }

  private faultsOfHandlers(found: readonly FoundHandler[]): string[] {
    return found
      .filter(({ job }) => !this.definitions.some(({ name }) => name === job))
      .map(
        (handler) =>
          `  - ${handler.job}: has a handler (${nameOf(handler)}) and is not among the definitions`,
      );
  }
}

function nameOf({ handler }: FoundHandler): string {
  return handler.constructor.name;
}
