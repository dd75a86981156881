import pg from 'pg';
import { openTestApi, type TestApi } from '../support/test-api.js';
import { fillOrganisation, type FullOrganisation } from './support/full-organisation.js';

/**
 * Two organisations, each with something in every table: what one can reach of the other.
 * Real: PostgreSQL, reached as the application role with SQL of one's own, as a fault in the code would.
 */

const withoutOrganisation = new Set(['organisation', 'organisation_host', 'migration', 'outbox_event']);

let api: TestApi;
let ours: FullOrganisation;
let theirs: FullOrganisation;
let application: pg.Client;
let tables: readonly string[];

beforeAll(async () => {
  api = await openTestApi();
  ours = await fillOrganisation(api, 'ons');
  theirs = await fillOrganisation(api, 'hun');
  application = new pg.Client({ connectionString: api.database.applicationUrl });
  await application.connect();
  const found = await api.asSuperuser<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  tables = found.map(({ name }) => name).filter((name) => !withoutOrganisation.has(name));
});

afterAll(async () => {
  await application.end();
  await api.close();
});

/** Runs SQL as the application in a transaction of our organisation, and takes it back. */
async function asOurs(
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<pg.QueryResult<Record<string, unknown>>> {
  await application.query('begin');
  try {
    await application.query(`select set_config('app.organisation_id', $1, true)`, [ours.id]);
    return await application.query<Record<string, unknown>>(sql, [...parameters]);
  } finally {
    await application.query('rollback');
  }
}

/** How many rows a statement reached; 0 when it was refused altogether. */
async function reached(sql: string, parameters: readonly unknown[]): Promise<number> {
  try {
    return (await asOurs(sql, parameters)).rowCount ?? 0;
  } catch (error) {
    if (sqlState(error) === '42501') return 0;
    throw error;
  }
}

function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

async function refusal(attempt: Promise<unknown>): Promise<string | undefined> {
  return attempt.then(
    () => 'was not refused',
    (error: unknown) => sqlState(error),
  );
}

/** For every table, so that a failure names those that leak and not only the first. */
async function perTable<T>(look: (table: string) => Promise<T>): Promise<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const table of tables) found[table] = await look(table);
  return found;
}

function expectEverywhere<T>(found: Record<string, T>, expected: T): void {
  expect(Object.entries(found).filter(([, value]) => value !== expected)).toEqual([]);
}

async function count(table: string, organisationId: string): Promise<number> {
  const [row] = await api.asSuperuser<{ count: number }>(
    `select count(*)::int as count from ${table} where organisation_id = $1`,
    [organisationId],
  );
  return row?.count ?? 0;
}

it('both organisations have something in every table, or this file would prove nothing', async () => {
  for (const { id } of [ours, theirs]) {
    const empty = Object.entries(await perTable((table) => count(table, id))).filter(
      ([, rows]) => rows === 0,
    );
    expect(empty).toEqual([]);
  }
});

