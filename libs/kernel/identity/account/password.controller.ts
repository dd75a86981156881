import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowSignedIn, CurrentIdentity, type Identity } from '@weerbaar/kernel/access';
import { PasswordChange } from './password.dto.js';
import { PasswordService } from './password.service.js';

@ApiTags('identity')
@Controller('password-changes')
export class PasswordController {
  constructor(private readonly passwords: PasswordService) {}

  @Post()
  @HttpCode(204)
  @AllowSignedIn('everybody may change their own password')
  @ApiOperation({ summary: 'Change ones own password; other sessions end' })
  @ApiNoContentResponse({ description: 'Changed' })
  change(
    @CurrentIdentity() identity: Identity,
    @Body() { currentPassword, newPassword }: PasswordChange,
  ): Promise<void> {
    return this.passwords.change(identity, currentPassword, newPassword);
  }
}
