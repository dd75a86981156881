import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import { HistoryEntryView, historyEntryForReader } from '@weerbaar/kernel/audit';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, PageQuery, SeenVersion } from '@weerbaar/kernel/http';
import { cataloguePermissions } from '../catalogue.permissions.js';
import { DerivedStateView } from '../derived-state/derived-state.dto.js';
import { forColleague as derivedForColleague } from '../derived-state/derived-state.presenter.js';
import { DerivedStateService } from '../derived-state/derived-state.service.js';
import {
  BuildingBlockChanges,
  BuildingBlockDetails,
  BuildingBlockEnd,
  BuildingBlockQuery,
  BuildingBlockSummary,
  NewBuildingBlock,
} from './building-block.dto.js';
import { details, summary } from './building-block.presenter.js';
import { BuildingBlockService } from './building-block.service.js';

@ApiTags('catalogue')
@Controller('building-blocks')
export class BuildingBlockController {
  constructor(
    private readonly blocks: BuildingBlockService,
    private readonly states: DerivedStateService,
  ) {}

  @Get()
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'The building blocks of the organisation, by theme' })
  @AnswersPage(BuildingBlockSummary)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { theme, includeEnded = false, reviewOverdue = false, ...page }: BuildingBlockQuery,
  ): Promise<Page<BuildingBlockSummary>> {
    const shown = await this.blocks.list(actor, { theme, includeEnded, reviewOverdue }, page);
    return presentPage(shown.page, (block) => summary(block, shown));
  }

  @Post()
  @Allow(cataloguePermissions.manage)
  @ApiOperation({ summary: 'Add a building block of your own' })
  @ApiCreatedResponse({ type: BuildingBlockDetails })
  async add(@CurrentActor() actor: Actor, @Body() body: NewBuildingBlock): Promise<BuildingBlockDetails> {
    return details(await this.blocks.add(actor, body));
  }

  @Get(':buildingBlockId')
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'One building block with its owner, network and state' })
  @ApiOkResponse({ type: BuildingBlockDetails })
  async get(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) id: string,
  ): Promise<BuildingBlockDetails> {
    return details(await this.blocks.get(actor, id));
  }

  @Patch(':buildingBlockId')
  @Allow(cataloguePermissions.manage)
  @ApiOperation({ summary: 'Change name, purpose, owner or review interval' })
  @ApiOkResponse({ type: BuildingBlockDetails })
  async change(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() body: BuildingBlockChanges,
  ): Promise<BuildingBlockDetails> {
    return details(await this.blocks.change(actor, id, version, body));
  }

  @Post(':buildingBlockId/_end')
  @HttpCode(200)
  @Allow(cataloguePermissions.manage)
  @ApiOperation({ summary: 'End a building block; it stays in the figures of its years' })
  @ApiOkResponse({ type: BuildingBlockDetails })
  async end(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() { validTo }: BuildingBlockEnd,
  ): Promise<BuildingBlockDetails> {
    return details(await this.blocks.end(actor, id, version, validTo));
  }

  @Get(':buildingBlockId/history')
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'Who changed what, the latest first' })
  @AnswersPage(HistoryEntryView)
  async history(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return presentPage(await this.blocks.history(actor, id, query), historyEntryForReader);
  }

  @Get(':buildingBlockId/derived-states')
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'How the state that follows from the records went, the latest first' })
  @AnswersPage(DerivedStateView)
  async derivedStates(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<DerivedStateView>> {
    return presentPage(await this.states.history(actor, id, query), derivedForColleague);
  }
}
