import pg from 'pg';
import type { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { runInContext, systemActor } from '@weerbaar/kernel/context';
import { createDataSource, type EntityClass, newId, TransactionRunner } from '@weerbaar/kernel/database';

/** Given by the global setup of the tests: a migrated template on a real PostgreSQL. */
export interface TestServer {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A database of its own for one test file: a clone of the migrated template, used as the application role. */
export interface TestDatabase {
  readonly name: string;
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly dataSource: DataSource;
  readonly transactions: TransactionRunner;
  /** A bare organisation (no setup of parts); returns its id. */
  createOrganisation(name?: string): Promise<string>;
  /** Runs work in the context and a transaction of an organisation. */
  inOrganisation<T>(organisationId: string, work: () => Promise<T>): Promise<T>;
  /** Runs work in the context of an organisation without opening a transaction. */
  asOrganisation<T>(organisationId: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openTestDatabase(entities: readonly EntityClass[] = []): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${newId().replaceAll('-', '')}`;
  const on = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  await asSuperuser(server, `create database ${name} template ${server.template} owner weerbaar_owner`);
  const applicationUrl = on(server.applicationUrl);
  const dataSource = await createDataSource({
    url: applicationUrl,
    pool: 10,
    entities,
    applicationName: name,
  }).initialize();
  const transactions = new TransactionRunner(dataSource);

  const asOrganisation = <T>(organisationId: string, work: () => Promise<T>): Promise<T> =>
    runInContext(
      { organisationId, actorId: systemActor.accountId, correlationId: newId(), origin: 'command' },
      work,
    );

  return {
    name,
    superuserUrl: on(server.superuserUrl),
    ownerUrl: on(server.ownerUrl),
    applicationUrl,
    dataSource,
    transactions,
    asOrganisation,
    inOrganisation: (organisationId, work) => asOrganisation(organisationId, () => transactions.run(work)),
    createOrganisation: (organisationName = 'Gemeente Proef') =>
      insertOrganisation(on(server.ownerUrl), organisationName),
    close: async () => {
      await dataSource.destroy();
      await asSuperuser(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function insertOrganisation(ownerUrl: string, name: string): Promise<string> {
  const id = newId();
  const slug = `proef-${id.slice(-8)}`;
  await withClient(ownerUrl, async (client) => {
    await client.query('insert into organisation (id, slug, name, created_at) values ($1, $2, $3, now())', [
      id,
      slug,
      name,
    ]);
    await client.query(
      `insert into organisation_host (host, organisation_id, purpose) values ($1, $2, 'staff')`,
      [`${slug}.localhost`, id],
    );
  });
  return id;
}

function asSuperuser(server: TestServer, sql: string): Promise<void> {
  return withClient(server.superuserUrl, async (client) => {
    await client.query(sql);
  });
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
