import { Module } from '@nestjs/common';
import { AuditUpkeep } from './audit-upkeep.js';
import { MakeCheckpoint } from './checkpoint.job.js';

/** What the worker does for the audit log. */
@Module({ providers: [AuditUpkeep, MakeCheckpoint] })
export class AuditWorkModule {}
