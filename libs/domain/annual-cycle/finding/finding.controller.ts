import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, SeenVersion } from '@weerbaar/kernel/http';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { YearParameter } from '../cycle/annual-cycle.dto.js';
import { FindingChanges, FindingQuery, FindingView, NewFinding } from './finding.dto.js';
import { forReader } from './finding.presenter.js';
import { FindingService } from './finding.service.js';

@ApiTags('annual cycle')
@Controller()
export class FindingController {
  constructor(private readonly findings: FindingService) {}

  @Get('annual-cycles/:year/findings')
  @Allow(annualCyclePermissions.read)
  @ApiOperation({ summary: 'What the plan of a year starts from' })
  @AnswersPage(FindingView)
  async list(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParameter,
    @Query() query: FindingQuery,
  ): Promise<Page<FindingView>> {
    return presentPage(await this.findings.list(actor, year, query, query.source), forReader);
  }

  @Post('annual-cycles/:year/findings')
  @Allow(annualCyclePermissions.contribute)
  @ApiOperation({ summary: 'Add a finding' })
  @ApiCreatedResponse({ type: FindingView })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearParameter,
    @Body() finding: NewFinding,
  ): Promise<FindingView> {
    return forReader(await this.findings.add(actor, year, finding));
  }

  @Get('findings/:findingId')
  @Allow(annualCyclePermissions.read)
  @ApiOperation({ summary: 'One finding' })
  @ApiOkResponse({ type: FindingView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('findingId', ParseUUIDPipe) id: string,
  ): Promise<FindingView> {
    return forReader(await this.findings.get(actor, id));
  }

  @Patch('findings/:findingId')
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Change a finding' })
  @ApiOkResponse({ type: FindingView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('findingId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() changes: FindingChanges,
  ): Promise<FindingView> {
    return forReader(await this.findings.change(actor, id, version, changes));
  }
}
