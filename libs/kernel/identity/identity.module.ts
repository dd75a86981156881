import { Global, Module } from '@nestjs/common';
import { Identification } from '@weerbaar/kernel/access';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { OneTimeLinkRepository } from './one-time-link.repository.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SignInStrategy } from './sign-in.strategy.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [
    AccountRepository,
    AccountService,
    OneTimeLinkRepository,
    SessionRepository,
    SessionService,
    SignInStrategy,
    { provide: Identification, useExisting: SessionService },
  ],
  exports: [AccountService, Identification],
})
export class IdentityModule {}
