import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, SeenVersion } from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import { Ending } from '../period/period.dto.js';
import { JobFunctionChange, JobFunctionQuery, JobFunctionView, NewJobFunction } from './job-function.dto.js';
import { functionForKeeper } from './job-function.presenter.js';
import { JobFunctionService } from './job-function.service.js';

@ApiTags('people')
@Controller('job-functions')
export class JobFunctionController {
  constructor(private readonly functions: JobFunctionService) {}

  @Get()
  @Allow(peoplePermissions.readStructure)
  @ApiOperation({ summary: 'The functions of a day, by name' })
  @AnswersPage(JobFunctionView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { on, ...page }: JobFunctionQuery,
  ): Promise<Page<JobFunctionView>> {
    return presentPage(await this.functions.list(actor, page, on), functionForKeeper);
  }

  @Get(':jobFunctionId')
  @Allow(peoplePermissions.readStructure)
  @ApiOperation({ summary: 'One function, with what it was designated for and when' })
  @ApiOkResponse({ type: JobFunctionView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('jobFunctionId', ParseUUIDPipe) id: string,
  ): Promise<JobFunctionView> {
    return functionForKeeper(await this.functions.get(actor, id));
  }

  @Post()
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Add a function' })
  @ApiCreatedResponse({ type: JobFunctionView })
  async add(@CurrentActor() actor: Actor, @Body() wanted: NewJobFunction): Promise<JobFunctionView> {
    return functionForKeeper(await this.functions.add(actor, wanted));
  }

  @Post(':jobFunctionId/_change')
  @HttpCode(200)
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Rename it, or change what it is designated for, from a day on' })
  @ApiOkResponse({ type: JobFunctionView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('jobFunctionId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() change: JobFunctionChange,
  ): Promise<JobFunctionView> {
    return functionForKeeper(await this.functions.change(actor, id, version, change));
  }

  @Post(':jobFunctionId/_end')
  @HttpCode(200)
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'End it after a last day; nobody may have it any more' })
  @ApiOkResponse({ type: JobFunctionView })
  async end(
    @CurrentActor() actor: Actor,
    @Param('jobFunctionId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() ending: Ending,
  ): Promise<JobFunctionView> {
    return functionForKeeper(await this.functions.end(actor, id, version, ending));
  }
}
