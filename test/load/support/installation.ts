import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SystemClock } from '@weerbaar/kernel/clock';
import { processEnvironment } from '@weerbaar/kernel/config';
import { migrate } from '@weerbaar/kernel/database';
import {
  type EmbeddedPostgres,
  prepareDatabase,
  startEmbeddedPostgres,
} from '@weerbaar/kernel/embedded-postgres';
import { prepareQueueSchema } from '@weerbaar/kernel/jobs';
import { migrations } from '../../../migrations/index.js';
import type { Without } from '../variant-api.js';
import { Child, freePort } from './child.js';
import { addOrganisation, type Organisation, type Size } from './organisation.js';
import { Reports } from './reports.js';

/** The product as `npm start` runs it, in a folder that is thrown away: PostgreSQL, api and worker. */
export class Installation {
  private readonly toStop: (() => Promise<unknown>)[] = [];
  private organisations = 0;

  private constructor(
    /** As superuser, to fill and to look. */
    readonly database: pg.Client,
    readonly databaseUrl: string,
    private readonly settings: Readonly<Record<string, string>>,
    readonly api: Child,
    readonly worker: Child,
    readonly port: number,
  ) {}

  static async start(): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'weerbaar-bench-'));
    const postgres = await startEmbeddedPostgres({
      folder,
      logFile: join(folder, 'postgres.log'),
      environment: processEnvironment(),
      throwAway: true,
    });
    try {
      return await Installation.on(postgres);
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  }

  private static async on(postgres: EmbeddedPostgres): Promise<Installation> {
    const urls = await prepareDatabase(postgres);
    await migrate({
      ownerUrl: urls.DATABASE_OWNER_URL,
      applicationUrl: urls.DATABASE_URL,
      migrations,
      prepareQueue: prepareQueueSchema,
    });
    const database = new pg.Client({ connectionString: postgres.superuserUrl('weerbaar') });
    await database.connect();
    const port = await freePort();
    const settings = {
      DATABASE_URL: urls.DATABASE_URL,
      WEERBAAR_PORT: String(port),
      WEERBAAR_SECRET: randomBytes(32).toString('hex'),
    };
    const worker = new Child('../../apps/worker/main.js', settings);
    const api = new Child('../../apps/api/main.js', settings);
    const installation = new Installation(database, urls.DATABASE_URL, settings, api, worker, port);
    installation.toStop.push(
      () => api.stop(),
      () => worker.stop(),
      () => database.end(),
      () => postgres.stop(),
    );
    try {
      await api.untilAnswering(`http://127.0.0.1:${port}/health/ready`);
    } catch (error) {
      await installation.stop();
      throw error;
    }
    return installation;
  }

  addOrganisation(size: Size): Promise<Organisation> {
    this.organisations += 1;
    const host = this.organisations === 1 ? '127.0.0.1' : `${this.organisations}.localhost`;
    const reportYear = Number(new SystemClock().today().slice(0, 4)) - 1;
    return addOrganisation(this.database, host, reportYear, size);
  }

  /** One more api on the same database, without a part of what it does: see `variant-api.ts`. @returns its port. */
  async startVariant(without: Without): Promise<{ readonly port: number; stop(): Promise<void> }> {
    const port = await freePort();
    const child = new Child('variant-api.js', { ...this.settings, WEERBAAR_PORT: String(port) });
    try {
      await child.ask({ without });
    } catch (error) {
      await child.stop();
      throw error;
    }
    return { port, stop: () => child.stop() };
  }

  reportsOf(organisation: Organisation): Reports {
    return new Reports(organisation, this.port, this.database);
  }

  async stop(): Promise<void> {
    for (const stop of this.toStop) await stop();
  }
}
