import pg from 'pg';
import { FixedClock } from '@weerbaar/kernel/clock';
import { type Actor, systemActor } from '@weerbaar/kernel/context';
import { newId } from '@weerbaar/kernel/database';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { ActorDirectory, type KnownActor } from './actor-directory.js';
import { AuditCheckpointRepository } from './audit-checkpoint.repository.js';
import { auditCsv } from './audit-entry.csv.js';
import { type AuditEntryFilter, pagesReach } from './audit-entry.dto.js';
import { AuditEntryRepository } from './audit-entry.repository.js';
import { type AuditedAction, AuditLog } from './audit-log.js';
import { AuditReading, entriesAtOnce, exportReach, type LogPageRequest } from './audit-reading.js';
import { AuditReadingRepository, type EntrySelection } from './audit-reading.repository.js';
import { AuditSealRepository } from './audit-seal.repository.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditVerification } from './audit-verification.js';
import { CheckpointKey } from './checkpoint-key.js';
import type { LoggedEntry } from './logged-entry.js';

/** Real: PostgreSQL as the application role. Not real: the clock, and the people behind the accounts. */

const anna = { personId: newId(), accounts: [newId(), newId()], name: 'Anna de Vries' };
const bea = { personId: newId(), accounts: [newId()], name: 'Bea Bakker' };
const audra = { personId: newId(), accounts: [newId()], name: 'Audra Smit' };

class SomePeople extends ActorDirectory {
  byAccounts(accountIds: readonly string[]): Promise<ReadonlyMap<string, KnownActor>> {
    const known = [anna, bea, audra].flatMap(({ personId, accounts, name }) =>
      accounts.filter((id) => accountIds.includes(id)).map((id) => [id, { personId, name }] as const),
    );
    return Promise.resolve(new Map(known));
  }

  accountsOf(personId: string): Promise<readonly string[]> {
    return Promise.resolve([anna, bea, audra].find((person) => person.personId === personId)?.accounts ?? []);
  }
}

function by(accountId: string | undefined): Actor {
  return { ...systemActor, kind: 'person', accountId: accountId ?? null };
}

const auditor = by(audra.accounts[0]);
const clock = new FixedClock(new Date());

let database: TestDatabase;
let superuser: pg.Client;
let organisation: string;
let log: AuditLog;
let repository: AuditReadingRepository;
let reading: AuditReading;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  log = new AuditLog(new AuditEntryRepository(database.transactions), clock);
  repository = new AuditReadingRepository(database.transactions);
  reading = new AuditReading(database.transactions, repository, new SomePeople(), log);
});

beforeEach(async () => {
  clock.moveTo(new Date('2026-04-14T10:00:00Z'));
  organisation = await database.createOrganisation();
});

afterEach(() => vi.restoreAllMocks());

afterAll(async () => {
  await superuser.end();
  await database.close();
});

const action = { action: 'annual-cycle.action-changed', objectType: 'action', objectId: 'a-1' } as const;

function record(audited: Partial<AuditedAction> = {}, actor = systemActor): Promise<void> {
  return database.inOrganisation(organisation, () => log.record(actor, { ...action, ...audited }));
}

/** Entries that tell their number, in one transaction and at one moment. */
function recordMany(entries: number): Promise<void> {
  return database.inOrganisation(organisation, async () => {
    for (let number = 1; number <= entries; number += 1) {
      await log.record(systemActor, { ...action, after: { number } });
    }
  });
}

interface Much {
  readonly entries: number;
  readonly action?: string;
  readonly objectType?: string;
  /** Default: everybody once. */
  readonly accountId?: string;
  /** A second between two. */
  readonly since?: string;
  /** One in so many was refused. */
  readonly refused?: number;
}

