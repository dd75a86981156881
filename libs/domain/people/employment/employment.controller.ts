import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { SeenVersion } from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import { Ending } from '../period/period.dto.js';
import { EmploymentChange, EmploymentCorrection, EmploymentView, NewEmployment } from './employment.dto.js';
import { employmentForReader, onlyEmployment } from './employment.presenter.js';
import { EmploymentService } from './employment.service.js';

@ApiTags('people')
@Controller()
export class EmploymentController {
  constructor(private readonly employments: EmploymentService) {}

  @Get('persons/:personId/employments')
  @Allow(peoplePermissions.read)
  @ApiOperation({
    summary: 'How somebody works here: for themselves, their manager and those who look after it',
  })
  @ApiOkResponse({ type: [EmploymentView] })
  async list(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
  ): Promise<EmploymentView[]> {
    const shown = await this.employments.ofPerson(actor, personId);
    return shown.employments.map((employment) => employmentForReader(employment, shown));
  }

  @Get('employments/:employmentId')
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'One employment' })
  @ApiOkResponse({ type: EmploymentView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('employmentId', ParseUUIDPipe) id: string,
  ): Promise<EmploymentView> {
    return onlyEmployment(await this.employments.get(actor, id));
  }

  @Post('persons/:personId/employments')
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Somebody comes to work here, or gets a second employment' })
  @ApiCreatedResponse({ type: EmploymentView })
  async add(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() wanted: NewEmployment,
  ): Promise<EmploymentView> {
    return onlyEmployment(await this.employments.add(actor, personId, wanted));
  }

  @Post('employments/:employmentId/_change')
  @HttpCode(200)
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Another department, function, manager or number of hours, from a day on' })
  @ApiOkResponse({ type: EmploymentView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('employmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() change: EmploymentChange,
  ): Promise<EmploymentView> {
    return onlyEmployment(await this.employments.change(actor, id, version, change));
  }

  @Patch('employments/:employmentId')
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Correct the personnel number, the kind or the first day' })
  @ApiOkResponse({ type: EmploymentView })
  async correct(
    @CurrentActor() actor: Actor,
    @Param('employmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() correction: EmploymentCorrection,
  ): Promise<EmploymentView> {
    return onlyEmployment(await this.employments.correct(actor, id, version, correction));
  }

  @Post('employments/:employmentId/_end')
  @HttpCode(200)
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Somebody leaves after a last day; what was stays' })
  @ApiOkResponse({ type: EmploymentView })
  async end(
    @CurrentActor() actor: Actor,
    @Param('employmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() ending: Ending,
  ): Promise<EmploymentView> {
    return onlyEmployment(await this.employments.end(actor, id, version, ending));
  }
}
