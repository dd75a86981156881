import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AllowHalfSignedIn,
  AllowSignedIn,
  CurrentIdentity,
  type Identity,
  Public,
} from '@weerbaar/kernel/access';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { ProviderSignIns } from '../provider/provider-sign-in.service.js';
import { proofOf } from '../second-factor/proof.js';
import { SecondFactorService } from '../second-factor/second-factor.service.js';
import { PasswordGuard } from './password-sign-in.js';
import { CurrentSessionView, SecondFactorProof, SessionView, SignedOutView, SignIn } from './session.dto.js';
import { currentSession, sessionForOwner } from './session.presenter.js';
import { type Opening, SessionService } from './session.service.js';

/** The proof was judged and is used up, whatever comes after. */
const noMore = () => Promise.resolve();

@ApiTags('identity')
@Controller('sessions')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly secondFactors: SecondFactorService,
    private readonly providerSignIns: ProviderSignIns,
  ) {}

  @Post()
  @HttpCode(204)
  @Public('signing in is how one becomes somebody')
  @UseGuards(PasswordGuard)
  @ApiOperation({
    summary: 'Sign in; the session is a cookie. What it is good for is told by sessions/current',
  })
  @ApiBody({ type: SignIn })
  @ApiNoContentResponse({ description: 'The password was right' })
  signIn(
    @Req() request: HttpRequest & { user: Opening },
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    return this.sessions.open(request.user, request, reply);
  }

  @Get()
  @AllowSignedIn('everybody may know where they are signed in')
  @ApiOperation({ summary: 'The sessions of ones own account' })
  @ApiOkResponse({ type: [SessionView] })
  async list(@CurrentIdentity() identity: Identity): Promise<SessionView[]> {
    const sessions = await this.sessions.list(identity);
    return sessions.map((session) => sessionForOwner(session, identity));
  }

  @Get('current')
  @AllowHalfSignedIn('everybody may know who they are themselves, and what is still asked of them')
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: CurrentSessionView })
  async current(@CurrentIdentity() identity: Identity): Promise<CurrentSessionView> {
    const session = await this.sessions.current(identity);
    const { active } = await this.secondFactors.state(identity.actor.accountId);
    return currentSession(session, identity, {
      hasSecondFactor: active,
      idleMinutes: this.sessions.idleMinutes,
      secondsLeft: this.sessions.secondsLeft(session),
    });
  }

  @Post('current/_step-up')
  @HttpCode(204)
  @AllowHalfSignedIn('this is how the second factor is given')
  @ApiOperation({ summary: 'Give the second factor; the session goes on under another cookie' })
  @ApiNoContentResponse({ description: 'All roles count from here on' })
  async stepUp(
    @CurrentIdentity() identity: Identity,
    @Body() body: SecondFactorProof,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    await this.secondFactors.require(identity.actor, identity.actor.accountId, proofOf(body));
    await this.sessions.strengthen(identity, request, reply, { endOthers: false }, noMore);
  }

  @Delete('current')
  @AllowHalfSignedIn('everybody may leave')
  // Not "cookies": that signs people out of everything under the same domain. Ours is ended by its name.
  @Header('clear-site-data', '"cache", "storage"')
  @ApiOperation({ summary: 'Sign out' })
  @ApiOkResponse({ type: SignedOutView })
  async signOut(
    @CurrentIdentity() { actor }: Identity,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SignedOutView> {
    const idToken = await this.sessions.close(actor, request, reply);
    return { address: idToken ? await this.providerSignIns.endAddress(idToken, request) : null };
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @AllowSignedIn('everybody may end a session of their own')
  @ApiOperation({ summary: 'End one of ones own sessions, for example on a lost telephone' })
  @ApiNoContentResponse({ description: 'Ended' })
  end(
    @CurrentIdentity() identity: Identity,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
  ): Promise<void> {
    return this.sessions.end(identity, sessionId);
  }
}
