import type pg from 'pg';
import { type BackupTable, exactValues, tablesLeftOut } from './backup-format.js';

/** A row of files is a megabyte, and twice that as text: this bounds memory. */
const rowsAtOnce = 25;

interface TableToRead extends BackupTable {
  /** Whether its rows are seen per organisation only. */
  readonly perOrganisation: boolean;
}

/**
 * Everything in the database as lines of a backup, all of one moment, however much is written meanwhile.
 * Reads as the owner of the tables, organisation after organisation: row-level security holds for the owner too.
 */
export async function* readDatabase(client: pg.Client): AsyncGenerator<BackupTable | string> {
  await client.query('begin isolation level repeatable read, read only');
  await client.query(exactValues);
  const organisations = await texts(client, 'select id::text as text from organisation order by id');
  for (const table of await tables(client)) {
    yield { table: table.table, columns: table.columns };
    for (const organisation of table.perOrganisation ? organisations : ['']) {
      await client.query(`select set_config('app.organisation_id', $1, true)`, [organisation]);
      yield* rows(client, table);
    }
  }
  await client.query('commit');
}

/** The migrations this database has had, in order. */
export function appliedMigrations(client: pg.Client): Promise<readonly string[]> {
  return texts(client, 'select name as text from migration order by id');
}

async function tables(client: pg.Client): Promise<readonly TableToRead[]> {
  const { rows: found } = await client.query<TableToRead>(
    `select c.relname as table, c.relrowsecurity as "perOrganisation",
            array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname, c.relrowsecurity order by c.relname`,
    [tablesLeftOut],
  );
  return found;
}

async function* rows(client: pg.Client, { table, columns }: TableToRead): AsyncGenerator<string> {
  const values = columns.map((column) => `${client.escapeIdentifier(column)}::text`).join(', ');
  await client.query(
    `declare backup no scroll cursor for
      select json_build_array(${values})::text as text from ${client.escapeIdentifier(table)}`,
  );
  const fetch = `fetch ${rowsAtOnce} from backup`;
  for (let batch = await texts(client, fetch); batch.length > 0; batch = await texts(client, fetch)) {
    yield* batch;
  }
  await client.query('close backup');
}

async function texts(client: pg.Client, sql: string): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ text: string }>(sql);
  return found.map(({ text }) => text);
}
