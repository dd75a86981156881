import { Module } from '@nestjs/common';
import { PlanDigests } from './plan-digests.job.js';
import { SendNotices } from './send-notices.job.js';

/** What the worker does for notices. */
@Module({ providers: [SendNotices, PlanDigests] })
export class NoticesWorkModule {}
