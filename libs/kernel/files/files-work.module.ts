import { Module } from '@nestjs/common';
import { RemoveAbandoned } from './remove-abandoned.job.js';

/** What the worker does for files. */
@Module({ providers: [RemoveAbandoned] })
export class FilesWorkModule {}
