import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import {
  AnswersPage,
  type HttpRequest,
  originOf,
  preferredLanguage,
  SeenVersion,
} from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import { AccountAdministration } from './account-administration.service.js';
import { AccountChange, AccountQuery, AccountView, NewAccountInput } from './account.dto.js';
import { accountForAdministrator } from './account.presenter.js';

@ApiTags('people')
@Controller('accounts')
export class AccountController {
  constructor(
    private readonly accounts: AccountAdministration,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'Who can sign in, by name' })
  @AnswersPage(AccountView)
  async list(@CurrentActor() actor: Actor, @Query() query: AccountQuery): Promise<Page<AccountView>> {
    return presentPage(await this.accounts.list(actor, query, query), accountForAdministrator);
  }

  @Get(':accountId')
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'One account' })
  @ApiOkResponse({ type: AccountView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('accountId', ParseUUIDPipe) id: string,
  ): Promise<AccountView> {
    return accountForAdministrator(await this.accounts.get(actor, id));
  }

  @Post()
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'Make an account; its owner is mailed a link to choose a password with' })
  @ApiCreatedResponse({ type: AccountView })
  async create(
    @CurrentActor() actor: Actor,
    @Body() wanted: NewAccountInput,
    @Req() request: HttpRequest,
  ): Promise<AccountView> {
    return accountForAdministrator(await this.accounts.create(actor, wanted, this.deliveryOf(request)));
  }

  @Patch(':accountId')
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'Correct the mail address; links to the one before end' })
  @ApiOkResponse({ type: AccountView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('accountId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() { email }: AccountChange,
  ): Promise<AccountView> {
    return accountForAdministrator(await this.accounts.changeEmail(actor, id, version, email));
  }

  @Post(':accountId/invitations')
  @HttpCode(204)
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'Mail the owner another link; earlier ones end' })
  @ApiNoContentResponse({ description: 'A mail is on its way' })
  invite(
    @CurrentActor() actor: Actor,
    @Param('accountId', ParseUUIDPipe) id: string,
    @Req() request: HttpRequest,
  ): Promise<void> {
    return this.accounts.invite(actor, id, this.deliveryOf(request));
  }

  @Post(':accountId/_deactivate')
  @HttpCode(200)
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'Keep somebody out; what they did stays' })
  @ApiOkResponse({ type: AccountView })
  async deactivate(
    @CurrentActor() actor: Actor,
    @Param('accountId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<AccountView> {
    return accountForAdministrator(await this.accounts.deactivate(actor, id, version));
  }

  @Post(':accountId/_reactivate')
  @HttpCode(200)
  @Allow(peoplePermissions.manageAccounts)
  @ApiOperation({ summary: 'Let somebody in again' })
  @ApiOkResponse({ type: AccountView })
  async reactivate(
    @CurrentActor() actor: Actor,
    @Param('accountId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<AccountView> {
    return accountForAdministrator(await this.accounts.reactivate(actor, id, version));
  }

  private deliveryOf(request: HttpRequest) {
    return { origin: originOf(request, this.settings), language: preferredLanguage(request) };
  }
}
