import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { type HttpRequest, networkOf, originOf, preferredLanguage } from '@weerbaar/kernel/http';
import { AccountActivation, PasswordReset } from './one-time-link.dto.js';
import { OneTimeLinkService } from './one-time-link.service.js';

@ApiTags('identity')
@Controller()
export class OneTimeLinkController {
  constructor(
    private readonly links: OneTimeLinkService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('account-activations')
  @HttpCode(204)
  @Public('the one-time link is the proof')
  @ApiOperation({ summary: 'Choose a password by a one-time link' })
  @ApiNoContentResponse({ description: 'The password is set' })
  activate(@Body() { token, password }: AccountActivation, @Req() request: HttpRequest): Promise<void> {
    return this.links.activate(token, password, networkOf(request));
  }

  @Post('password-resets')
  @HttpCode(204)
  @Public('who forgot their password can not sign in')
  @ApiOperation({ summary: 'Have a link mailed to choose a new password with, if the name is known' })
  @ApiNoContentResponse({ description: 'If the name is known, a mail is on its way' })
  reset(@Body() { signInName }: PasswordReset, @Req() request: HttpRequest): Promise<void> {
    const delivery = { origin: originOf(request, this.settings), language: preferredLanguage(request) };
    return this.links.resetPassword(signInName, networkOf(request), delivery);
  }
}
