import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { SeenVersion } from '@weerbaar/kernel/http';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { YearParameter } from '../cycle/annual-cycle.dto.js';
import { AdoptionService } from './adoption.service.js';
import {
  AnnualDocumentView,
  ChapterView,
  ChapterWriting,
  DocumentFigureView,
  FigureDifferenceView,
  NewAnnualDocument,
  NewCorrection,
  NewDecision,
} from './annual-document.dto.js';
import { chapterForWriter, figureForWriter, forReader } from './annual-document.presenter.js';
import { AnnualDocumentService } from './annual-document.service.js';
import { ChapterService } from './chapter.service.js';

@ApiTags('annual documents')
@Controller()
export class AnnualDocumentController {
  constructor(
    private readonly documents: AnnualDocumentService,
    private readonly chapters: ChapterService,
    private readonly adoption: AdoptionService,
  ) {}

  @Get('annual-cycles/:year/annual-documents')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'Plan and report of a year, all revisions' })
  @ApiOkResponse({ type: [AnnualDocumentView] })
  async list(@CurrentActor() actor: Actor, @Param() { year }: YearParameter): Promise<AnnualDocumentView[]> {
    return (await this.documents.list(actor, year)).map((state) => forReader(actor, state));
  }

  @Post('annual-cycles/:year/annual-documents')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Begin the plan or report of a year' })
  @ApiCreatedResponse({ type: AnnualDocumentView })
  async open(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParameter,
    @Body() { kind }: NewAnnualDocument,
  ): Promise<AnnualDocumentView> {
    return forReader(actor, await this.documents.open(actor, year, kind));
  }

  @Get('annual-documents/:documentId')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'One plan or report' })
  @ApiOkResponse({ type: AnnualDocumentView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
  ): Promise<AnnualDocumentView> {
    return forReader(actor, await this.documents.get(actor, id));
  }

  @Get('annual-documents/:documentId/figures')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'The figures of a document, which its texts can refer to' })
  @ApiOkResponse({ type: [DocumentFigureView] })
  async listFigures(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
  ): Promise<DocumentFigureView[]> {
    return (await this.documents.listFigures(actor, id)).map(figureForWriter);
  }

  @Post('annual-documents/:documentId/_refresh-figures')
  @HttpCode(200)
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Take the figures of a draft anew; answers what changed' })
  @ApiOkResponse({ type: [FigureDifferenceView] })
  async refreshFigures(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<FigureDifferenceView[]> {
    return [...(await this.documents.refreshFigures(actor, id, version))];
  }

  @Post('annual-documents/:documentId/_submit')
  @HttpCode(200)
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Put a draft before the bodies of the adoption route' })
  @ApiOkResponse({ type: AnnualDocumentView })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<AnnualDocumentView> {
    return forReader(actor, await this.documents.submit(actor, id, version));
  }

  @Post('annual-documents/:documentId/adoption-decisions')
  @Allow(annualCyclePermissions.decide)
  @ApiOperation({ summary: 'Record what the body of the current step decided' })
  @ApiCreatedResponse({ type: AnnualDocumentView })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() decision: NewDecision,
  ): Promise<AnnualDocumentView> {
    await this.adoption.decide(actor, id, version, decision);
    return forReader(actor, await this.documents.afterDecision(actor, id));
  }

  @Post('annual-documents/:documentId/_correct')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Begin a correction of what was adopted' })
  @ApiCreatedResponse({ type: AnnualDocumentView })
  async correct(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() { reason }: NewCorrection,
  ): Promise<AnnualDocumentView> {
    return forReader(actor, await this.documents.correct(actor, id, reason));
  }

  @Get('annual-documents/:documentId/chapters')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'The chapters in order, with which still need text' })
  @ApiOkResponse({ type: [ChapterView] })
  async listChapters(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
  ): Promise<ChapterView[]> {
    return (await this.chapters.list(actor, id)).map(chapterForWriter);
  }

  @Get('annual-documents/:documentId/chapters/:chapterId')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'One chapter' })
  @ApiOkResponse({ type: ChapterView })
  async getChapter(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Param('chapterId') chapterId: string,
  ): Promise<ChapterView> {
    return chapterForWriter(await this.chapters.get(actor, id, chapterId));
  }

  @Put('annual-documents/:documentId/chapters/:chapterId')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Write the text of a chapter' })
  @ApiOkResponse({ type: ChapterView })
  async writeChapter(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Param('chapterId') chapterId: string,
    @SeenVersion() version: number,
    @Body() { body }: ChapterWriting,
  ): Promise<ChapterView> {
    return chapterForWriter(await this.chapters.write(actor, id, chapterId, version, body));
  }
}
