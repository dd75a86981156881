import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';

/** Real: PostgreSQL, TypeORM and its pool. The transaction is begun past TypeORM, so what TypeORM makes of it is tested. */

let database: TestDatabase;
let organisation: string;

beforeAll(async () => {
  database = await openTestDatabase();
  organisation = await database.createOrganisation();
});

afterAll(() => database.close());

const inTransaction = <T>(work: () => Promise<T>): Promise<T> => database.inOrganisation(organisation, work);

async function ask(sql: string): Promise<string> {
  const [row] = await database.transactions.manager.query<{ answer: string }[]>(`select ${sql} as answer`);
  return row?.answer ?? '';
}

function addPerson(id: string): Promise<unknown> {
  return database.transactions.manager.query(`insert into person (id, name) values ($1, 'Anna de Boer')`, [
    id,
  ]);
}

const persons = (): Promise<string> => inTransaction(() => ask('(select count(*)::text from person)'));

describe('a transaction', () => {
  it('is of one organisation, and its connection of none afterwards', async () => {
    expect(await inTransaction(() => ask(`current_setting('app.organisation_id')`))).toBe(organisation);
    const connections = await Promise.all(
      Array.from({ length: 10 }, () =>
        database.dataSource.query<{ answer: string }[]>(
          `select current_setting('app.organisation_id', true) as answer`,
        ),
      ),
    );
    expect(connections.flat().filter(({ answer }) => answer)).toEqual([]);
  });

  it('has the isolation that was asked for', async () => {
    expect(await inTransaction(() => ask(`current_setting('transaction_isolation')`))).toBe('read committed');
    const frozen = await database.asOrganisation(organisation, () =>
      database.transactions.runFrozen(() => ask(`current_setting('transaction_isolation')`)),
    );
    expect(frozen).toBe('repeatable read');
  });

  it('leaves nothing behind when the work fails, and tells the fault', async () => {
    const before = await persons();
    const work = inTransaction(async () => {
      await addPerson('0199a000-0000-7000-8000-000000000001');
      throw new Error('halfway');
    });
    await expect(work).rejects.toThrow('halfway');
    expect(await persons()).toBe(before);
  });

  it('holds what TypeORM begins inside it', async () => {
    const before = await persons();
    const work = inTransaction(async () => {
      await database.transactions.manager.transaction(() =>
        addPerson('0199a000-0000-7000-8000-000000000002'),
      );
      throw new Error('after the inner one was done');
    });
    await expect(work).rejects.toThrow('after the inner one was done');
    expect(await persons()).toBe(before);
  });

  it('gives its connection back, also when the work fails', async () => {
    const moreThanThePool = Array.from({ length: 25 }, (_, index) =>
      inTransaction(async () => {
        if (index % 2) throw new Error('halfway');
        return ask(`'1'`);
      }).catch(() => '1'),
    );
    expect(await Promise.all(moreThanThePool)).toEqual(Array.from({ length: 25 }, () => '1'));
  });
});
