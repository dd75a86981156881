import { type DynamicModule, Module } from '@nestjs/common';
import { annualCycleEntities, AnnualCycleModule } from '@weerbaar/annual-cycle';
import { catalogueEntities, CatalogueModule } from '@weerbaar/catalogue';
import { peopleEntities, PeopleModule } from '@weerbaar/people';
import type { Settings } from '@weerbaar/kernel/config';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { HealthModule } from '@weerbaar/kernel/health';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { migrations } from '../../migrations/index.js';

/** As whom a command works: only what makes organisations needs the owner of the database. */
export type DatabaseUser = 'application' | 'owner';

/** All parts, for a command that works on what organisations have. Asks for jobs, and does none. */
@Module({})
export class CommandModule {
  static with(settings: Settings, user: DatabaseUser): DynamicModule {
    const foundation = {
      settings,
      entities: [...peopleEntities, ...catalogueEntities, ...annualCycleEntities],
      applicationName: 'weerbaar command',
    };
    return {
      module: CommandModule,
      imports: [
        user === 'owner' ? FoundationModule.asOwner(foundation) : FoundationModule.asApplication(foundation),
        JobsModule.forDispatch(),
        HealthModule.expecting(migrations),
        PeopleModule,
        CatalogueModule,
        AnnualCycleModule,
      ],
    };
  }
}
