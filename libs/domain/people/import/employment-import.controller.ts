import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import {
  AnswersPage,
  type HttpRequest,
  type IncomingFile,
  PageQuery,
  preferredLanguage,
  SeenVersion,
  TakesUpload,
  Uploaded,
} from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import {
  Confirmation,
  EmploymentImportView,
  ImportLineQuery,
  ImportLineView,
  NewEmploymentImport,
} from './employment-import.dto.js';
import { importForKeeper, lineForKeeper } from './employment-import.presenter.js';
import { EmploymentImportService } from './employment-import.service.js';

@ApiTags('people')
@Controller('employment-imports')
export class EmploymentImportController {
  constructor(private readonly imports: EmploymentImportService) {}

  @Get()
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Imports of who works here, the latest first' })
  @AnswersPage(EmploymentImportView)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<EmploymentImportView>> {
    return presentPage(await this.imports.list(actor, query), importForKeeper);
  }

  @Post()
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Compare a CSV file of the HR system with who works here; nothing changes yet' })
  @TakesUpload(NewEmploymentImport, 'CSV; its size is a setting')
  @ApiCreatedResponse({ type: EmploymentImportView })
  async start(
    @CurrentActor() actor: Actor,
    @Body() wanted: NewEmploymentImport,
    @Uploaded() file: IncomingFile | undefined,
  ): Promise<EmploymentImportView> {
    return importForKeeper(await this.imports.start(actor, wanted, file));
  }

  @Get(':importId')
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'How far an import is, and what it adds, changes and ends' })
  @ApiOkResponse({ type: EmploymentImportView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('importId', ParseUUIDPipe) id: string,
  ): Promise<EmploymentImportView> {
    return importForKeeper(await this.imports.get(actor, id));
  }

  @Get(':importId/lines')
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'What comes of each row, and of who is not in the file any more' })
  @AnswersPage(ImportLineView)
  async lines(
    @CurrentActor() actor: Actor,
    @Param('importId', ParseUUIDPipe) id: string,
    @Query() { kind, accountRemains, ...page }: ImportLineQuery,
    @Req() request: HttpRequest,
  ): Promise<Page<ImportLineView>> {
    const lines = await this.imports.lines(actor, id, { kind, accountRemains }, page);
    return presentPage(lines, (line) => lineForKeeper(line, preferredLanguage(request)));
  }

  @Post(':importId/_confirm')
  @HttpCode(200)
  @Allow(peoplePermissions.editStructure)
  @ApiOperation({ summary: 'Do what was shown: all of it, or nothing when our records changed in between' })
  @ApiOkResponse({ type: EmploymentImportView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('importId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() confirmation: Confirmation,
  ): Promise<EmploymentImportView> {
    return importForKeeper(await this.imports.confirm(actor, id, version, confirmation));
  }
}
