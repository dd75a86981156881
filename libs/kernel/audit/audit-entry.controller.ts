import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type BoundedPage, presentPage } from '@weerbaar/kernel/database';
import {
  AnswersBoundedPage,
  type HttpReply,
  type HttpRequest,
  preferredLanguage,
  sendText,
} from '@weerbaar/kernel/http';
import { auditPermissions } from './audit.permissions.js';
import { auditCsv } from './audit-entry.csv.js';
import { AuditEntryFilter, AuditEntryQuery, AuditEntryView, pagesReach } from './audit-entry.dto.js';
import { forAuditor } from './audit-entry.presenter.js';
import { AuditReading, exportReach } from './audit-reading.js';

@ApiTags('audit log')
@Controller('audit-entries')
export class AuditEntryController {
  constructor(private readonly reading: AuditReading) {}

  @Get()
  @Allow(auditPermissions.read)
  @ApiOperation({ summary: 'Who did what, the latest first. That it was read is recorded as well' })
  @AnswersBoundedPage(AuditEntryView, pagesReach)
  async list(
    @CurrentActor() actor: Actor,
    @Query() { page, pageSize, olderThanId, ...filter }: AuditEntryQuery,
  ): Promise<BoundedPage<AuditEntryView>> {
    const found = await this.reading.read(actor, filter, { page, pageSize, olderThanId });
    return { ...presentPage(found, forAuditor), totalIsExact: found.totalIsExact };
  }

  @Get('_export')
  @Allow(auditPermissions.read)
  @ApiOperation({
    summary: `The same as CSV, at most ${exportReach} entries. That it was exported is recorded`,
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'UTF-8 with semicolons; a row for each entry', schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() filter: AuditEntryFilter,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const language = preferredLanguage(request);
    const batches = await this.reading.export(actor, filter);
    await sendText(reply, { name: fileName[language], mediaType: 'text/csv' }, auditCsv(batches, language));
  }
}

const fileName = { nl: 'logboek.csv', en: 'audit-log.csv' } as const;
