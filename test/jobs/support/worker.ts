import { type INestApplicationContext, Module, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '@weerbaar/kernel/clock';
import { ConfigModule, readSettings } from '@weerbaar/kernel/config';
import { DatabaseModule } from '@weerbaar/kernel/database';
import { type JobDefinition, JobsModule } from '@weerbaar/kernel/jobs';
import { MailModule } from '@weerbaar/kernel/mail';
import { OrganisationsModule } from '@weerbaar/kernel/organisations';
import { Performances, proofHandlers, proofJobs } from './proof-jobs.js';

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly performances: Performances;
  /** More settings. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly definitions?: readonly JobDefinition[];
  readonly handlers?: readonly Type[];
}

@Module({})
class ProofWorkerModule {}

/** A worker as the real one: same modules, with the jobs of these tests. */
export async function startWorker(options: WorkerOptions): Promise<INestApplicationContext> {
  const { databaseUrl, redisUrl, performances, definitions = proofJobs, handlers = proofHandlers } = options;
  const settings = readSettings({ ...options.environment, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl });
  const providers: Provider[] = [{ provide: Performances, useValue: performances }, ...handlers];
  const imports = [
    ConfigModule.with(settings),
    ClockModule,
    DatabaseModule.asApplication({
      url: databaseUrl,
      pool: 5,
      entities: [],
      applicationName: 'proof worker',
    }),
    OrganisationsModule,
    MailModule,
    JobsModule.forWork({ definitions }),
  ];
  return NestFactory.createApplicationContext(
    { module: ProofWorkerModule, imports, providers },
    { logger: false, abortOnError: false },
  );
}
