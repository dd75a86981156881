import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { annualCycleEntities, AnnualCycleModule } from '@weerbaar/annual-cycle';
import { catalogueEntities, CatalogueModule } from '@weerbaar/catalogue';
import { peopleEntities, PeopleModule } from '@weerbaar/people';
import { AccessGuard } from '@weerbaar/kernel/access';
import type { Settings } from '@weerbaar/kernel/config';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { HealthModule } from '@weerbaar/kernel/health';
import { HouseStyleModule } from '@weerbaar/kernel/house-style';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { migrations } from '../../migrations/index.js';
import { ApiDescription } from './pages/api-description.js';
import { DescriptionController } from './pages/description.controller.js';
import { MailboxController } from './pages/mailbox.controller.js';
import { PageFrame } from './pages/page-frame.js';
import { PublishedController } from './pages/published.controller.js';
import { SecurityTextController } from './pages/security-text.controller.js';

/** The HTTP process: all parts with their routes. */
@Module({})
export class ApiModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        FoundationModule.asApplication({
          settings,
          entities: [...peopleEntities, ...catalogueEntities, ...annualCycleEntities],
          applicationName: 'weerbaar api',
        }),
        JobsModule.forDispatch(),
        HealthModule.expecting(migrations),
        HouseStyleModule,
        PeopleModule,
        CatalogueModule,
        AnnualCycleModule,
      ],
      controllers: [PublishedController, MailboxController, DescriptionController, SecurityTextController],
      providers: [ApiDescription, PageFrame, { provide: APP_GUARD, useClass: AccessGuard }],
    };
  }
}
