import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, PageQuery, SeenVersion } from '@weerbaar/kernel/http';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { AnnualCycleView, NewAnnualCycle, PhaseChange, YearParameter } from './annual-cycle.dto.js';
import { forReader } from './annual-cycle.presenter.js';
import { AnnualCycleService } from './annual-cycle.service.js';

@ApiTags('annual cycle')
@Controller('annual-cycles')
export class AnnualCycleController {
  constructor(private readonly cycles: AnnualCycleService) {}

  @Get()
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'Cycles, newest first' })
  @AnswersPage(AnnualCycleView)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<AnnualCycleView>> {
    return presentPage(await this.cycles.list(actor, query), forReader);
  }

  @Post()
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Open the cycle of a year' })
  @ApiCreatedResponse({ type: AnnualCycleView })
  async open(@CurrentActor() actor: Actor, @Body() { year }: NewAnnualCycle): Promise<AnnualCycleView> {
    return forReader(await this.cycles.open(actor, year));
  }

  @Get(':year')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'The cycle of a year' })
  @ApiOkResponse({ type: AnnualCycleView })
  async get(@CurrentActor() actor: Actor, @Param() { year }: YearParameter): Promise<AnnualCycleView> {
    return forReader(await this.cycles.get(actor, year));
  }

  @Patch(':year')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Move the cycle to the next or previous phase' })
  @ApiOkResponse({ type: AnnualCycleView })
  async moveTo(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParameter,
    @SeenVersion() version: number,
    @Body() { phase }: PhaseChange,
  ): Promise<AnnualCycleView> {
    return forReader(await this.cycles.moveTo(actor, year, version, phase));
  }
}
