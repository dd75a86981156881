import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres.js';

const databaseName = 'weerbaar';
const ownerName = 'weerbaar_owner';
const applicationName = 'weerbaar';

/** The two ways into the database, by the names of their settings. */
export interface DatabaseUrls {
  readonly DATABASE_URL: string;
  readonly DATABASE_OWNER_URL: string;
}

/**
 * The database and its two roles that sign in, made where they are missing. Their passwords are new at
 * every start: none needs to be kept. Tables and rights are the work of the migrations.
 */
export async function prepareDatabase(postgres: EmbeddedPostgres): Promise<DatabaseUrls> {
  const passwords = { owner: newPassword(), application: newPassword() };
  const client = new pg.Client({ connectionString: postgres.superuserUrl('postgres') });
  await client.connect();
  try {
    await putRole(client, ownerName, 'createrole', passwords.owner);
    await putRole(client, applicationName, 'nocreaterole', passwords.application);
    await putDatabase(client);
  } finally {
    await client.end();
  }
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${postgres.port}/${databaseName}`;
  return {
    DATABASE_URL: url(applicationName, passwords.application),
    DATABASE_OWNER_URL: url(ownerName, passwords.owner),
  };
}

function newPassword(): string {
  return randomBytes(24).toString('hex');
}

async function putRole(client: pg.Client, name: string, attribute: string, password: string): Promise<void> {
  const known = await client.query('select from pg_roles where rolname = $1', [name]);
  const verb = known.rowCount ? 'alter' : 'create';
  await client.query(
    `${verb} role ${name} login nosuperuser nobypassrls nocreatedb ${attribute} password ${client.escapeLiteral(password)}`,
  );
}

async function putDatabase(client: pg.Client): Promise<void> {
  const known = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (!known.rowCount) await client.query(`create database ${databaseName} owner ${ownerName}`);
}
