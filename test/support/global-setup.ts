import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@weerbaar/kernel/database';
import { prepareQueueSchema } from '@weerbaar/kernel/jobs';
import { migrations } from '../../migrations/index.js';
import { startTestPostgres } from './embedded-postgres.js';

const template = 'weerbaar_template';

/** One real PostgreSQL for the whole run, and a migrated database that every test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres(['max_connections=300']);
  const superuserUrl = postgres.superuserUrl('postgres');
  const password = 'only-for-tests';
  const url = (role: string) => `postgres://${role}:${password}@127.0.0.1:${postgres.port}/${template}`;
  await prepareTemplate(superuserUrl, password);
  await migrate({
    ownerUrl: url('weerbaar_owner'),
    applicationUrl: url('weerbaar'),
    migrations,
    prepareQueue: prepareQueueSchema,
  });
  project.provide('testServer', {
    superuserUrl,
    ownerUrl: url('weerbaar_owner'),
    applicationUrl: url('weerbaar'),
    template,
  });
  return () => postgres.stop();
}

async function prepareTemplate(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`create role weerbaar_owner login createrole password '${password}'`);
  await client.query(`create database ${template} owner weerbaar_owner`);
  await client.end();
}