/** Past the application, because it is much. */
async function fill(much: Much): Promise<void> {
  const {
    entries,
    objectType = 'action',
    accountId = null,
    since = '2026-01-01',
    refused = entries + 1,
  } = much;
  await superuser.query(
    `insert into audit_entry (organisation_id, id, occurred_at, actor_kind, actor_account_id, action, object_type,
                              object_id, result, origin, correlation_id, content_hash)
     select $1, uuidv7(), $2::timestamptz + number * interval '1 second', 'person', coalesce($3, uuidv7()), $4, $5, $5 || '-' || number % 10,
            case when number % $6 = 0 then 'refused' else 'done' end, 'web', 'c', sha256('')
       from generate_series(1, $7::integer) as number`,
    [organisation, since, accountId, much.action ?? action.action, objectType, refused, entries],
  );
}

function read(filter: AuditEntryFilter = {}, page: Partial<LogPageRequest> = {}) {
  return database.asOrganisation(organisation, () =>
    reading.read(auditor, filter, { page: 1, pageSize: 50, ...page }),
  );
}

function startExport(filter: AuditEntryFilter = {}): Promise<AsyncGenerator<readonly LoggedEntry[]>> {
  return database.asOrganisation(organisation, () => reading.export(auditor, filter));
}

async function wholeExport(filter: AuditEntryFilter = {}): Promise<readonly LoggedEntry[]> {
  const entries: LoggedEntry[] = [];
  for await (const batch of await startExport(filter)) entries.push(...batch);
  return entries;
}

function numbers(entries: readonly LoggedEntry[]): unknown[] {
  return entries.map(({ after }) => after?.number);
}

function down(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}

function seal(): Promise<number> {
  const seals = new AuditSealRepository(database.transactions);
  return new AuditSealer(database.transactions, seals, clock).seal(organisation);
}

describe('an entry that is read', () => {
  it('tells action, object, result, origin, actor and time, and what binds it to others', async () => {
    await record({ before: { budget: 1000 }, after: { budget: 1500 } }, by(anna.accounts[1]));
    const { items } = await read();
    expect(items).toEqual([
      {
        entryId: expect.any(String),
        occurredAt: new Date('2026-04-14T10:00:00Z'),
        actor: {
          kind: 'person',
          accountId: anna.accounts[1],
          personId: anna.personId,
          name: 'Anna de Vries',
        },
        ...action,
        result: 'done',
        origin: 'command',
        correlationId: expect.any(String),
        before: { budget: 1000 },
        after: { budget: 1500 },
        erased: false,
        seal: null,
      },
    ]);
  });

  it('has no name when the system did it, or when nobody knows the account', async () => {
    await record();
    await record({}, by(newId()));
    const { items } = await read();
    expect(items.map(({ actor }) => [actor.kind, actor.personId, actor.name])).toEqual([
      ['person', null, null],
      ['system', null, null],
    ]);
  });

  it('has its place in the chain once it was sealed', async () => {
    await record();
    await record({ objectId: 'a-2' });
    await seal();
    clock.moveTo(new Date('2026-04-14T10:00:05Z'));
    await record({ objectId: 'a-3' });
    const { items } = await read();
    const sealedAt = new Date('2026-04-14T10:00:00Z');
    expect(items.map((entry) => entry.seal)).toEqual([
      null,
      { sequence: 2, sealedAt },
      { sequence: 1, sealedAt },
    ]);
  });

  it('says when its content was erased, and stays', async () => {
    await record({ after: { title: 'x' } }, by(anna.accounts[0]));
    await superuser.query(
      `update audit_content set content = null, salt = null, erased_at = now() where organisation_id = $1`,
      [organisation],
    );
    const { items } = await read();
    expect(items).toMatchObject([
      { action: action.action, before: null, after: null, erased: true, actor: { name: 'Anna de Vries' } },
    ]);
  });
});

