import { Module } from '@nestjs/common';
import { Typesetter } from '@weerbaar/kernel/documents';
import { ActionController } from './action/action.controller.js';
import { ActionRepository } from './action/action.repository.js';
import { ActionService } from './action/action.service.js';
import { RemindOwners } from './action/remind-owners.job.js';
import { AdoptionRouteController } from './adoption-route/adoption-route.controller.js';
import { AdoptionRouteRepository } from './adoption-route/adoption-route.repository.js';
import { AdoptionRouteService } from './adoption-route/adoption-route.service.js';
import { AdoptionService } from './annual-document/adoption.service.js';
import { AnnualDocumentController } from './annual-document/annual-document.controller.js';
import { AnnualDocumentRepository } from './annual-document/annual-document.repository.js';
import { AnnualDocumentService } from './annual-document/annual-document.service.js';
import { ChapterService } from './annual-document/chapter.service.js';
import { ChapterTextRepository } from './annual-document/chapter-text.repository.js';
import { AnnualCyclePersonalData } from './annual-cycle.personal-data.js';
import { AnnualCyclePersonalDataQueries } from './annual-cycle-personal-data.repository.js';
import { AnnualCycleFigures } from './annual-cycle.figures.js';
import { AnnualCycleNotices } from './annual-cycle.notices.js';
import { AnnualCycleTasks } from './annual-cycle.tasks.js';
import { AnnualCycleController } from './cycle/annual-cycle.controller.js';
import { AnnualCycleRepository } from './cycle/annual-cycle.repository.js';
import { AnnualCycleService } from './cycle/annual-cycle.service.js';
import { FigureQueries } from './figure-queries.repository.js';
import { FindingController } from './finding/finding.controller.js';
import { FindingRepository } from './finding/finding.repository.js';
import { FindingService } from './finding/finding.service.js';
import { ProgressReminderRepository } from './progress-round/progress-reminder.repository.js';
import { ProgressRoundController } from './progress-round/progress-round.controller.js';
import { ProgressRoundRepository } from './progress-round/progress-round.repository.js';
import { ProgressRoundService } from './progress-round/progress-round.service.js';
import { ForgetDrafts } from './rendering/forget-drafts.job.js';
import { RenderDocument } from './rendering/render-document.job.js';
import { RenderingController } from './rendering/rendering.controller.js';
import { RenderingRepository } from './rendering/rendering.repository.js';
import { RenderingService } from './rendering/rendering.service.js';
import { FiguresSnapshotRepository } from './snapshot/figures-snapshot.repository.js';
import { FiguresSnapshotService } from './snapshot/figures-snapshot.service.js';

@Module({
  controllers: [
    AnnualCycleController,
    FindingController,
    ActionController,
    ProgressRoundController,
    AdoptionRouteController,
    AnnualDocumentController,
    RenderingController,
  ],
  providers: [
    AnnualCycleRepository,
    AnnualCycleService,
    FindingRepository,
    FindingService,
    ActionRepository,
    ActionService,
    ProgressRoundRepository,
    ProgressReminderRepository,
    ProgressRoundService,
    FiguresSnapshotRepository,
    FiguresSnapshotService,
    AdoptionRouteRepository,
    AdoptionRouteService,
    AnnualDocumentRepository,
    AnnualDocumentService,
    ChapterTextRepository,
    ChapterService,
    AdoptionService,
    RenderingRepository,
    RenderingService,
    FigureQueries,
    AnnualCycleFigures,
    AnnualCycleNotices,
    AnnualCycleTasks,
    RemindOwners,
    AnnualCyclePersonalDataQueries,
    AnnualCyclePersonalData,
    RenderDocument,
    ForgetDrafts,
    { provide: Typesetter, useFactory: () => new Typesetter() },
  ],
  exports: [
    AnnualCycleService,
    FindingService,
    ActionService,
    AnnualDocumentService,
    ChapterService,
    AdoptionService,
    RenderingService,
  ],
})
export class AnnualCycleModule {}
