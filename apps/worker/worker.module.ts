import { type DynamicModule, Module } from '@nestjs/common';
import { annualCycleEntities, annualCycleJobs, AnnualCycleModule } from '@weerbaar/annual-cycle';
import { catalogueEntities, catalogueJobs, CatalogueModule } from '@weerbaar/catalogue';
import { peopleEntities, peopleJobs, PeopleModule } from '@weerbaar/people';
import { AuditWorkModule, checkpointSchedule } from '@weerbaar/kernel/audit';
import type { Settings } from '@weerbaar/kernel/config';
import { FilesWorkModule, removeAbandonedSchedule } from '@weerbaar/kernel/files';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { identityJobs, IdentityWorkModule } from '@weerbaar/kernel/identity';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { noticesJobs, NoticesWorkModule } from '@weerbaar/kernel/notices';

/** The process that does what takes time or comes back by the clock. */
@Module({})
export class WorkerModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        FoundationModule.asApplication({
          settings,
          entities: [...peopleEntities, ...catalogueEntities, ...annualCycleEntities],
          applicationName: 'weerbaar worker',
        }),
        JobsModule.forWork({
          definitions: [
            ...annualCycleJobs,
            ...catalogueJobs,
            ...peopleJobs,
            ...identityJobs,
            ...noticesJobs,
            checkpointSchedule,
            removeAbandonedSchedule,
          ],
        }),
        PeopleModule,
        CatalogueModule,
        AnnualCycleModule,
        AuditWorkModule,
        FilesWorkModule,
        IdentityWorkModule,
        NoticesWorkModule,
      ],
    };
  }
}
