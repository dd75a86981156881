import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import { HistoryEntryView, historyEntryForReader } from '@weerbaar/kernel/audit';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, PageQuery, SeenVersion } from '@weerbaar/kernel/http';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { YearParameter } from '../cycle/annual-cycle.dto.js';
import {
  ActionChanges,
  ActionQuery,
  ActionsToCarryOver,
  ActionView,
  CarryOverView,
  NewAction,
  NewProgress,
  OpenBeforeView,
  ProgressView,
} from './action.dto.js';
import { forReader, progressForReader } from './action.presenter.js';
import { ActionService } from './action.service.js';

@ApiTags('annual cycle')
@Controller()
export class ActionController {
  constructor(private readonly actions: ActionService) {}

  @Get('annual-cycles/:year/actions')
  @Allow(annualCyclePermissions.read)
  @ApiOperation({ summary: 'The actions of a year, by number' })
  @AnswersPage(ActionView)
  async list(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParameter,
    @Query() { page, pageSize, ...filter }: ActionQuery,
  ): Promise<Page<ActionView>> {
    const shown = await this.actions.list(actor, year, { page, pageSize }, filter);
    return presentPage(shown.page, (action) => forReader(actor, action, shown.persons));
  }

  @Post('annual-cycles/:year/actions')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Add an action to the plan' })
  @ApiCreatedResponse({ type: ActionView })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParameter,
    @Body() wanted: NewAction,
  ): Promise<ActionView> {
    const { action, persons } = await this.actions.add(actor, year, wanted);
    return forReader(actor, action, persons);
  }

  @Post('annual-cycles/:year/actions/_carry-over')
  @HttpCode(200)
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Take actions that were left open last year into this year' })
  @ApiOkResponse({ type: CarryOverView })
  async carryOver(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParameter,
    @Body() { actionIds }: ActionsToCarryOver,
  ): Promise<CarryOverView> {
    return { carriedOver: await this.actions.carryOver(actor, year, actionIds) };
  }

  @Get('annual-cycles/:year/open-before')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'What was left open last year and can still be taken into this year' })
  @ApiOkResponse({ type: OpenBeforeView })
  async openBefore(@CurrentActor() actor: Actor, @Param() { year }: YearParameter): Promise<OpenBeforeView> {
    const { possible, ofEndedBlocks, persons } = await this.actions.openBefore(actor, year);
    return { actions: possible.map((action) => forReader(actor, action, persons)), ofEndedBlocks };
  }

  @Get('actions/:actionId')
  @Allow(annualCyclePermissions.report)
  @ApiOperation({ summary: 'One action' })
  @ApiOkResponse({ type: ActionView })
  async get(@CurrentActor() actor: Actor, @Param('actionId', ParseUUIDPipe) id: string): Promise<ActionView> {
    const { action, persons } = await this.actions.get(actor, id);
    return forReader(actor, action, persons);
  }

  @Patch('actions/:actionId')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Change an action' })
  @ApiOkResponse({ type: ActionView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('actionId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() changes: ActionChanges,
  ): Promise<ActionView> {
    const { action, persons } = await this.actions.change(actor, id, version, changes);
    return forReader(actor, action, persons);
  }

  @Get('actions/:actionId/history')
  @Allow(annualCyclePermissions.report)
  @ApiOperation({ summary: 'Who changed what of an action, the latest first' })
  @AnswersPage(HistoryEntryView)
  async history(
    @CurrentActor() actor: Actor,
    @Param('actionId', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return presentPage(await this.actions.history(actor, id, query), historyEntryForReader);
  }

  @Get('actions/:actionId/progress-notes')
  @Allow(annualCyclePermissions.report)
  @ApiOperation({ summary: 'What was reported of an action, newest first' })
  @AnswersPage(ProgressView)
  async progress(
    @CurrentActor() actor: Actor,
    @Param('actionId', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<ProgressView>> {
    return presentPage(await this.actions.progress(actor, id, query), progressForReader);
  }

  @Post('actions/:actionId/progress-notes')
  @Allow(annualCyclePermissions.report)
  @ApiOperation({ summary: 'Report progress of an action in a quarter' })
  @ApiCreatedResponse({ type: ProgressView })
  async report(
    @CurrentActor() actor: Actor,
    @Param('actionId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() progress: NewProgress,
  ): Promise<ProgressView> {
    return progressForReader(await this.actions.report(actor, id, version, progress));
  }
}
