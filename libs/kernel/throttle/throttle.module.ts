import { Global, Module } from '@nestjs/common';
import { AttemptCountRepository } from './attempt-count.repository.js';
import { Throttle } from './throttle.js';

@Global()
@Module({ providers: [AttemptCountRepository, Throttle], exports: [Throttle] })
export class ThrottleModule {}
