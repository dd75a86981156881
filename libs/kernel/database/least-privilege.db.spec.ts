import pg from 'pg';
import { SettingsError } from '@weerbaar/kernel/config';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { createDataSource } from './data-source.js';
import { requireLeastPrivilege } from './least-privilege.js';

/** Real: PostgreSQL and its roles. */

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

async function faultsOf(url: string): Promise<readonly string[]> {
  const source = await createDataSource({
    url,
    pool: 1,
    entities: [],
    applicationName: 'rights',
  }).initialize();
  try {
    await requireLeastPrivilege(source);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  } finally {
    await source.destroy();
  }
}

describe('a process of the application', () => {
  it('works as the application role', async () => {
    expect(await faultsOf(database.applicationUrl)).toEqual([]);
  });

  it('refuses to be a superuser', async () => {
    expect((await faultsOf(database.superuserUrl)).join()).toContain('is a superuser');
  });

  it('refuses to be the owner of the tables', async () => {
    expect((await faultsOf(database.ownerUrl)).join()).toContain('owns tables');
  });

  it('refuses a role that passes row-level security', async () => {
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const role = `passes_${database.name}`;
    await superuser.query(`create role ${role} login bypassrls password 'only-for-tests'`);
    const url = Object.assign(new URL(database.superuserUrl), { username: role, password: 'only-for-tests' });
    const faults = await faultsOf(url.toString());
    await superuser.query(`drop role ${role}`);
    await superuser.end();
    expect(faults.join()).toContain('can bypass row-level security');
  });
});
