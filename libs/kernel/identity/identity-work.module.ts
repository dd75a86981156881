import { Module } from '@nestjs/common';
import { SendLink } from './one-time-link/send-link.job.js';
import { Tidy } from './tidy.job.js';

/** What the worker does for signing in. */
@Module({ providers: [SendLink, Tidy] })
export class IdentityWorkModule {}
