import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { IdentityProviderRepository } from '../provider/identity-provider.repository.js';
import { SignInOptionsView } from './sign-in-options.dto.js';

@ApiTags('identity')
@Controller('sign-in-options')
export class SignInOptionsController {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly providers: IdentityProviderRepository,
    private readonly transactions: TransactionRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Public('whoever wants to sign in must see where, and in which ways')
  @ApiOperation({ summary: 'Whose Weerbaar this is, and the ways to sign in' })
  @ApiOkResponse({ type: SignInOptionsView })
  show(): Promise<SignInOptionsView> {
    return this.transactions.run(async () => {
      const { name } = await this.organisations.own();
      const provider = await this.providers.find();
      const providerStepsUp = provider !== undefined && provider.strongAcr.length > 0;
      return {
        organisationName: name,
        hasProvider: provider !== undefined,
        providerStepsUp,
        isTrial: this.settings.WEERBAAR_DEMO_MAILBOX === 'on',
      };
    });
  }
}
