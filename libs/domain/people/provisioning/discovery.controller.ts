import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowService } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import { resourceTypes, schemas, serviceProviderConfig } from '../scim/schemas.js';
import type { Query as ScimQuery } from '../scim/search-request.js';
import { listResponse, scimBase, sendScim } from '../scim/send-scim.js';

const reason = 'the directory of the organisation asks what of SCIM is spoken here';

/** What of SCIM is spoken here (RFC 7644, 4). */
@ApiExcludeController()
@Controller('scim/v2')
export class DiscoveryController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get('ServiceProviderConfig')
  @AllowService(reason)
  config(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    return sendScim(reply, serviceProviderConfig(scimBase(request, this.settings)));
  }

  @Get('ResourceTypes')
  @AllowService(reason)
  resourceTypes(
    @Query() query: ScimQuery,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    return sendAll(reply, query, resourceTypes(scimBase(request, this.settings)));
  }

  @Get('ResourceTypes/:name')
  @AllowService(reason)
  resourceType(
    @Param('name') name: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    return sendOne(reply, name, resourceTypes(scimBase(request, this.settings)));
  }

  @Get('Schemas')
  @AllowService(reason)
  schemas(@Query() query: ScimQuery, @Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    return sendAll(reply, query, schemas(scimBase(request, this.settings)));
  }

  @Get('Schemas/:name')
  @AllowService(reason)
  schema(@Param('name') name: string, @Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    return sendOne(reply, name, schemas(scimBase(request, this.settings)));
  }
}

type Described = ReturnType<typeof schemas>;

/** A filter is refused: whoever asks would take what is left out as not spoken (RFC 7644, 4). */
async function sendAll(reply: HttpReply, { filter }: ScimQuery, all: Described): Promise<void> {
  if (filter !== undefined) throw new Problem('not-permitted');
  await sendScim(reply, listResponse(all, all.length));
}

async function sendOne(reply: HttpReply, name: string, all: Described): Promise<void> {
  const found = all.find(({ id }) => id?.toLowerCase() === name.toLowerCase());
  if (!found) throw new Problem('not-found');
  await sendScim(reply, found);
}
