import { Global, Module } from '@nestjs/common';
import { Identification } from '@weerbaar/kernel/access';
import { AccountRepository } from './account/account.repository.js';
import { AccountService } from './account/account.service.js';
import { PasswordController } from './account/password.controller.js';
import { PasswordService } from './account/password.service.js';
import { OneTimeLinkController } from './one-time-link/one-time-link.controller.js';
import { OneTimeLinkRepository } from './one-time-link/one-time-link.repository.js';
import { OneTimeLinkService } from './one-time-link/one-time-link.service.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorEnrolment } from './second-factor/second-factor-enrolment.service.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { PasswordStrategy } from './session/password-sign-in.js';
import { SessionController } from './session/session.controller.js';
import { SessionRepository } from './session/session.repository.js';
import { SessionService } from './session/session.service.js';
import { TokenCookies } from './token-cookies.js';

@Global()
@Module({
  controllers: [SessionController, SecondFactorController, PasswordController, OneTimeLinkController],
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
    TokenCookies,
    { provide: Identification, useExisting: SessionService },
  ],
  exports: [
    AccountRepository,
    AccountService,
    OneTimeLinkRepository,
    OneTimeLinkService,
    SessionRepository,
    Identification,
  ],
})
export class IdentityModule {}