describe('in the name of one organisation', () => {
  it('all that is its own is seen, and nothing else', async () => {
    for (const table of tables) {
      const { rows } = await asOurs(
        `select count(*)::int as own, count(*) filter (where organisation_id <> $1)::int as other from ${table}`,
        [ours.id],
      );
      expect([table, rows[0]]).toEqual([table, { own: await count(table, ours.id), other: 0 }]);
    }
  });

  it('nothing of another is seen, however it is asked for', async () => {
    expectEverywhere(
      await perTable((table) => reached(`select from ${table} where organisation_id = $1`, [theirs.id])),
      0,
    );
    const joined = await asOurs(
      `select p.id from person p right join account a on true where p.organisation_id = $1`,
      [theirs.id],
    );
    expect(joined.rowCount).toBe(0);
  });

  it('nothing of another is changed', async () => {
    expectEverywhere(
      await perTable((table) =>
        reached(`update ${table} set organisation_id = organisation_id where organisation_id = $1`, [
          theirs.id,
        ]),
      ),
      0,
    );
  });

  it('nothing of another is removed', async () => {
    expectEverywhere(
      await perTable((table) => reached(`delete from ${table} where organisation_id = $1`, [theirs.id])),
      0,
    );
    for (const table of tables) expect(await refusal(asOurs(`truncate ${table} cascade`))).toBe('42501');
  });

  it('nothing is added to another', async () => {
    expectEverywhere(
      await perTable(async (table) => {
        const [row] = await api.asSuperuser<{ row: unknown }>(
          `select to_jsonb(t) as row from ${table} t where organisation_id = $1 limit 1`,
          [theirs.id],
        );
        return refusal(
          asOurs(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [row?.row]),
        );
      }),
      '42501',
    );
  });

  it('nothing of its own is handed to another', async () => {
    expectEverywhere(
      await perTable((table) =>
        reached(`update ${table} set organisation_id = $1 where organisation_id = $2`, [
          theirs.id,
          ours.id,
        ]).catch(() => 0),
      ),
      0,
    );
  });

  it('nothing refers to what is of another, as if it did not exist', async () => {
    const sql = `insert into finding (id, cycle_id, source, title, description, recorded_at)
      values (gen_random_uuid(), (select id from annual_cycle limit 1), 'developments', 'x', '', now())`;
    expect((await asOurs(sql)).rowCount).toBe(1);
    const [cycle] = await api.asSuperuser<{ id: string }>(
      'select id from annual_cycle where organisation_id = $1',
      [theirs.id],
    );
    const foreign = sql.replace('(select id from annual_cycle limit 1)', `'${cycle?.id}'`);
    expect(await refusal(asOurs(foreign))).toBe('23503');
  });

  it('may have the same ids and names as another: neither shows that the other exists', async () => {
    const [person] = await api.asSuperuser<{ id: string }>(
      'select id from person where organisation_id = $1 limit 1',
      [theirs.id],
    );
    expect(
      (await asOurs(`insert into person (id, name) values ($1, 'Naamgenoot')`, [person?.id])).rowCount,
    ).toBe(1);
  });

  it('the outbox takes, and tells nothing', async () => {
    expect(await refusal(asOurs('select from outbox_event'))).toBe('42501');
    expect(await refusal(asOurs('delete from outbox_event'))).toBe('42501');
    expect(await refusal(asOurs(`update outbox_event set relayed_at = now()`))).toBe('42501');
  });

  it('the list of organisations is read, not written', async () => {
    for (const sql of [
      `update organisation set name = 'van ons'`,
      `delete from organisation_host`,
      `insert into organisation_host (host, organisation_id, purpose) values ('hun.example', '${ours.id}', 'staff')`,
    ])
      expect(await refusal(asOurs(sql))).toBe('42501');
  });
});

describe('in the name of no organisation', () => {
  it('every table raises instead of seeming empty', async () => {
    const stranger = new pg.Client({ connectionString: api.database.applicationUrl });
    await stranger.connect();
    // 42704: the setting does not exist.
    expectEverywhere(
      await perTable((table) => refusal(stranger.query(`select count(*) from ${table}`))),
      '42704',
    );
    expect(
      await refusal(stranger.query(`insert into person (id, name) values (gen_random_uuid(), 'Niemands')`)),
    ).toBe('42704');
    await stranger.end();
  });

  it('a connection that served an organisation before raises too: nothing lingers', async () => {
    await asOurs('select from person');
    // 22P02: the setting is empty again, and nothing is not an organisation.
    expectEverywhere(
      await perTable((table) => refusal(application.query(`select count(*) from ${table}`))),
      '22P02',
    );
  });

  it('identifying a session leaves no organisation behind', async () => {
    const call = `select * from identify_session($1, '\\x00', now(), current_date, '1 hour')`;
    expect((await application.query(call, [ours.id])).rowCount).toBe(0);
    expect(await refusal(application.query('select from person'))).toBe('22P02');
  });
});

describe('the owner of the database', () => {
  it('is bound to an organisation like everybody', async () => {
    const owner = new pg.Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    expectEverywhere(
      await perTable((table) => refusal(owner.query(`select count(*) from ${table}`))),
      '42704',
    );
    await owner.query(`select set_config('app.organisation_id', $1, false)`, [ours.id]);
    expectEverywhere(
      await perTable(
        async (table) =>
          (await owner.query(`select from ${table} where organisation_id = $1`, [theirs.id])).rowCount,
      ),
      0,
    );
    await owner.end();
  });
});
