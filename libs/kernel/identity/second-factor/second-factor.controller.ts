import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowSignedIn, CurrentIdentity, type Identity } from '@weerbaar/kernel/access';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';
import { SecondFactorEnrolment } from './second-factor-enrolment.service.js';
import {
  BegunSecondFactorView,
  RecoveryCodesView,
  SecondFactorConfirmation,
  SecondFactorView,
} from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';

@ApiTags('identity')
@Controller('second-factors')
export class SecondFactorController {
  constructor(
    private readonly secondFactors: SecondFactorService,
    private readonly enrolment: SecondFactorEnrolment,
  ) {}

  @Get('current')
  @AllowSignedIn('everybody may know how they sign in')
  @ApiOperation({ summary: 'The authenticator app of ones own account' })
  @ApiOkResponse({ type: SecondFactorView })
  async current(@CurrentIdentity() { actor }: Identity): Promise<SecondFactorView> {
    const { active, since, recoveryCodesLeft } = await this.secondFactors.state(actor.accountId);
    return { active, since: since?.toISOString() ?? null, recoveryCodesLeft };
  }

  @Post()
  @AllowSignedIn('everybody may protect their own account')
  @ApiOperation({ summary: 'Begin with an authenticator app, the first one or a new one' })
  @ApiCreatedResponse({ type: BegunSecondFactorView })
  begin(@CurrentIdentity() identity: Identity): Promise<BegunSecondFactorView> {
    return this.enrolment.begin(identity);
  }

  @Post('current/_confirm')
  @HttpCode(200)
  @AllowSignedIn('everybody may protect their own account')
  @ApiOperation({ summary: 'Put the app into use by a code it shows; other sessions end' })
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirm(
    @CurrentIdentity() identity: Identity,
    @Body() { code }: SecondFactorConfirmation,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.enrolment.confirm(identity, code, request, reply) };
  }

  @Post('current/recovery-codes')
  @AllowSignedIn('everybody may protect their own account')
  @ApiOperation({ summary: 'New recovery codes; the old ones end' })
  @ApiCreatedResponse({ type: RecoveryCodesView })
  async renew(@CurrentIdentity() identity: Identity): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.enrolment.renewRecoveryCodes(identity) };
  }
}
