import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, PageQuery } from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import {
  MadeProvisioningTokenView,
  NewProvisioningToken,
  ProvisioningTokenView,
} from './provisioning-token.dto.js';
import { tokenForAdministrator } from './provisioning-token.presenter.js';
import { ProvisioningTokenService } from './provisioning-token.service.js';

@ApiTags('people')
@Controller('provisioning-tokens')
export class ProvisioningTokenController {
  constructor(
    private readonly tokens: ProvisioningTokenService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(peoplePermissions.manageProvisioning)
  @ApiOperation({ summary: 'The tokens of the directory, the latest first' })
  @AnswersPage(ProvisioningTokenView)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<ProvisioningTokenView>> {
    const today = this.clock.today();
    return presentPage(await this.tokens.list(actor, query), (token) => tokenForAdministrator(token, today));
  }

  @Post()
  @Allow(peoplePermissions.manageProvisioning)
  @ApiOperation({ summary: 'Make a token by which the directory tells who works here; it is shown once' })
  @ApiCreatedResponse({ type: MadeProvisioningTokenView })
  async make(
    @CurrentActor() actor: Actor,
    @Body() wanted: NewProvisioningToken,
  ): Promise<MadeProvisioningTokenView> {
    const { secret, token } = await this.tokens.make(actor, wanted);
    return { ...tokenForAdministrator(token, this.clock.today()), secret };
  }

  @Post(':tokenId/_withdraw')
  @HttpCode(200)
  @Allow(peoplePermissions.manageProvisioning)
  @ApiOperation({ summary: 'Let a token count no more, at once' })
  @ApiOkResponse({ type: ProvisioningTokenView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('tokenId', ParseUUIDPipe) id: string,
  ): Promise<ProvisioningTokenView> {
    return tokenForAdministrator(await this.tokens.withdraw(actor, id), this.clock.today());
  }
}
