import { Body, Controller, Get, Patch, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, Public } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import {
  AnswersFile,
  type HttpReply,
  type IncomingFile,
  SeenVersion,
  sendFile,
  TakesUpload,
  Uploaded,
} from '@weerbaar/kernel/http';
import { HouseStyleChange, HouseStyleView } from './house-style.dto.js';
import { houseStylePermissions } from './house-style.permissions.js';
import { asStyleSheet, forPublic } from './house-style.presenter.js';
import { HouseStyleService } from './house-style.service.js';

const seenByAll = 'stands on every page, also on the one where people sign in';

@ApiTags('house style')
@Controller('house-style')
export class HouseStyleController {
  constructor(private readonly styles: HouseStyleService) {}

  @Get()
  @Public(seenByAll)
  @ApiOperation({ summary: 'The colours of the organisation, and whether it has a logo' })
  @ApiOkResponse({ type: HouseStyleView })
  async get(): Promise<HouseStyleView> {
    return forPublic(await this.styles.current());
  }

  @Get('style-sheet')
  @Public(seenByAll)
  @ApiOperation({ summary: 'The colours as a style sheet' })
  @ApiProduces('text/css')
  @ApiOkResponse({ description: 'Two custom properties', schema: { type: 'string' } })
  async colours(@Res() reply: HttpReply): Promise<void> {
    await reply.type('text/css; charset=utf-8').send(asStyleSheet(await this.styles.current()));
  }

  @Get('logo')
  @Public(seenByAll)
  @ApiOperation({ summary: 'The logo' })
  @AnswersFile()
  async logo(@Res() reply: HttpReply): Promise<void> {
    await sendFile(reply, await this.styles.openLogo());
  }

  @Patch()
  @Allow(houseStylePermissions.edit)
  @ApiOperation({ summary: 'Change colours or logo' })
  @TakesUpload(HouseStyleChange, '512 kB at most')
  @ApiOkResponse({ type: HouseStyleView })
  async change(
    @CurrentActor() actor: Actor,
    @SeenVersion() version: number,
    @Body() change: HouseStyleChange,
    @Uploaded() logo: IncomingFile | undefined,
  ): Promise<HouseStyleView> {
    return forPublic(await this.styles.change(actor, version, change, logo));
  }
}