describe('filters', () => {
  beforeEach(async () => {
    const told: readonly (readonly [moment: string, actor: Actor, audited: Partial<AuditedAction>])[] = [
      [
        '2026-04-01',
        by(anna.accounts[0]),
        { action: 'identity.signed-in', objectType: 'account', objectId: 'x' },
      ],
      ['2026-04-02', by(anna.accounts[1]), { action: 'catalogue.block-changed', objectType: 'block' }],
      [
        '2026-04-03',
        by(bea.accounts[0]),
        { action: 'identity.signed-in', objectType: 'account', objectId: 'y' },
      ],
      ['2026-04-04', systemActor, { action: 'identity.refused', objectType: 'account', result: 'refused' }],
      ['2026-04-05', by(bea.accounts[0]), { action: 'identity-import.begun', objectType: 'import' }],
      ['2026-04-06', by(anna.accounts[0]), { result: 'failed' }],
    ];
    for (const [number, [day, actor, audited]] of told.entries()) {
      clock.moveTo(new Date(`${day}T12:00:00Z`));
      await record({ after: { number: number + 1 }, ...audited }, actor);
    }
  });

  const cases: readonly (readonly [AuditEntryFilter, number[]])[] = [
    [{}, [6, 5, 4, 3, 2, 1]],
    [{ personId: anna.personId }, [6, 2, 1]],
    [{ personId: bea.personId }, [5, 3]],
    [{ personId: newId() }, []],
    [{ action: 'identity' }, [4, 3, 1]],
    [{ action: 'identity.signed-in' }, [3, 1]],
    [{ action: 'identity.signed' }, []],
    [{ action: 'ident' }, []],
    [{ objectType: 'account' }, [4, 3, 1]],
    [{ objectId: 'a-1' }, [6, 5, 4, 2]],
    [{ objectType: 'account', objectId: 'a-1' }, [4]],
    [{ objectType: 'account', objectId: 'z' }, []],
    [{ result: 'refused' }, [4]],
    [{ result: 'failed' }, [6]],
    [{ result: 'done' }, [5, 3, 2, 1]],
    [{ from: '2026-04-03' }, [6, 5, 4, 3]],
    [{ to: '2026-04-03' }, [3, 2, 1]],
    [{ from: '2026-04-03', to: '2026-04-03' }, [3]],
    [{ personId: anna.personId, action: 'identity' }, [1]],
    [{ personId: anna.personId, from: '2026-04-02', to: '2026-04-05' }, [2]],
    [{ action: 'identity', objectId: 'a-1' }, [4]],
    [{ action: 'identity', result: 'done', to: '2026-04-02' }, [1]],
    [
      {
        personId: bea.personId,
        action: 'identity.signed-in',
        objectType: 'account',
        objectId: 'y',
        result: 'done',
        from: '2026-04-03',
        to: '2026-04-03',
      },
      [3],
    ],
  ];

  it.each(cases)('%j', async (filter, expected) => {
    const found = await read(filter);
    expect(numbers(found.items)).toEqual(expected);
    expect(found).toMatchObject({ total: expected.length, totalIsExact: true });
  });

  it.each(cases)('%j, in an export', async (filter, expected) => {
    expect(numbers(await wholeExport(filter))).toEqual(expected);
  });
});

