import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { faultForLog } from '@weerbaar/kernel/problems';
import { AuditSealer } from './audit-sealer.js';

const pauseMilliseconds = 3_000;

/** Seals what was recorded, every few seconds, for all organisations. Several workers may do so at once. */
@Injectable()
export class AuditUpkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('AuditUpkeep');
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly sealer: AuditSealer,
  ) {}

  onApplicationBootstrap(): void {
    this.next();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.sealAll().finally(() => this.next());
    }, pauseMilliseconds);
  }

  /** A round that fails is told and tried again; verification shows what stays unsealed too long. */
  private async sealAll(): Promise<void> {
    try {
      for (const { id } of await this.organisations.all()) {
        if (this.stopped) return;
        await this.sealer.seal(id);
      }
    } catch (error) {
      this.logger.error('sealing did not succeed', faultForLog(error));
    }
  }
}
