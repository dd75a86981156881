import { Test, type TestingModule } from '@nestjs/testing';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { readSettings } from '@weerbaar/kernel/config';
import { type Actor, systemActor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { DepartmentService } from '../department/department.service.js';
import { EmploymentService } from '../employment/employment.service.js';
import { peopleEntities } from '../people.entities.js';
import { PeopleModule } from '../people.module.js';
import { PersonService } from '../person/person.service.js';
import { ApplyImport } from './apply-import.job.js';
import type { EmploymentImport } from './employment-import.entity.js';
import { EmploymentImportService } from './employment-import.service.js';
import { ForgetImports } from './forget-imports.job.js';
import { PlanImport } from './plan-import.job.js';

/** Real: PostgreSQL as the application role, every module people leans on. Not real: the queue, and who works it. */

let database: TestDatabase;
let module: TestingModule;
let transactions: TransactionRunner;
let imports: EmploymentImportService;
let organisation: string;
let departmentId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const settings = readSettings({
    DATABASE_URL: database.applicationUrl,
    WEERBAAR_SECRET: '5'.repeat(64),
    WEERBAAR_IMPORT_MEGABYTES: '2',
  });
  module = await Test.createTestingModule({
    imports: [
      FoundationModule.asApplication({
        settings,
        entities: peopleEntities,
        applicationName: 'test of imports',
      }),
      JobsModule.forDispatch(),
      PeopleModule,
    ],
  }).compile();
  await module.init();
  transactions = module.get(TransactionRunner);
  imports = module.get(EmploymentImportService);
});
afterAll(async () => {
  await module.close();
  await database.close();
});

