import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AllowSignedIn, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import {
  type HttpReply,
  type HttpRequest,
  preferredLanguage,
  requireOwnSite,
  sendText,
} from '@weerbaar/kernel/http';
import { personalDataHtml, personalDataJson } from '@weerbaar/kernel/personal-data';
import { PersonalDataQuery } from './personal-data.dto.js';
import { PersonalDataExport } from './personal-data-export.service.js';

@ApiTags('people')
@Controller('personal-data')
export class PersonalDataController {
  constructor(private readonly personalData: PersonalDataExport) {}

  @Get('_export')
  @AllowSignedIn('everybody may have what is recorded of themselves (AVG article 15)')
  @ApiOperation({ summary: 'All that is recorded of yourself, to keep. That it was asked for is recorded' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ description: 'Without names of others', schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() { format = 'html', language: wanted }: PersonalDataQuery,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    requireOwnSite(request);
    const language = wanted ?? preferredLanguage(request);
    const overview = await this.personalData.own(actor, format);
    const name = `${fileName[language]}.${format}`;
    await (format === 'json'
      ? sendText(reply, { name, mediaType: 'application/json' }, personalDataJson(overview, language))
      : sendText(reply, { name, mediaType: 'text/html' }, personalDataHtml(overview, language)));
  }
}

const fileName = { nl: 'mijn-gegevens', en: 'my-data' } as const;
