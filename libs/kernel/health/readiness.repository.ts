import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type MigrationClass, pendingMigrations } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';

export const KNOWN_MIGRATIONS = Symbol('KNOWN_MIGRATIONS');

/** Whether this process can serve: the database answers and is of this version. */
@Injectable()
export class Readiness {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(KNOWN_MIGRATIONS) private readonly migrations: readonly MigrationClass[],
  ) {}

  /** @throws Problem `not-ready` with what is waited for. */
  async require(): Promise<void> {
    const pending = await this.pending();
    if (pending.length === 0) return;
    throw new Problem('not-ready', {
      detail: {
        nl: `De database wacht op "weerbaar migrate": ${pending.join(', ')}.`,
        en: `The database waits for "weerbaar migrate": ${pending.join(', ')}.`,
      },
    });
  }

  private async pending(): Promise<readonly string[]> {
    try {
      return await pendingMigrations(this.dataSource, this.migrations);
    } catch {
      throw new Problem('not-ready', {
        detail: { nl: 'De database is niet bereikbaar.', en: 'The database can not be reached.' },
      });
    }
  }
}
