import { type DynamicModule, Module } from '@nestjs/common';
import type { MigrationClass } from '@weerbaar/kernel/database';
import { HealthController } from './health.controller.js';
import { KNOWN_MIGRATIONS, Readiness } from './readiness.repository.js';

@Module({})
export class HealthModule {
  /** @param migrations what this version expects the database to have had. */
  static expecting(migrations: readonly MigrationClass[]): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [Readiness, { provide: KNOWN_MIGRATIONS, useValue: migrations }],
      exports: [Readiness],
    };
  }
}
