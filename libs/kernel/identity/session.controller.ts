import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { AllowSignedIn, CurrentActor, Public } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import type { Account } from './account.entity.js';
import { AccountService } from './account.service.js';
import { AccountActivation, SessionView, SignIn } from './session.dto.js';
import { SessionService } from './session.service.js';
import { SignInGuard } from './sign-in.strategy.js';

@ApiTags('identity')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
  ) {}

  @Post('sessions')
  @HttpCode(204)
  @Public('signing in is how one becomes somebody')
  @UseGuards(SignInGuard)
  @ApiOperation({ summary: 'Sign in; the session is a cookie' })
  @ApiBody({ type: SignIn })
  @ApiNoContentResponse({ description: 'Signed in' })
  signIn(
    @Req() request: HttpRequest & { user: Account },
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    return this.sessions.open(request.user, request, reply);
  }

  @Get('sessions/current')
  @AllowSignedIn('everybody may know who they are themselves')
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionView })
  current(@CurrentActor() actor: Actor): SessionView {
    return { accountId: actor.accountId ?? '', personId: actor.personId ?? '', roles: [...actor.roles] };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  // Not "cookies": that signs people out of everything under the same domain. Ours is ended by its name.
  @Header('clear-site-data', '"cache", "storage"')
  @AllowSignedIn('everybody may leave')
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse({ description: 'Signed out' })
  signOut(
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    return this.sessions.close(actor, request, reply);
  }

  @Post('account-activations')
  @HttpCode(204)
  @Public('the one-time link is the proof')
  @ApiOperation({ summary: 'Choose a password by a one-time link' })
  @ApiNoContentResponse({ description: 'The password is set' })
  activate(@Body() { token, password }: AccountActivation): Promise<void> {
    return this.accounts.activate(token, password);
  }
}
