import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';
import { Clock } from '@weerbaar/kernel/clock';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { relayRole } from '@weerbaar/kernel/database';
import type { JobPayload } from './job-definition.js';
import { JobQueues } from './job-queues.js';
import { JobRegistry } from './job-registry.js';

const pollMilliseconds = 250;
const waitAfterFaultMilliseconds = 2_000;
const batchSize = 100;
/** Relayed events are kept for a day, to see what happened. */
const keptMilliseconds = 86_400_000;
const cleaningIntervalMilliseconds = 600_000;

interface OutboxEvent {
  readonly id: string;
  readonly organisationId: string;
  readonly job: string;
  readonly payload: JobPayload;
  readonly runId: string;
}

/**
 * Hands what is committed to the outbox over to the queue. An event is marked after the queue has
 * it, in the transaction that locks it: a crash in between hands it over again under the same id.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly pool: pg.Pool;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private cleanedAt = 0;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly queues: JobQueues,
    private readonly registry: JobRegistry,
    private readonly clock: Clock,
  ) {
    this.pool = new pg.Pool({
      connectionString: settings.DATABASE_URL,
      options: `-c role=${relayRole}`,
      application_name: 'weerbaar relay',
      connectionTimeoutMillis: 10_000,
      max: 1,
    });
    this.pool.on('error', (error) => this.logger.warn(error.message));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.queues.ready();
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.pool.end();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const wait = await this.turn();
      // Rejects when the relay is stopped meanwhile: that is what ends the loop.
      await sleep(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async turn(): Promise<number> {
    try {
      await this.clean();
      return (await this.relay()) === batchSize ? 0 : pollMilliseconds;
    } catch (error) {
      this.logger.warn(`outbox waits: ${error instanceof Error ? error.message : 'unknown fault'}`);
      return waitAfterFaultMilliseconds;
    }
  }

  /** One batch, as one transaction. */
  private async relay(): Promise<number> {
    const client = await this.pool.connect();
    let fault: unknown;
    try {
      await client.query('begin');
      const events = await this.lockWaiting(client);
      for (const event of events) await this.handOver(event);
      if (events.length > 0) await this.mark(client, events);
      await client.query('commit');
      return events.length;
    } catch (error) {
      fault = error;
      throw error;
    } finally {
      // After a fault the connection is dropped, and its transaction with it.
      client.release(fault !== undefined);
    }
  }

  /** Jobs this version does not know stay where they are for one that does. */
  private async lockWaiting(client: pg.PoolClient): Promise<readonly OutboxEvent[]> {
    const { rows } = await client.query<OutboxEvent>(
      `select id, organisation_id as "organisationId", job, payload, job_run_id as "runId"
         from outbox_event
        where relayed_at is null and job = any($1) and (not_before is null or not_before <= $2)
        order by id limit $3
          for update skip locked`,
      [this.registry.names, this.clock.now(), batchSize],
    );
    return rows;
  }

  private async handOver({ id, job, organisationId, runId, payload }: OutboxEvent): Promise<void> {
    const known = this.registry.find(job);
    if (!known) throw new Error(`job "${job}" is not known here`);
    await this.queues.add(id, known.definition, { organisationId, runId, payload });
  }

  private async mark(client: pg.PoolClient, events: readonly OutboxEvent[]): Promise<void> {
    await client.query('update outbox_event set relayed_at = $1 where id = any($2)', [
      this.clock.now(),
      events.map(({ id }) => id),
    ]);
  }

  private async clean(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now < this.cleanedAt + cleaningIntervalMilliseconds) return;
    await this.pool.query('delete from outbox_event where relayed_at < $1', [
      new Date(now - keptMilliseconds),
    ]);
    this.cleanedAt = now;
  }
}