beforeEach(async () => {
  organisation = await database.createOrganisation();
  departmentId = await here(async () => {
    const wanted = { code: 'BZ', name: 'Burgerzaken', kind: 'Afdeling', validFrom: '2000-01-01' };
    return (await module.get(DepartmentService).add(systemActor, wanted)).department.id;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function here<T>(work: () => Promise<T>): Promise<T> {
  return database.asOrganisation(organisation, work);
}

function query<Row>(sql: string): Promise<Row[]> {
  return here(() => transactions.run(() => transactions.manager.query<Row[]>(sql)));
}

const headings = 'Personeelsnummer;Naam;Afdelingscode;Leidinggevende;Datum in dienst\n';
const anna = '1;Anna de Vries;BZ;2;2019-03-01\n';
const bram = '2;Bram Jansen;BZ;;2015-05-01\n';

async function* bytes(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

async function start(...rows: readonly string[]): Promise<EmploymentImport> {
  const file = { name: 'hr.csv', stream: bytes(headings, ...rows) };
  const shown = await here(() => imports.start(systemActor, { referenceDay: '2026-11-01' }, file));
  return shown.employmentImport;
}

const progress = { step: () => Promise.resolve() };
const plan = (importId: string) => here(() => module.get(PlanImport).perform({ importId }, progress));
const apply = (importId: string) => here(() => module.get(ApplyImport).perform({ importId }, progress));
const get = async (id: string) => (await here(() => imports.get(systemActor, id))).employmentImport;

async function confirm({ id, version }: EmploymentImport, actor: Actor = systemActor): Promise<void> {
  await here(() => imports.confirm(actor, id, version, {}));
}

async function planned(...rows: readonly string[]): Promise<EmploymentImport> {
  const { id } = await start(...rows);
  await plan(id);
  return get(id);
}

async function confirmed(...rows: readonly string[]): Promise<EmploymentImport> {
  const found = await planned(...rows);
  await confirm(found);
  return found;
}

async function counts() {
  const [found] = await query<object>(
    `select (select count(*)::int from person) as persons, (select count(*)::int from employment) as employments,
            (select count(*)::int from employment_period) as periods,
            (select count(*)::int from audit_entry where action = 'people.employments-imported') as entries`,
  );
  return found;
}

const nothing = { persons: 0, employments: 0, periods: 0, entries: 0 };
const all = { persons: 2, employments: 2, periods: 2, entries: 1 };

describe('a worker that dies', () => {
  it('while it applies leaves nothing behind, and the next one does it once', async () => {
    const { id } = await confirmed(anna, bram);
    vi.spyOn(module.get(AuditLog), 'record').mockRejectedValueOnce(new Error('killed'));
    await expect(apply(id)).rejects.toThrow('killed');
    expect(await counts()).toEqual(nothing);
    expect((await get(id)).state).toBe('applying');
    await apply(id);
    await apply(id);
    expect(await counts()).toEqual(all);
    expect((await get(id)).state).toBe('applied');
  });

  it('and was not dead after all, does it once beside the next one', async () => {
    const { id } = await confirmed(anna, bram);
    await Promise.all([apply(id), apply(id), apply(id)]);
    expect(await counts()).toEqual(all);
  });

  it('after it compared leaves one outcome, and no file', async () => {
    const { id } = await start(anna, bram);
    await plan(id);
    await plan(id);
    const { items, total } = await here(() => imports.lines(systemActor, id, {}, { page: 1, pageSize: 10 }));
    expect(total).toBe(2);
    expect(items.map(({ row }) => row)).toEqual([2, 3]);
    expect(await query('select id from file')).toEqual([]);
  });
});

describe('what was shown is what is done', () => {
  it('and nothing at all when our records changed so that something else would come of it', async () => {
    const { id } = await confirmed(anna, bram);
    await here(async () => {
      const { id: personId } = await module.get(PersonService).add(systemActor, { name: 'Cor' });
      const wanted = {
        personnelNumber: '2',
        kind: 'employee' as const,
        departmentId,
        validFrom: '2020-01-01',
      };
      await module.get(EmploymentService).add(systemActor, personId, wanted);
    });
    await apply(id);
    expect((await get(id)).state).toBe('outdated');
    expect(await counts()).toEqual({ persons: 1, employments: 1, periods: 1, entries: 0 });
  });

  it('also when something changed that has nothing to do with it', async () => {
    const { id } = await confirmed(anna, bram);
    await here(() => module.get(PersonService).add(systemActor, { name: 'Cor' }));
    await apply(id);
    expect((await get(id)).state).toBe('applied');
  });

  it('and a newer file takes the place of one that nobody confirmed', async () => {
    const old = await planned(anna, bram);
    await planned(anna);
    expect((await get(old.id)).state).toBe('outdated');
    await expect(confirm(old)).rejects.toMatchObject({ type: 'conflict' });
  });
});

describe('an import can not be confirmed', () => {
  it('with a fault in any row', async () => {
    await expect(confirm(await planned(anna, '3;=1+1;BZ;;2020-01-01\n', bram))).rejects.toMatchObject({
      type: 'conflict',
    });
    expect(await counts()).toEqual(nothing);
  });

  it('by who would change an employment of their own', async () => {
    await apply((await confirmed(anna, bram)).id);
    const [{ id: personId } = { id: '' }] = await query<{ id: string }>(
      `select id from person where name like 'Anna%'`,
    );
    const herself: Actor = {
      kind: 'person',
      accountId: newId(),
      personId,
      roles: new Set(['human-resources']),
    };
    const found = await planned(anna.replace(';2;', ';;'), bram);
    await expect(confirm(found, herself)).rejects.toMatchObject({ type: 'not-permitted' });
    expect((await here(() => imports.get(herself, found.id))).mayConfirm).toBe(false);
    await confirm(found, { ...herself, personId: newId() });
  });

  it('by who would be named as the manager of somebody, or no longer', async () => {
    await apply((await confirmed(anna, bram)).id);
    const [{ id: personId } = { id: '' }] = await query<{ id: string }>(
      `select id from person where name like 'Bram%'`,
    );
    const himself: Actor = {
      kind: 'person',
      accountId: newId(),
      personId,
      roles: new Set(['human-resources']),
    };
    const found = await planned(anna.replace(';2;', ';;'), bram);
    await expect(confirm(found, himself)).rejects.toMatchObject({ type: 'not-permitted' });
    await apply((await confirmed(anna.replace(';2;', ';;'), bram)).id);
    const back = await planned(anna, bram);
    await expect(confirm(back, himself)).rejects.toMatchObject({ type: 'not-permitted' });
  });

  it('twice', async () => {
    const found = await confirmed(anna, bram);
    await expect(confirm(found)).rejects.toMatchObject({ type: 'conflict' });
  });

  it('in a version that was not seen', async () => {
    const found = await planned(anna, bram);
    await expect(confirm({ ...found, version: 1 })).rejects.toMatchObject({ type: 'version-conflict' });
    expect((await get(found.id)).state).toBe('planned');
  });
});

describe('one import at a time', () => {
  it('is compared or applied; another one is told to wait', async () => {
    const { id } = await start(bram);
    await expect(start(bram)).rejects.toMatchObject({ type: 'conflict' });
    await plan(id);
    await confirm(await get(id));
    await expect(start(bram)).rejects.toMatchObject({ type: 'conflict' });
    await apply(id);
    expect((await start(bram)).state).toBe('planning');
  });

  it('also of many that come at once', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => start(bram)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await query('select id from file')).toHaveLength(1);
  });

  it('but one that broke down stands in nobody’s way', async () => {
    const { id } = await start(bram);
    await query(`update job_run set state = 'failed', error_code = 'unexpected-error', finished_at = now()`);
    expect((await get(id)).state).toBe('failed');
    expect((await start(bram)).state).toBe('planning');
  });

  it('and no file that is older than the last one', async () => {
    await apply((await confirmed(bram)).id);
    const file = { name: 'hr.csv', stream: bytes(headings, anna) };
    await expect(
      here(() => imports.start(systemActor, { referenceDay: '2026-10-31' }, file)),
    ).rejects.toMatchObject({ faults: [{ path: 'referenceDay', code: 'before-last-import' }] });
  });
});

describe('a large file', () => {
  const mebibyte = 1024 * 1024;

  /** 500 MB, of which is counted how much was asked for. */
  function huge(first: string) {
    const read = { bytes: 0, ended: false };
    async function* stream(): AsyncGenerator<Uint8Array> {
      try {
        yield Buffer.from(first);
        for (; read.bytes < 500 * mebibyte; read.bytes += mebibyte) yield Buffer.alloc(mebibyte, anna);
      } finally {
        read.ended = true;
      }
    }
    return { read, file: { name: 'hr.csv', stream: stream() } };
  }

  it('is refused at the limit, and no more of it is read', async () => {
    const { read, file } = huge(headings);
    await expect(
      here(() => imports.start(systemActor, { referenceDay: '2026-11-01' }, file)),
    ).rejects.toMatchObject({ type: 'too-large' });
    expect(read.ended).toBe(true);
    expect(read.bytes).toBeLessThanOrEqual(3 * mebibyte);
    expect(await query('select id from file')).toEqual([]);
  });

  it('with wrong headings is refused at the headings', async () => {
    const { read, file } = huge('Nummer;Naam\n');
    await expect(
      here(() => imports.start(systemActor, { referenceDay: '2026-11-01' }, file)),
    ).rejects.toMatchObject({ type: 'invalid-input' });
    expect(read).toEqual({ bytes: 0, ended: true });
  });

  it('of more rows than one organisation has is refused while it is read', async () => {
    const row = '1;A;BZ;;2019-03-01\n';
    const found = await planned(row.repeat(50_001));
    expect(found.totals).toMatchObject({ added: 0 });
    const lines = await here(() =>
      imports.lines(systemActor, found.id, { kind: 'fault' }, { page: 251, pageSize: 200 }),
    );
    expect(lines.items).toMatchObject([{ row: null, faults: [{ code: 'too-many-rows' }] }]);
  });
});

it('one entry in the audit log tells what an import did, without names', async () => {
  const { id, sha256 } = await confirmed(anna, bram);
  await apply(id);
  const entries = await query<{ content: object }>(
    `select c.* from audit_entry e join audit_content c on c.entry_id = e.id where e.object_id = '${id}'`,
  );
  expect(entries).toHaveLength(1);
  const text = JSON.stringify(entries);
  expect(text).toContain(sha256);
  expect(text).toMatch(/"added":\s?2/);
  expect(text).not.toMatch(/Anna|Bram/);
});

it('what imports hold of people is forgotten', async () => {
  const { id } = await confirmed(anna, bram);
  await apply(id);
  const forget = () => here(() => module.get(ForgetImports).perform());
  await forget();
  expect(await query('select row_values from employment_import_line where row_values is not null')).toEqual(
    [],
  );
  expect(await query('select sequence from employment_import_line')).toHaveLength(2);
  const waiting = await planned(anna, bram);
  vi.spyOn(module.get(Clock), 'now').mockReturnValue(
    new Date(waiting.requestedAt.getTime() + 31 * 86_400_000),
  );
  await forget();
  expect((await get(waiting.id)).state).toBe('outdated');
  vi.spyOn(module.get(Clock), 'now').mockReturnValue(
    new Date(waiting.requestedAt.getTime() + 401 * 86_400_000),
  );
  await forget();
  expect(await query('select sequence from employment_import_line')).toEqual([]);
  expect((await get(id)).state).toBe('applied');
});
