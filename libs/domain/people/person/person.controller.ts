import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, PageQuery } from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import { NewPersonInput, PersonView } from './person.dto.js';
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
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<PersonView>> {
    return presentPage(await this.persons.list(actor, query), forColleague);
  }

  @Get(':personId')
  @Allow(peoplePermissions.read)
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonView })
  async get(@CurrentActor() actor: Actor, @Param('personId', ParseUUIDPipe) id: string): Promise<PersonView> {
    return forColleague(await this.persons.get(actor, id));
  }

  @Post()
  @Allow(peoplePermissions.add)
  @ApiOperation({ summary: 'Add somebody who works here' })
  @ApiCreatedResponse({ type: PersonView })
  async add(@CurrentActor() actor: Actor, @Body() wanted: NewPersonInput): Promise<PersonView> {
    return forColleague(await this.persons.add(actor, wanted));
  }
}
