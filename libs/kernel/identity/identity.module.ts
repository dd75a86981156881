import { Global, Module } from '@nestjs/common';
import { PersonalDataModule } from '@weerbaar/kernel/personal-data';
import { Identification } from '@weerbaar/kernel/access';
import { AccountRepository } from './account/account.repository.js';
import { AccountService } from './account/account.service.js';
import { PasswordController } from './account/password.controller.js';
import { PasswordService } from './account/password.service.js';
import { MailPreferenceController } from './mail-preference/mail-preference.controller.js';
import { MailPreferenceRepository } from './mail-preference/mail-preference.repository.js';
import { MailPreferences } from './mail-preference/mail-preference.service.js';
import { IdentityPersonalData } from './identity.personal-data.js';
import { IdentityPersonalDataQueries } from './identity-personal-data.repository.js';
import { OneTimeLinkController } from './one-time-link/one-time-link.controller.js';
import { OneTimeLinkRepository } from './one-time-link/one-time-link.repository.js';
import { OneTimeLinkService } from './one-time-link/one-time-link.service.js';
import { IdentityProviderRepository } from './provider/identity-provider.repository.js';
import { IdentityProviders } from './provider/identity-provider.service.js';
import { ProviderAccounts } from './provider/provider-account.service.js';
import { ProviderClient } from './provider/provider-client.js';
import { ProviderSignInController } from './provider/provider-sign-in.controller.js';
import { ProviderSignInRepository } from './provider/provider-sign-in.repository.js';
import { ProviderSignIns } from './provider/provider-sign-in.service.js';
import { ProviderStrategy } from './provider/provider-strategy.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorEnrolment } from './second-factor/second-factor-enrolment.service.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { PasswordStrategy } from './session/password-sign-in.js';
import { SessionController } from './session/session.controller.js';
import { SessionRepository } from './session/session.repository.js';
import { SessionService } from './session/session.service.js';
import { SignInOptionsController } from './sign-in-options/sign-in-options.controller.js';
import { TokenCookies } from './token-cookies.js';

@Global()
@Module({
  imports: [PersonalDataModule],
  controllers: [
    SessionController,
    SecondFactorController,
    PasswordController,
    OneTimeLinkController,
    ProviderSignInController,
    MailPreferenceController,
    SignInOptionsController,
  ],
  providers: [
    AccountRepository,
    AccountService,
    PasswordService,
    OneTimeLinkRepository,
    OneTimeLinkService,
    SecondFactorRepository,
    SecondFactorService,
    SecondFactorEnrolment,
    SessionRepository,
    SessionService,
    PasswordStrategy,
    IdentityProviderRepository,
    IdentityProviders,
    ProviderAccounts,
    ProviderClient,
    ProviderSignInRepository,
    ProviderSignIns,
    ProviderStrategy,
    TokenCookies,
    MailPreferenceRepository,
    MailPreferences,
    IdentityPersonalDataQueries,
    IdentityPersonalData,
    { provide: Identification, useExisting: SessionService },
  ],
  exports: [
    AccountRepository,
    AccountService,
    OneTimeLinkRepository,
    OneTimeLinkService,
    IdentityProviders,
    MailPreferenceRepository,
    SessionRepository,
    Identification,
  ],
})
export class IdentityModule {}
