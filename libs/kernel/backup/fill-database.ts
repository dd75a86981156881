import type pg from 'pg';
import { type BackupTable, exactValues } from './backup-format.js';
import type { BackupEntry } from './read-backup.js';

/** Larger pieces are not faster; smaller ones are slower. */
const charactersAtOnce = 4_000_000;

/**
 * Puts the rows of a backup in a database that had the same migrations, in one transaction.
 * @param client as superuser: row-level security and the triggers that guard what was adopted let the rows through,
 * and foreign keys hold because they held where the rows came from.
 */
export async function fillDatabase(client: pg.Client, entries: AsyncIterable<BackupEntry>): Promise<number> {
  await client.query('begin');
  await client.query(`${exactValues}; set local session_replication_role = replica`);
  let table: TableToFill | undefined;
  let rows = 0;
  for await (const entry of entries) {
    if (typeof entry === 'string') {
      await table?.add(entry);
      rows += 1;
    } else {
      await table?.flush();
      table = await TableToFill.open(client, entry);
    }
  }
  await table?.flush();
  await client.query('commit');
  return rows;
}

/** Gathers rows of one table, to send many at once. */
class TableToFill {
  private lines: string[] = [];
  private characters = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly insert: string,
  ) {}

  /** Empties the table of what migrations put in it: the backup has that too, perhaps changed. */
  static async open(client: pg.Client, { table, columns }: BackupTable): Promise<TableToFill> {
    const name = client.escapeIdentifier(table);
    const types = await typesOf(client, table);
    const values = columns.map((column, index) => {
      const type = types.get(column);
      if (!type) throw new Error(`the backup has a column that is not here: ${table}.${column}`);
      return `(line ->> ${index})::${type}`;
    });
    await client.query(`delete from ${name}`);
    const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
    return new TableToFill(
      client,
      `insert into ${name} (${list}) select ${values.join(', ')} from unnest($1::json[]) as line`,
    );
  }

  async add(line: string): Promise<void> {
    this.lines.push(line);
    this.characters += line.length;
    if (this.characters >= charactersAtOnce) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.lines.length > 0) await this.client.query(this.insert, [this.lines]);
    this.lines = [];
    this.characters = 0;
  }
}

async function typesOf(client: pg.Client, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relname = $1 and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}
