import { Global, Module } from '@nestjs/common';
import { PersonalDataModule } from '@weerbaar/kernel/personal-data';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { AuditCheckpointRepository } from './audit-checkpoint.repository.js';
import { AuditCheckpoints } from './audit-checkpoints.js';
import { AuditEntryController } from './audit-entry.controller.js';
import { AuditEntryRepository } from './audit-entry.repository.js';
import { AuditHistory } from './audit-history.js';
import { AuditLog } from './audit-log.js';
import { AuditPersonalData } from './audit.personal-data.js';
import { AuditPersonalDataQueries } from './audit-personal-data.repository.js';
import { AuditReading } from './audit-reading.js';
import { AuditReadingRepository } from './audit-reading.repository.js';
import { AuditSealRepository } from './audit-seal.repository.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditVerification } from './audit-verification.js';
import { CheckpointKey, CheckpointKeys } from './checkpoint-key.js';

/** Global: every part of the product records what it does. Who is behind an account is told by `ActorDirectory`, bound elsewhere. */
@Global()
@Module({
  imports: [PersonalDataModule],
  controllers: [AuditEntryController],
  providers: [
    AuditCheckpointRepository,
    AuditCheckpoints,
    AuditEntryRepository,
    AuditHistory,
    AuditLog,
    AuditPersonalData,
    AuditPersonalDataQueries,
    AuditReading,
    AuditReadingRepository,
    AuditSealRepository,
    AuditSealer,
    AuditVerification,
    {
      provide: CheckpointKeys,
      inject: [SETTINGS],
      useFactory: ({ WEERBAAR_SECRET: secret }: Settings): CheckpointKeys => ({
        current: secret ? CheckpointKey.fromSecret(secret) : undefined,
      }),
    },
  ],
  exports: [AuditCheckpoints, AuditHistory, AuditLog, AuditSealer, AuditVerification],
})
export class AuditModule {}
