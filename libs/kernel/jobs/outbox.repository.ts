import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import type { JobPayload } from './job-definition.js';

export interface NewOutboxEvent {
  readonly job: string;
  readonly payload: JobPayload;
  readonly jobRunId: string;
  readonly notBefore: Date | null;
}

/** What must happen after the change at hand is committed. The application can add to it, and not read it. */
@Injectable()
export class Outbox {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  async add({ job, payload, jobRunId, notBefore }: NewOutboxEvent): Promise<void> {
    await this.transactions.manager.query(
      `insert into outbox_event (id, job, payload, job_run_id, created_at, not_before)
            values ($1, $2, $3, $4, $5, $6)`,
      [newId(), job, payload, jobRunId, this.clock.now(), notBefore],
    );
  }
}
