import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { AllowService, CurrentService } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import type { ServiceActor } from '@weerbaar/kernel/context';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import { namesVersion } from '../scim/entity-tag.js';
import { patchUser } from '../scim/patch.js';
import { project } from '../scim/projection.js';
import { type Query as ScimQuery, readProjection, readSearch } from '../scim/search-request.js';
import { listResponse, scimBase, sendScim } from '../scim/send-scim.js';
import { readUser } from '../scim/user-attributes.js';
import { locationOf, type ShownUser, tagOf, userForDirectory } from './directory-user.presenter.js';
import { DirectoryUserService } from './directory-user.service.js';

const reason = 'the directory of the organisation tells by SCIM who works there';

/** Users of SCIM 2.0 (RFC 7644). Not in the description of the API: SCIM describes itself, at `Schemas`. */
@ApiExcludeController()
@Controller('scim/v2/Users')
export class DirectoryUserController {
  constructor(
    private readonly users: DirectoryUserService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @AllowService(reason)
  async search(
    @CurrentService() actor: ServiceActor,
    @Query() query: ScimQuery,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const search = readSearch(query);
    const { users, total } = await this.users.search(actor, search);
    const base = scimBase(request, this.settings);
    const resources = users.map((user) => project(userForDirectory(user, base), search));
    await sendScim(reply, listResponse(resources, total, search.startIndex));
  }

  @Get(':userId')
  @AllowService(reason)
  async get(
    @CurrentService() actor: ServiceActor,
    @Param('userId') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const user = await this.users.get(actor, existing(id));
    if (namesVersion(request.headers['if-none-match'], tagOf(user))) {
      await reply.status(304).header('etag', tagOf(user)).send();
      return;
    }
    await this.send(user, request, reply);
  }

  @Post()
  @AllowService(reason)
  async add(
    @CurrentService() actor: ServiceActor,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const user = await this.users.add(actor, readUser(body, true));
    await this.send(user, request, reply, 201);
  }

  @Put(':userId')
  @AllowService(reason)
  async replace(
    @CurrentService() actor: ServiceActor,
    @Param('userId') id: string,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const seen = request.headers['if-match'];
    const user = await this.users.change(actor, existing(id), seen, ({ active }) => readUser(body, active));
    await this.send(user, request, reply);
  }

  @Patch(':userId')
  @AllowService(reason)
  async patch(
    @CurrentService() actor: ServiceActor,
    @Param('userId') id: string,
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const seen = request.headers['if-match'];
    const user = await this.users.change(actor, existing(id), seen, (before) => patchUser(before, body));
    await this.send(user, request, reply);
  }

  @Delete(':userId')
  @HttpCode(204)
  @AllowService(reason)
  remove(
    @CurrentService() actor: ServiceActor,
    @Param('userId') id: string,
    @Req() request: HttpRequest,
  ): Promise<void> {
    return this.users.remove(actor, existing(id), request.headers['if-match']);
  }

  private async send(user: ShownUser, request: HttpRequest, reply: HttpReply, status = 200): Promise<void> {
    const base = scimBase(request, this.settings);
    const resource = project(userForDirectory(user, base), readProjection(request.query as ScimQuery));
    const headers = { etag: tagOf(user), location: locationOf(user.user.id, base) };
    await sendScim(reply, resource, { status, headers });
  }
}

/** What is no id of ours leads nowhere. */
function existing(id: string): string {
  if (!isUUID(id)) throw new Problem('not-found');
  return id;
}
