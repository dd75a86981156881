import pg from 'pg';
import type { TestDatabase } from '@weerbaar/kernel/testing';
import { contentsOfRedis, hasRedisServer, startRedisServer } from './redis-server.js';

/** Where the queue lives during a test. */
export interface QueueUnderTest {
  readonly redisUrl: string | undefined;
  /** All that stands in the queue, as text. */
  contents(): Promise<string>;
  stop(): Promise<void>;
}

export interface Backend {
  readonly name: string;
  readonly missing: boolean;
  start(database: TestDatabase): Promise<QueueUnderTest>;
}

export const backends: readonly Backend[] = [
  { name: 'queue in PostgreSQL', missing: false, start: startPostgresQueue },
  {
    name: hasRedisServer ? 'queue in Redis' : 'queue in Redis (skipped: no redis-server on the PATH)',
    missing: !hasRedisServer,
    start: startRedisQueue,
  },
];

function startPostgresQueue(database: TestDatabase): Promise<QueueUnderTest> {
  return Promise.resolve({
    redisUrl: undefined,
    contents: () => contentsOfSchema(database.ownerUrl),
    stop: () => Promise.resolve(),
  });
}

async function startRedisQueue(): Promise<QueueUnderTest> {
  const server = await startRedisServer();
  return { redisUrl: server.url, contents: () => contentsOfRedis(server.url), stop: () => server.stop() };
}

async function contentsOfSchema(ownerUrl: string): Promise<string> {
  const tables = ['job', 'job_log', 'event', 'scheduler'];
  const parts = await Promise.all(
    tables.map((table) =>
      ownerQuery(ownerUrl, `select coalesce(json_agg(t)::text, '') as text from queue.${table} t`),
    ),
  );
  return JSON.stringify(parts);
}

export async function ownerQuery<T extends pg.QueryResultRow>(
  ownerUrl: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}
