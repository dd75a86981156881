/** Real here: PostgreSQL and its guard. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  type DatabaseUrls,
  prepareDatabase,
  startEmbeddedPostgres,
  throwAwayOptions,
} from '@weerbaar/kernel/embedded-postgres';
import { DataFolder, runningState, withLocalDatabase } from '@weerbaar/kernel/installation';
import { startTestPostgres, temporaryFolder } from '../support/embedded-postgres.js';
import { processesOf, Program, until, untilNothingRuns } from './support/processes.js';

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('an embedded PostgreSQL', () => {
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder();
  });

  afterEach(async () => {
    await untilNothingRuns(folder);
    rmSync(folder, { recursive: true, force: true });
  });

  const start = () =>
    startEmbeddedPostgres({
      folder,
      logFile: join(folder, 'postgres.log'),
      environment: process.env,
      options: throwAwayOptions,
    });

  it('keeps what was written, at another port and with other passwords', async () => {
    const first = await start();
    const urls = await prepareDatabase(first);
    await query(urls.DATABASE_OWNER_URL, 'create table kept as select 42 as answer');
    await first.stop();

    const second = await start();
    const urlsAfter = await prepareDatabase(second);
    expect(await query(urlsAfter.DATABASE_OWNER_URL, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(new URL(urlsAfter.DATABASE_URL).password).not.toBe(new URL(urls.DATABASE_URL).password);
    await second.stop();
  });

  it('lets nobody in without the password, and gives application and owner no more rights than they need', async () => {
    const postgres = await start();
    const urls = await prepareDatabase(postgres);

    const wrong = new URL(urls.DATABASE_URL);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    const rights = 'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user';
    expect(await query(urls.DATABASE_URL, rights)).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
    expect(await query(urls.DATABASE_OWNER_URL, rights)).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: true },
    ]);
    await postgres.stop();
  });

  it('handles text the same on every machine', async () => {
    const postgres = await start();
    const url = postgres.superuserUrl('postgres');

    expect(await query(url, `select lower('ÉÉN') as lower, current_setting('timezone') as zone`)).toEqual([
      { lower: 'één', zone: 'UTC' },
    ]);
    await postgres.stop();
  });

  it('starts over after a first start that was broken off half-way', async () => {
    mkdirSync(join(folder, 'postgres', 'cluster.new-broken'), { recursive: true });
    const postgres = await start();

    expect(readdirSync(join(folder, 'postgres')).toSorted()).toEqual(['cluster', 'superuser-password']);
    await postgres.stop();
  });

  it('says what is in its log when it does not start', async () => {
    const failing = startEmbeddedPostgres({
      folder,
      logFile: join(folder, 'postgres.log'),
      environment: process.env,
      options: ['no_such_option=on'],
    });

    await expect(failing).rejects.toThrow(/unrecognized configuration parameter "no_such_option"/);
  });
});

describe('the database of a command', () => {
  let folder: string;
  const migrated: string[] = [];
  const options = {
    environment: process.env,
    migrate: async (urls: DatabaseUrls) => migrated.push(urls.DATABASE_OWNER_URL),
  };
  const startedAt = new Date('2026-04-14T10:00:00Z');

  beforeAll(() => {
    folder = temporaryFolder();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is started and migrated for it when nothing runs, and stopped after', async () => {
    const answer = await withLocalDatabase(folder, startedAt, options, async (urls) => {
      expect(migrated).toEqual([urls.DATABASE_OWNER_URL]);
      expect(() => DataFolder.open(folder)).toThrow('in gebruik');
      return query(urls.DATABASE_URL, 'select 1 as works');
    });

    expect(answer).toEqual([{ works: 1 }]);
    await untilNothingRuns(folder);
    expect(runningState(folder)).toBeUndefined();
  });

  it('is stopped as well when the command fails', async () => {
    const failing = withLocalDatabase(folder, startedAt, options, () =>
      Promise.reject(new Error('no such year')),
    );

    await expect(failing).rejects.toThrow('no such year');
    await untilNothingRuns(folder);
    DataFolder.open(folder).close();
  });

  it('is the one that runs already, when there is one', async () => {
    const held = DataFolder.open(folder);
    const database = { DATABASE_URL: 'postgres://application', DATABASE_OWNER_URL: 'postgres://owner' };
    held.writeState({ pid: process.pid, startedAt: startedAt.toISOString(), database });

    await withLocalDatabase(folder, startedAt, options, async (urls) => expect(urls).toEqual(database));
    held.close();
  });
});

describe('a PostgreSQL for tests', () => {
  it('is gone after the test, folder and all', async () => {
    const postgres = await startTestPostgres();
    const [row] = await query(
      postgres.superuserUrl('postgres'),
      `select current_setting('data_directory') as folder`,
    );
    await postgres.stop();

    expect(existsSync(String(row?.['folder']))).toBe(false);
  });

  it('is gone when the test process is killed', async () => {
    const folder = temporaryFolder();
    const holder = new Program('./hold-postgres.mjs', [folder]);
    await holder.untilPrinted('started at');
    expect(processesOf(folder).length).toBeGreaterThan(1);
    holder.kill('SIGKILL');

    await untilNothingRuns(folder);
    await until('the folder removed', () => !existsSync(folder));
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('finds a place for the database when other users cannot reach the data folder', async () => {
    const closed = temporaryFolder();
    const folder = join(closed, 'data');
    mkdirSync(folder);
    const postgres = await startEmbeddedPostgres({
      folder,
      logFile: join(folder, 'postgres.log'),
      environment: process.env,
      options: throwAwayOptions,
      throwAway: true,
    });
    const home = readFileSync(join(folder, 'postgres-home'), 'utf8');

    expect(await query(postgres.superuserUrl('postgres'), 'select 1 as works')).toEqual([{ works: 1 }]);
    await postgres.stop();
    expect(existsSync(home)).toBe(false);
    rmSync(closed, { recursive: true });
  });
});
