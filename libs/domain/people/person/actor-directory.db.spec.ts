import { newId } from '@weerbaar/kernel/database';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { ActorDirectoryService } from './actor-directory.service.js';
import { Person } from './person.entity.js';
import { PersonRepository } from './person.repository.js';

/** Real: PostgreSQL as the application role. */

let database: TestDatabase;
let persons: PersonRepository;
let directory: ActorDirectoryService;
let organisation: string;

beforeAll(async () => {
  database = await openTestDatabase([Person]);
  persons = new PersonRepository(database.transactions);
  directory = new ActorDirectoryService(persons);
});

beforeEach(async () => {
  organisation = await database.createOrganisation();
});

afterAll(() => database.close());

function here<T>(work: () => Promise<T>): Promise<T> {
  return database.inOrganisation(organisation, work);
}

/** Somebody with accounts; returns their ids. */
function add(name: string, accounts: number): Promise<{ personId: string; accountIds: string[] }> {
  return here(async () => {
    const personId = newId();
    await persons.add({ id: personId, version: 1, name, jobTitle: null, email: null });
    const accountIds = Array.from({ length: accounts }, newId);
    for (const id of accountIds) {
      await database.transactions.manager.query(
        `insert into account (id, person_id, sign_in_name, created_at) values ($1, $2, $3, now())`,
        [id, personId, id],
      );
    }
    return { personId, accountIds };
  });
}

describe('who is behind an account', () => {
  it('is a person with a name, the same for all their accounts', async () => {
    const anna = await add('Anna', 2);
    const bram = await add('Bram', 1);
    const found = await here(() => directory.byAccounts([...anna.accountIds, ...bram.accountIds]));
    expect([...found.values()].toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
      { personId: anna.personId, name: 'Anna' },
      { personId: anna.personId, name: 'Anna' },
      { personId: bram.personId, name: 'Bram' },
    ]);
    expect(found.get(bram.accountIds[0] ?? '')).toEqual({ personId: bram.personId, name: 'Bram' });
  });

  it('is nobody when the account does not exist', async () => {
    expect(await here(() => directory.byAccounts([newId()]))).toEqual(new Map());
    expect(await here(() => directory.byAccounts([]))).toEqual(new Map());
  });
});

describe('the accounts of a person', () => {
  it('are all of theirs and of nobody else', async () => {
    const anna = await add('Anna', 2);
    await add('Bram', 1);
    const found = await here(() => directory.accountsOf(anna.personId));
    expect(found.toSorted()).toEqual(anna.accountIds.toSorted());
    expect(await here(() => directory.accountsOf(newId()))).toEqual([]);
  });
});

it('knows nobody of another organisation', async () => {
  const anna = await add('Anna', 1);
  organisation = await database.createOrganisation();
  expect(await here(() => directory.byAccounts(anna.accountIds))).toEqual(new Map());
  expect(await here(() => directory.accountsOf(anna.personId))).toEqual([]);
});
