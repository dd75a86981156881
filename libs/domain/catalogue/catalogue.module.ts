import { Global, Module } from '@nestjs/common';
import { AssessmentController } from './assessment/assessment.controller.js';
import { AssessmentRepository } from './assessment/assessment.repository.js';
import { AssessmentService } from './assessment/assessment.service.js';
import { BuildingBlockDirectory } from './building-block-directory.js';
import { BuildingBlockController } from './building-block/building-block.controller.js';
import { BuildingBlockDirectoryService } from './building-block/building-block-directory.service.js';
import { BuildingBlockRepository } from './building-block/building-block.repository.js';
import { BuildingBlockService } from './building-block/building-block.service.js';
import { ReferenceSetService } from './building-block/reference-set.service.js';
import { CatalogueFigureQueries } from './catalogue-figures.repository.js';
import { CatalogueFigures } from './catalogue.figures.js';
import { CataloguePersonalData } from './catalogue.personal-data.js';
import { CataloguePersonalDataQueries } from './catalogue-personal-data.repository.js';
import { CatalogueTasks } from './catalogue.tasks.js';
import { DerivedStateRepository } from './derived-state/derived-state.repository.js';
import { DerivedStateService } from './derived-state/derived-state.service.js';
import { ReviewOverdueHandler } from './derived-state/review-overdue.job.js';
import { NetworkMemberController } from './network/network-member.controller.js';
import { NetworkMemberRepository } from './network/network-member.repository.js';
import { NetworkMemberService } from './network/network-member.service.js';
import { PolicyDocumentController } from './policy-document/policy-document.controller.js';
import { PolicyDocumentRepository } from './policy-document/policy-document.repository.js';
import { PolicyDocumentService } from './policy-document/policy-document.service.js';
import { ThemeController } from './theme/theme.controller.js';

/** Global: other parts look up building blocks through `BuildingBlockDirectory`. */
@Global()
@Module({
  controllers: [
    ThemeController,
    BuildingBlockController,
    NetworkMemberController,
    AssessmentController,
    PolicyDocumentController,
  ],
  providers: [
    AssessmentRepository,
    AssessmentService,
    BuildingBlockRepository,
    BuildingBlockService,
    CatalogueFigureQueries,
    CatalogueFigures,
    CataloguePersonalDataQueries,
    CataloguePersonalData,
    CatalogueTasks,
    DerivedStateRepository,
    DerivedStateService,
    NetworkMemberRepository,
    NetworkMemberService,
    PolicyDocumentRepository,
    PolicyDocumentService,
    ReferenceSetService,
    ReviewOverdueHandler,
    { provide: BuildingBlockDirectory, useClass: BuildingBlockDirectoryService },
  ],
  exports: [
    AssessmentService,
    BuildingBlockDirectory,
    BuildingBlockService,
    DerivedStateService,
    NetworkMemberService,
    PolicyDocumentService,
    ReferenceSetService,
  ],
})
export class CatalogueModule {}
