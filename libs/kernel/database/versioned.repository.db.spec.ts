import { Column, Entity, PrimaryColumn } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { createDataSource } from './data-source.js';
import { newId } from './identifier.js';
import { createOrganisationTable } from './organisation-table.js';
import type { TransactionRunner } from './transaction-runner.js';
import { VersionedRepository } from './versioned.repository.js';

/** Real: PostgreSQL and TypeORM. Not real: the table, which has a column of every kind. */

@Entity('sample')
class Sample {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('text', { name: 'full_name' })
  fullName: string;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('numeric')
  budget: string;

  @Column('jsonb')
  body: unknown;

  @Column('text')
  status: string;
}

const columns = `
  id uuid not null,
  version integer not null,
  full_name text not null,
  valid_from date,
  recorded_at timestamptz not null,
  budget numeric(12, 2) not null,
  body jsonb not null,
  status text not null default 'planned'`;

class SampleRepository extends VersionedRepository<Sample> {
  constructor(transactions: TransactionRunner) {
    super(Sample, transactions);
  }
}

let database: TestDatabase;
let organisation: string;
let samples: SampleRepository;

beforeAll(async () => {
  database = await openTestDatabase([Sample]);
  const owner = await createDataSource({
    url: database.ownerUrl,
    pool: 1,
    entities: [],
    applicationName: 'makes the table',
  }).initialize();
  await createOrganisationTable(owner.createQueryRunner(), { name: 'sample', columns });
  await owner.destroy();
  organisation = await database.createOrganisation();
  samples = new SampleRepository(database.transactions);
});

afterAll(() => database.close());

const inTransaction = <T>(work: () => Promise<T>): Promise<T> => database.inOrganisation(organisation, work);

function addSample(): Promise<Sample> {
  return inTransaction(() =>
    samples.add({
      id: newId(),
      version: 1,
      fullName: 'Anna de Boer',
      validFrom: '2031-03-30',
      recordedAt: new Date('2031-03-30T01:30:00Z'),
      budget: '1500',
      body: { b: [1, null], a: 'é' },
    }),
  );
}

const read = (id: string): Promise<Sample> => inTransaction(() => samples.get(id));

describe('a record', () => {
  it('that was added is given as the database has it, with what the database filled in', async () => {
    const added = await addSample();
    expect(added).toBeInstanceOf(Sample);
    expect(added).toMatchObject({ validFrom: '2031-03-30', budget: '1500.00', status: 'planned' });
    expect(added).toEqual(await read(added.id));
  });

  it('that was changed is given with its new version', async () => {
    const { id } = await addSample();
    const changed = await inTransaction(() => samples.change(id, 1, { budget: '7.5', validFrom: null }));
    expect(changed).toMatchObject({ version: 2, budget: '7.50', validFrom: null, fullName: 'Anna de Boer' });
    expect(changed).toEqual(await read(id));
  });

  it('is not changed by who has seen an older version', async () => {
    const { id } = await addSample();
    await inTransaction(() => samples.change(id, 1, { status: 'done' }));
    const late = inTransaction(() => samples.change(id, 1, { status: 'stopped' }));
    await expect(late).rejects.toMatchObject({ type: 'version-conflict' });
    expect(await read(id)).toMatchObject({ version: 2, status: 'done' });
  });

  it('has a new version when something that hangs on it changes, and nothing else', async () => {
    const before = await addSample();
    const touched = await inTransaction(() => samples.touch(before.id));
    expect(touched).toEqual({ ...before, version: 2 });
    expect(touched).toEqual(await read(before.id));
  });

  it.each([
    ['read', (id: string) => samples.get(id)],
    ['changed', (id: string) => samples.change(id, 1, { status: 'done' })],
    ['touched', (id: string) => samples.touch(id)],
  ])('of another organisation can not be %s', async (_what, use) => {
    const { id } = await addSample();
    const other = await database.createOrganisation('Gemeente Elders');
    await expect(database.inOrganisation(other, () => use(id))).rejects.toMatchObject({ type: 'not-found' });
    expect(await read(id)).toMatchObject({ version: 1, status: 'planned' });
  });
});
