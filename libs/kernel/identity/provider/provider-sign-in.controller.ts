import { Body, Controller, Get, Post, Redirect, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@weerbaar/kernel/access';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { ProviderSignInInput, ProviderSignInView } from './provider-sign-in.dto.js';
import { type ProvenSignIn, ProviderSignIns } from './provider-sign-in.service.js';
import { ProviderGuard } from './provider-strategy.js';
import { RefusedSignInFilter } from './refused-sign-in.filter.js';

@ApiTags('identity')
@Controller('provider-sign-ins')
export class ProviderSignInController {
  constructor(private readonly signIns: ProviderSignIns) {}

  @Post()
  @Public('signing in is how one becomes somebody')
  @ApiOperation({ summary: 'Begin to sign in at the identity provider of the organisation' })
  @ApiCreatedResponse({ type: ProviderSignInView })
  async begin(
    @Body() { returnPath, stepUp, invitation }: ProviderSignInInput,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ProviderSignInView> {
    const wanted = { returnPath, stepUp, invitation: invitation ?? undefined };
    return { address: await this.signIns.begin(wanted, request, reply) };
  }

  @Get('_callback')
  @Public('the answer of the identity provider is the proof')
  @UseGuards(ProviderGuard)
  @UseFilters(RefusedSignInFilter)
  @Redirect()
  @ApiOperation({
    summary: 'Where the identity provider sends the browser back to; not to be called otherwise',
  })
  @ApiFoundResponse({
    description:
      'Signed in: the session is a cookie, and it goes on to the return path. Or refused: to a page that tells why',
  })
  async complete(
    @Req() request: HttpRequest & { user: ProvenSignIn },
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<{ url: string }> {
    await this.signIns.open(request.user, request, reply);
    return { url: request.user.returnPath };
  }
}
