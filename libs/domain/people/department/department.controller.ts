import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { SeenVersion } from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import { DayQuery, Ending } from '../period/period.dto.js';
import { DepartmentChange, DepartmentDetails, DepartmentView, NewDepartment } from './department.dto.js';
import { departmentDetails, departmentForColleague } from './department.presenter.js';
import { DepartmentService } from './department.service.js';

@ApiTags('people')
@Controller('departments')
export class DepartmentController {
  constructor(private readonly departments: DepartmentService) {}

  @Get()
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'All departments of a day, as the tree is read: each before those below it' })
  @ApiOkResponse({ type: [DepartmentView] })
  async list(@CurrentActor() actor: Actor, @Query() { on }: DayQuery): Promise<DepartmentView[]> {
    const shown = await this.departments.list(actor, on);
    return shown.chart.inOrder().map((department) => departmentForColleague(department, shown));
  }

  @Get(':departmentId')
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'One department' })
  @ApiOkResponse({ type: DepartmentDetails })
  async get(
    @CurrentActor() actor: Actor,
    @Param('departmentId', ParseUUIDPipe) id: string,
    @Query() { on }: DayQuery,
  ): Promise<DepartmentDetails> {
    return departmentDetails(await this.departments.get(actor, id, on));
  }

  @Post()
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Add a department' })
  @ApiCreatedResponse({ type: DepartmentDetails })
  async add(@CurrentActor() actor: Actor, @Body() wanted: NewDepartment): Promise<DepartmentDetails> {
    return departmentDetails(await this.departments.add(actor, wanted));
  }

  @Post(':departmentId/_change')
  @HttpCode(200)
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Rename or move it, or give it another manager, from a day on' })
  @ApiOkResponse({ type: DepartmentDetails })
  async change(
    @CurrentActor() actor: Actor,
    @Param('departmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() change: DepartmentChange,
  ): Promise<DepartmentDetails> {
    return departmentDetails(await this.departments.change(actor, id, version, change));
  }

  @Post(':departmentId/_end')
  @HttpCode(200)
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({
    summary: 'End it after a last day; nobody may work there any more, and nothing be below it',
  })
  @ApiOkResponse({ type: DepartmentDetails })
  async end(
    @CurrentActor() actor: Actor,
    @Param('departmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() ending: Ending,
  ): Promise<DepartmentDetails> {
    return departmentDetails(await this.departments.end(actor, id, version, ending));
  }
}
