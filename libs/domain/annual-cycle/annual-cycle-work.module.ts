import { Module } from '@nestjs/common';
import { Typesetter } from '@weerbaar/kernel/documents';
import { AnnualCycleModule } from './annual-cycle.module.js';
import { RenderDocument, renderDocumentJob } from './rendering/render-document.job.js';

/** The jobs of the yearly cycle, for the worker. */
export const annualCycleJobs = [renderDocumentJob] as const;

@Module({
  imports: [AnnualCycleModule],
  providers: [RenderDocument, { provide: Typesetter, useFactory: () => new Typesetter() }],
})
export class AnnualCycleWorkModule {}
