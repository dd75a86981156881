import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import {
  AnswersPage,
  type HttpRequest,
  originOf,
  PageQuery,
  preferredLanguage,
  SeenVersion,
} from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import { SecondFactorRestorationView } from './second-factor-restoration.dto.js';
import { restorationForReviewer } from './second-factor-restoration.presenter.js';
import { SecondFactorRestorationService } from './second-factor-restoration.service.js';

@ApiTags('people')
@Controller()
export class SecondFactorRestorationController {
  constructor(
    private readonly restorations: SecondFactorRestorationService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('accounts/:accountId/second-factor-restorations')
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'Ask that somebody may begin anew with their second factor' })
  @ApiCreatedResponse({ type: SecondFactorRestorationView })
  async request(
    @CurrentActor() actor: Actor,
    @Param('accountId', ParseUUIDPipe) accountId: string,
  ): Promise<SecondFactorRestorationView> {
    const { restoration, names } = await this.restorations.request(actor, accountId);
    return restorationForReviewer(actor, restoration, names);
  }

  @Get('second-factor-restorations')
  @Allow(peoplePermissions.readRestorations)
  @ApiOperation({ summary: 'What was asked and what came of it, the latest first' })
  @AnswersPage(SecondFactorRestorationView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQuery,
  ): Promise<Page<SecondFactorRestorationView>> {
    const { page, names } = await this.restorations.list(actor, query);
    return presentPage(page, (restoration) => restorationForReviewer(actor, restoration, names));
  }

  @Post('second-factor-restorations/:restorationId/_confirm')
  @HttpCode(200)
  @Allow(peoplePermissions.confirmRestorations)
  @ApiOperation({ summary: 'Confirm as the second person: the account begins anew, by a mailed link' })
  @ApiOkResponse({ type: SecondFactorRestorationView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('restorationId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Req() request: HttpRequest,
  ): Promise<SecondFactorRestorationView> {
    const delivery = { origin: originOf(request, this.settings), language: preferredLanguage(request) };
    const { restoration, names } = await this.restorations.confirm(actor, id, version, delivery);
    return restorationForReviewer(actor, restoration, names);
  }

  @Post('second-factor-restorations/:restorationId/_withdraw')
  @HttpCode(200)
  @Allow(peoplePermissions.confirmRestorations)
  @ApiOperation({ summary: 'Take back or refuse what was asked' })
  @ApiOkResponse({ type: SecondFactorRestorationView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('restorationId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<SecondFactorRestorationView> {
    const { restoration, names } = await this.restorations.withdraw(actor, id, version);
    return restorationForReviewer(actor, restoration, names);
  }
}
