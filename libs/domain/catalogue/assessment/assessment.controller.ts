import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import {
  AnswersFile,
  AnswersPage,
  download,
  type IncomingFile,
  TakesUpload,
  Uploaded,
} from '@weerbaar/kernel/http';
import { cataloguePermissions } from '../catalogue.permissions.js';
import { AssessmentQuery, AssessmentView, NewAssessment } from './assessment.dto.js';
import { forColleague } from './assessment.presenter.js';
import { AssessmentService } from './assessment.service.js';

@ApiTags('catalogue')
@Controller()
export class AssessmentController {
  constructor(private readonly assessments: AssessmentService) {}

  @Get('building-blocks/:buildingBlockId/assessments')
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'All that was judged of a building block, the latest first' })
  @AnswersPage(AssessmentView)
  async list(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) buildingBlockId: string,
    @Query() query: AssessmentQuery,
  ): Promise<Page<AssessmentView>> {
    return presentPage(
      await this.assessments.list(actor, buildingBlockId, query.aspect, query),
      forColleague,
    );
  }

  @Post('building-blocks/:buildingBlockId/assessments')
  @Allow(cataloguePermissions.contribute)
  @ApiOperation({ summary: 'Assess the design, existence or operation of a building block' })
  @TakesUpload(NewAssessment)
  @ApiCreatedResponse({ type: AssessmentView })
  async add(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) buildingBlockId: string,
    @Body() body: NewAssessment,
    @Uploaded() file: IncomingFile | undefined,
  ): Promise<AssessmentView> {
    return forColleague(await this.assessments.add(actor, buildingBlockId, body, file));
  }

  @Get('assessments/:assessmentId/evidence-file')
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'The file that belongs to the evidence of an assessment' })
  @AnswersFile()
  async evidence(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return download(await this.assessments.openEvidence(actor, id));
  }
}
