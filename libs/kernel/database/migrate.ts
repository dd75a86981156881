import pg from 'pg';
import { DataSource } from 'typeorm';
import { createDataSource, type MigrationClass } from './data-source.js';

/** Group roles: rights are granted to these, login roles are members. */
export const applicationRole = 'weerbaar_application';
export const relayRole = 'weerbaar_relay';
export const queueRole = 'weerbaar_queue';

/** Any number will do as long as it is ours alone: one migration at a time on a database. */
const migrationLock = 7_295_318;

export interface Migration {
  readonly ownerUrl: string;
  /** The login role of api and worker; made when it does not exist yet. */
  readonly applicationUrl: string;
  readonly migrations: readonly MigrationClass[];
  /** Runs as the owner after the tables are there: the schema of the queue. */
  readonly prepareQueue: (client: pg.Client) => Promise<void>;
}

/** Brings the database up to this version, as its owner. Safe to run twice and from two machines at once. */
export async function migrate(migration: Migration): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: migration.ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await createRoles(client, new URL(migration.applicationUrl));
    const applied = await runMigrations(migration);
    await migration.prepareQueue(client);
    return applied;
  } finally {
    await client.end();
  }
}

async function runMigrations({ ownerUrl, migrations }: Migration): Promise<readonly string[]> {
  const dataSource = createDataSource({
    url: ownerUrl,
    pool: 2,
    entities: [],
    migrations,
    applicationName: 'weerbaar migrate',
  });
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * The application may become the relay or the queue for a connection of its own (`set role`), and
 * inherits nothing of them: a query of the application itself reaches neither outbox nor queue.
 */
async function createRoles(client: pg.Client, application: URL): Promise<void> {
  for (const group of [applicationRole, relayRole, queueRole]) await createRole(client, group, 'nologin');
  const login = decodeURIComponent(application.username);
  const password = client.escapeLiteral(decodeURIComponent(application.password));
  await createRole(
    client,
    login,
    `login nosuperuser nobypassrls nocreatedb nocreaterole password ${password}`,
  );
  const name = client.escapeIdentifier(login);
  await client.query(`grant ${applicationRole} to ${name} with inherit true, set false`);
  await client.query(`grant ${relayRole}, ${queueRole} to ${name} with inherit false, set true`);
  await client.query(`grant usage on schema public to ${applicationRole}, ${relayRole}`);
}

async function createRole(client: pg.Client, name: string, attributes: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (known.rowCount) return;
  try {
    await client.query(`create role ${client.escapeIdentifier(name)} ${attributes}`);
  } catch (error) {
    // Roles belong to the whole server: another database may have made it in between.
    if (!(error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')))
      throw error;
  }
}

/** Migrations this version knows and the database has not had. */
export async function pendingMigrations(dataSource: DataSource, migrations: readonly MigrationClass[]) {
  const known = await dataSource.query<{ name: string }[]>('select name from migration');
  const applied = new Set(known.map(({ name }) => name));
  return migrations
    .map((Migration) => new Migration().name ?? Migration.name)
    .filter((name) => !applied.has(name));
}
