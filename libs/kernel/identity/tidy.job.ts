import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { defineSchedule, Handles, JobHandler } from '@weerbaar/kernel/jobs';
import { Throttle } from '@weerbaar/kernel/throttle';
import { OneTimeLinkRepository } from './one-time-link/one-time-link.repository.js';
import { SessionRepository } from './session/session.repository.js';

/** Nobody waits longer for a mail. */
const requestsKeptMilliseconds = 2 * 86_400_000;

export const tidySchedule = defineSchedule({ name: 'identity.tidy', cron: '20 * * * *' });

/** Removes what no longer lets anybody in: it would only tell who was here. */
@Injectable()
@Handles(tidySchedule)
export class Tidy extends JobHandler {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly throttle: Throttle,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {
    super();
  }

  async perform(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async () => {
      await this.sessions.removeExpired(now);
      await this.links.removeExpired(now);
      await this.links.removeRequestsBefore(new Date(now.getTime() - requestsKeptMilliseconds));
    });
    await this.throttle.forgetEnded();
  }
}