describe('a period', () => {
  it.each([
    ['of one winter day', '2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T22:59:59.999Z'],
    ['of one summer day', '2026-07-15', '2026-07-14T22:00:00.000Z', '2026-07-15T21:59:59.999Z'],
    ['of the day summer time begins', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['of the day summer time ends', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ])(
    '%s holds its first and its last millisecond in the Netherlands, and no other',
    async (_, day, first, last) => {
      const moments = [Date.parse(first) - 1, Date.parse(first), Date.parse(last), Date.parse(last) + 1];
      for (const [index, moment] of moments.entries()) {
        clock.moveTo(new Date(moment));
        await record({ after: { number: index + 1 } });
      }
      expect(numbers((await read({ from: day, to: day })).items)).toEqual([3, 2]);
      expect(numbers((await read({ from: day, action: 'annual-cycle' })).items)).toEqual([4, 3, 2]);
      expect(numbers((await read({ to: day, action: 'annual-cycle' })).items)).toEqual([3, 2, 1]);
    },
  );
});

describe('pages', () => {
  it('give every entry once, the newest first, also when all are of one moment', async () => {
    await recordMany(7);
    const filter = { action: action.action };
    const pages = [];
    for (const page of [1, 2, 3, 4]) pages.push(await read(filter, { page, pageSize: 3 }));
    expect(pages.map(({ items }) => numbers(items))).toEqual([[7, 6, 5], [4, 3, 2], [1], []]);
    expect(pages[3]).toMatchObject({ page: 4, pageSize: 3, total: 7, totalIsExact: true });
  });

  it('are in the order in which things happened, not in which they were recorded', async () => {
    await record({ after: { number: 2 } });
    clock.moveTo(new Date('2026-04-13T10:00:00Z'));
    await record({ after: { number: 1 } });
    expect(numbers((await read()).items)).toEqual([2, 1]);
  });

  it('can be read on from an entry, undisturbed by the entries of the reading itself', async () => {
    await recordMany(5);
    const first = await read({}, { pageSize: 2 });
    expect(numbers(first.items)).toEqual([5, 4]);
    clock.moveTo(new Date('2026-04-14T10:00:01Z'));
    const shifted = await read({}, { pageSize: 2, page: 2 });
    expect(numbers(shifted.items)).toEqual([4, 3]);
    const second = await read({}, { pageSize: 2, olderThanId: first.items[1]?.entryId });
    expect(numbers(second.items)).toEqual([3, 2]);
    expect(second).toMatchObject({ total: 3, totalIsExact: true });
    const third = await read({}, { pageSize: 2, page: 2, olderThanId: first.items[1]?.entryId });
    expect(numbers(third.items)).toEqual([1]);
  });

  it('can not be read on from an entry that does not exist, or is of another organisation', async () => {
    await record();
    const { items } = await read();
    organisation = await database.createOrganisation();
    for (const olderThanId of [newId(), items[0]?.entryId])
      await expect(read({}, { olderThanId })).rejects.toMatchObject({
        type: 'invalid-input',
        faults: [{ path: 'olderThanId', code: 'unknown-entry' }],
      });
  });

  it('count up to a bound, and say when there is more', async () => {
    await fill({ entries: pagesReach });
    const filter = { action: action.action };
    expect(await read(filter)).toMatchObject({ total: pagesReach, totalIsExact: true });
    await fill({ entries: 1 });
    expect(await read(filter)).toMatchObject({ total: pagesReach, totalIsExact: false });
    const last = await read(filter, { page: pagesReach / 50, pageSize: 50 });
    expect(last.items).toHaveLength(50);
  });
});

describe('an index', () => {
  const onePage = 50;

  /** Rows of the table that were read for an answer, as the database counts them. */
  async function rowsRead<T>(
    work: () => Promise<T>,
  ): Promise<{ found: T; scanned: number; fetched: number }> {
    const before = await rowsReadSoFar();
    const found = await work();
    const after = await rowsReadSoFar();
    return { found, scanned: after.scanned - before.scanned, fetched: after.fetched - before.fetched };
  }

  async function rowsReadSoFar(): Promise<{ scanned: number; fetched: number }> {
    const [row] = await database.transactions.manager.query<{ scanned: number; fetched: number }[]>(
      `select seq_tup_read::int as scanned, idx_tup_fetch::int as fetched
         from pg_stat_xact_user_tables where relname = 'audit_entry'`,
    );
    return row!;
  }

  let full: string;

  /** What is looked for lies under ten times as much that is newer, and beside as much of another organisation. */
  beforeAll(async () => {
    const wanted = { entries: 2_000, accountId: bea.accounts[0], refused: 40 };
    const newer = {
      entries: 20_000,
      action: 'catalogue.theme-read',
      objectType: 'theme',
      since: '2026-02-01',
    };
    organisation = await database.createOrganisation();
    await fill({ ...wanted, action: 'identity.invited' });
    await fill(newer);
    full = organisation = await database.createOrganisation();
    await fill({ ...wanted, action: 'identity.signed-in' });
    await fill({ ...wanted, action: 'identity.signed-out' });
    await fill({ ...newer, action: 'identity.signed-out' });
    await fill(newer);
    await superuser.query('vacuum analyze audit_entry');
  });

  const early = new Date('2026-01-01T00:10:00Z');
  const signing = ['identity.signed-in', 'identity.signed-out'];
  const ways: readonly EntrySelection[] = [
    {},
    { accountIds: bea.accounts },
    { accountIds: [...anna.accounts, ...bea.accounts] },
    { objectType: 'action' },
    { objectId: 'action-7' },
    { objectType: 'action', objectId: 'action-7' },
    { actions: ['identity.signed-in'] },
    { actions: signing },
    { actions: ['identity.signed-in'], result: 'refused' },
    { accountIds: bea.accounts, actions: signing },
    { objectId: 'action-7', actions: signing },
    { result: 'refused' },
    { result: 'done' },
    { until: early },
    { olderThan: { id: newId(), occurredAt: early } },
    { accountIds: bea.accounts, until: early },
    { objectType: 'action', until: early },
    { objectId: 'action-7', until: early },
    { actions: signing, until: early },
    { actions: signing, olderThan: { id: newId(), occurredAt: early } },
  ];

  it.each(ways)('leads to a page, without looking at the rest: %j', async (selection) => {
    await database.inOrganisation(full, async () => {
      const answer = await rowsRead(() => repository.newest(selection, { take: onePage }));
      expect(answer.found).toHaveLength(onePage);
      expect(answer.scanned).toBe(0);
      expect(answer.fetched).toBeLessThanOrEqual(3 * onePage);
    });
  });

  it('leads to the actions of a part, without looking at their entries', async () => {
    await database.inOrganisation(full, async () => {
      const answer = await rowsRead(() => repository.actionsUnder('identity'));
      expect(answer.found).toEqual(['identity', 'identity.signed-in', 'identity.signed-out']);
      expect(answer.scanned).toBe(0);
      expect(answer.fetched).toBeLessThanOrEqual(10);
    });
  });
});

describe('an export', () => {
  it('takes a batch when the one before was taken, and holds no transaction meanwhile', async () => {
    await recordMany(2 * entriesAtOnce + 1);
    const batches = vi.spyOn(repository, 'newest');
    const parts = auditCsv(await startExport({ action: action.action }), 'nl');
    const lines = async () => ((await parts.next()).value as string).split('\r\n').length - 1;

    expect(await lines()).toBe(1);
    expect(await lines()).toBe(entriesAtOnce);
    expect(batches).toHaveBeenCalledTimes(1);
    const { rows } = await superuser.query(
      `select state from pg_stat_activity where application_name = $1 and state <> 'idle'`,
      [database.name],
    );
    expect(rows).toEqual([]);

    expect(await lines()).toBe(entriesAtOnce);
    expect(batches).toHaveBeenCalledTimes(2);
    expect(await lines()).toBe(1);
    expect((await parts.next()).done).toBe(true);
    for (const [, { take }] of batches.mock.calls) expect(take).toBe(entriesAtOnce);
  });

  it('holds each entry once, in order, and nothing that was added meanwhile', async () => {
    const entries = 2 * entriesAtOnce + 10;
    await recordMany(entries);
    const found: LoggedEntry[] = [];
    for await (const batch of await startExport()) {
      found.push(...batch);
      await record({ after: { number: 'late' } });
    }
    expect(numbers(found)).toEqual(down(entries, 1));
  });

  it('is recorded before its first byte leaves', async () => {
    await record();
    const batches = await startExport({ objectId: 'a-1' });
    const { items } = await read({ action: 'audit.exported' });
    expect(items).toMatchObject([
      { actor: { name: audra.name }, result: 'done', after: { objectId: 'a-1', entries: 1 } },
    ]);
    await batches.return(undefined);
  });

  it('of nothing is a header', async () => {
    const parts: string[] = [];
    for await (const part of auditCsv(await startExport(), 'en')) parts.push(part);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatch(/^\uFEFFSequence;Time \(UTC\);.*\r\n$/);
  });

  it('of too much is refused before it begins, and not recorded as if it had been', async () => {
    await fill({ entries: exportReach + 1, refused: 1_000 });
    await expect(startExport()).rejects.toMatchObject({
      type: 'conflict',
      detail: { nl: expect.stringContaining('100.000'), en: expect.stringContaining('100,000') },
    });
    expect(await read({ action: 'audit' })).toMatchObject({ total: 0 });
    const batches = await startExport({ result: 'refused' });
    expect((await batches.next()).value).toHaveLength(exportReach / 1_000);
  });
});

describe('that the log was read', () => {
  it('is in the log: by whom, and what was looked for, in ids and codes', async () => {
    await record({ after: { title: 'x' } }, by(anna.accounts[0]));
    await read({ personId: anna.personId, from: '2026-04-01' }, { page: 2, pageSize: 10 });
    const { items } = await read({ action: 'audit.read' });
    expect(items).toMatchObject([
      {
        actor: { accountId: audra.accounts[0] },
        objectType: 'audit-log',
        objectId: organisation,
        result: 'done',
        before: null,
        after: { personId: anna.personId, from: '2026-04-01', page: 2, pageSize: 10 },
      },
    ]);
    const { rows } = await superuser.query<{ text: string }>(
      `select e::text || c::text as text from audit_entry e join audit_content c on c.entry_id = e.id
        where e.organisation_id = $1 and e.action = 'audit.read'`,
      [organisation],
    );
    expect(rows).toHaveLength(2);
    for (const { text } of rows) expect(text).not.toMatch(/Anna|Audra|Vries|Smit|title/);
  });

  it('is recorded, or nothing was read', async () => {
    await record();
    vi.spyOn(log, 'record').mockRejectedValue(new Error('the disk is full'));
    await expect(read()).rejects.toThrow('the disk is full');
    await expect(startExport()).rejects.toThrow('the disk is full');
  });

  it('leaves the log intact', async () => {
    await recordMany(3);
    await seal();
    await read({ personId: anna.personId });
    await wholeExport();
    await seal();
    const { transactions } = database;
    const verification = new AuditVerification(
      transactions,
      new AuditSealRepository(transactions),
      new AuditCheckpointRepository(transactions),
      { current: CheckpointKey.fromSecret('0f'.repeat(32)) },
      clock,
    );
    const report = await database.asOrganisation(organisation, () => verification.verify());
    expect(report).toMatchObject({ intact: true, sealed: 5, unsealed: 0 });
  });
});

it('shows nothing of another organisation, whatever is asked', async () => {
  await record({}, by(anna.accounts[0]));
  const ours = organisation;
  organisation = await database.createOrganisation();
  await record({ result: 'refused' }, by(anna.accounts[0]));
  organisation = ours;
  const filters: readonly AuditEntryFilter[] = [
    { personId: anna.personId },
    { objectId: 'a-1' },
    { objectType: 'action' },
    { action: 'annual-cycle' },
    { from: '2026-04-14' },
  ];
  for (const filter of filters) {
    const found = await wholeExport({ ...filter, to: '2026-04-14' });
    const ofOthers = found.filter(({ result }) => result === 'refused');
    expect([filter, ofOthers, found.length > 0]).toEqual([filter, [], true]);
  }
  expect(await read({ result: 'refused' })).toMatchObject({ total: 0, items: [] });
});
