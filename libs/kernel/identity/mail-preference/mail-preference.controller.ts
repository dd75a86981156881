import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowSignedIn, CurrentIdentity, type Identity } from '@weerbaar/kernel/access';
import { SeenVersion } from '@weerbaar/kernel/http';
import { MailPreferenceChanges, MailPreferenceView } from './mail-preference.dto.js';
import { forHolder } from './mail-preference.presenter.js';
import { MailPreferences } from './mail-preference.service.js';

@ApiTags('identity')
@Controller('mail-preferences/current')
export class MailPreferenceController {
  constructor(private readonly preferences: MailPreferences) {}

  @Get()
  @AllowSignedIn('everybody may know how they are mailed')
  @ApiOperation({ summary: 'In which language and when one is mailed' })
  @ApiOkResponse({ type: MailPreferenceView })
  async get(@CurrentIdentity() { actor }: Identity): Promise<MailPreferenceView> {
    return forHolder(await this.preferences.own(actor));
  }

  @Patch()
  @AllowSignedIn('everybody decides for themselves when they are mailed')
  @ApiOperation({
    summary: 'Choose the language of mail, and when it comes; version 0 when nothing was chosen yet',
  })
  @ApiOkResponse({ type: MailPreferenceView })
  async change(
    @CurrentIdentity() { actor }: Identity,
    @SeenVersion() version: number,
    @Body() changes: MailPreferenceChanges,
  ): Promise<MailPreferenceView> {
    return forHolder(await this.preferences.change(actor, version, changes));
  }
}
