import { type DynamicModule, Module } from '@nestjs/common';
import { annualCycleEntities, AnnualCycleModule } from '@weerbaar/annual-cycle';
import { catalogueEntities, CatalogueModule } from '@weerbaar/catalogue';
import { Clock, FixedClock } from '@weerbaar/kernel/clock';
import type { Settings } from '@weerbaar/kernel/config';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { OrganisationProfileModule } from '@weerbaar/kernel/organisation-profile';
import { peopleEntities, PeopleModule } from '@weerbaar/people';
import { DemoOrganisation } from './demo-organisation.js';
import { AnnualDocumentsStory } from './story/annual-documents.story.js';
import { CatalogueStory } from './story/catalogue.story.js';
import { PeopleStory } from './story/people.story.js';
import { RightsReviewStory } from './story/rights-review.story.js';
import { StructureStory } from './story/structure.story.js';
import { YearlyCycleStory } from './story/yearly-cycle.story.js';

/** All parts, as the owner of the database, under a clock that can be set back. */
@Module({})
export class DemoModule {
  static with(settings: Settings, now: Date): DynamicModule {
    const clock = new FixedClock(now);
    return {
      module: DemoModule,
      imports: [
        FoundationModule.asOwner({
          settings,
          entities: [...peopleEntities, ...catalogueEntities, ...annualCycleEntities],
          applicationName: 'weerbaar demo',
          clock,
        }),
        JobsModule.forDispatch(),
        OrganisationProfileModule,
        PeopleModule,
        CatalogueModule,
        AnnualCycleModule,
      ],
      providers: [
        { provide: FixedClock, useExisting: Clock },
        PeopleStory,
        StructureStory,
        RightsReviewStory,
        CatalogueStory,
        YearlyCycleStory,
        AnnualDocumentsStory,
        DemoOrganisation,
      ],
    };
  }
}
