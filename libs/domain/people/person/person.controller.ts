import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage } from '@weerbaar/kernel/http';
import { ManagerView } from '../employment/employment.dto.js';
import { peoplePermissions } from '../people.permissions.js';
import { DayQuery } from '../period/period.dto.js';
import { NewPersonInput, PersonQuery, PersonView, TeamQuery } from './person.dto.js';
import { forColleague } from './person.presenter.js';
import { PersonService } from './person.service.js';

@ApiTags('people')
@Controller('persons')
export class PersonController {
  constructor(private readonly persons: PersonService) {}

  @Get()
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'The people of the organisation, by name' })
  @AnswersPage(PersonView)
  async list(@CurrentActor() actor: Actor, @Query() query: PersonQuery): Promise<Page<PersonView>> {
    const { page, workPlaces } = await this.persons.list(actor, query, query);
    return presentPage(page, (person) => forColleague(person, workPlaces));
  }

  @Get(':personId')
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonView })
  async get(@CurrentActor() actor: Actor, @Param('personId', ParseUUIDPipe) id: string): Promise<PersonView> {
    const { person, workPlaces } = await this.persons.get(actor, id);
    return forColleague(person, workPlaces);
  }

  @Get(':personId/manager')
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'Who manages somebody on a day, in their main employment' })
  @ApiOkResponse({ type: ManagerView })
  async manager(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) id: string,
    @Query() { on }: DayQuery,
  ): Promise<ManagerView> {
    const { day, manager } = await this.persons.managerOf(actor, id, on);
    return { on: day, manager: manager && { personId: manager.id, name: manager.name } };
  }

  @Get(':personId/team')
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'Whom somebody manages on a day, by name' })
  @AnswersPage(PersonView)
  async team(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) id: string,
    @Query() { on, ...query }: TeamQuery,
  ): Promise<Page<PersonView>> {
    const { page, workPlaces } = await this.persons.teamOf(actor, id, on, query);
    return presentPage(page, (person) => forColleague(person, workPlaces));
  }

  @Post()
  @Allow(peoplePermissions.add)
  @ApiOperation({ summary: 'Add somebody who works here' })
  @ApiCreatedResponse({ type: PersonView })
  async add(@CurrentActor() actor: Actor, @Body() wanted: NewPersonInput): Promise<PersonView> {
    return forColleague(await this.persons.add(actor, wanted), []);
  }
}
