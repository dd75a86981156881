import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import { FixedClock } from '@weerbaar/kernel/clock';
import { type Actor, systemActor } from '@weerbaar/kernel/context';
import { newId } from '@weerbaar/kernel/database';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { ActorDirectory } from './actor-directory.js';
import { AuditCheckpointRepository } from './audit-checkpoint.repository.js';
import { AuditCheckpoints } from './audit-checkpoints.js';
import { AuditEntryRepository } from './audit-entry.repository.js';
import type { AuditFinding } from './audit-finding.js';
import { AuditHistory } from './audit-history.js';
import { AuditReadingRepository } from './audit-reading.repository.js';
import { type AuditedAction, AuditLog } from './audit-log.js';
import { AuditSealRepository } from './audit-seal.repository.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditVerification } from './audit-verification.js';
import { CheckpointKey, type CheckpointKeys } from './checkpoint-key.js';
import { difference } from './difference.js';
import { chainHash, chainStart } from './entry-hash.js';

/** Real: PostgreSQL as the application role. Tampering is done as its superuser. Not real: the clock, the people. */

const clock = new FixedClock(new Date('2026-04-14T10:00:00Z'));
const accountId = newId();
const person: Actor = { ...systemActor, kind: 'person', accountId };
const key = CheckpointKey.fromSecret('0f'.repeat(32));

const personId = newId();

class OnePerson extends ActorDirectory {
  byAccounts(accountIds: readonly string[]) {
    const known = accountIds.includes(accountId) ? ([[accountId, { personId, name: 'Anna' }]] as const) : [];
    return Promise.resolve(new Map(known));
  }

  accountsOf() {
    return Promise.resolve([accountId]);
  }
}

const actors = new OnePerson();

let database: TestDatabase;
let superuser: pg.Client;
let organisation: string;
let log: AuditLog;
let history: AuditHistory;
let sealer: AuditSealer;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  // Deletes past the foreign keys, as somebody with all rights can.
  await superuser.query('set session_replication_role = replica');
  const entries = new AuditEntryRepository(database.transactions);
  log = new AuditLog(entries, clock);
  history = new AuditHistory(
    database.transactions,
    new AuditReadingRepository(database.transactions),
    actors,
  );
  sealer = new AuditSealer(database.transactions, new AuditSealRepository(database.transactions), clock);
});
beforeEach(async () => {
  clock.moveTo(new Date('2026-04-14T10:00:00Z'));
  organisation = await database.createOrganisation();
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

const action = { action: 'annual-cycle.action-changed', objectType: 'action', objectId: 'a-1' } as const;

function record(audited: Partial<AuditedAction> = {}, inOrganisation = organisation): Promise<void> {
  return database.inOrganisation(inOrganisation, () => log.record(person, { ...action, ...audited }));
}

async function recordAndSeal(entries: number): Promise<void> {
  for (let number = 1; number <= entries; number += 1) await record({ after: { number } });
  await sealer.seal(organisation);
}

function verify(inOrganisation = organisation, keys: CheckpointKeys = { current: key }) {
  const { transactions } = database;
  const checkpoints = new AuditCheckpointRepository(transactions);
  const verification = new AuditVerification(
    transactions,
    new AuditSealRepository(transactions),
    checkpoints,
    keys,
    clock,
  );
  return database.asOrganisation(inOrganisation, () => verification.verify());
}

async function findings(): Promise<readonly AuditFinding[]> {
  return (await verify()).findings;
}

function makeCheckpoint(day: string, keys: CheckpointKeys = { current: key }) {
  const { transactions } = database;
  const checkpoints = new AuditCheckpointRepository(transactions);
  return database.asOrganisation(organisation, () =>
    new AuditCheckpoints(transactions, new AuditSealRepository(transactions), checkpoints, keys).make(day),
  );
}

/** As the superuser, on the rows of this organisation (`$1`). */
async function tamper(sql: string, ...parameters: readonly unknown[]): Promise<void> {
  const { rowCount } = await superuser.query(sql, [organisation, ...parameters]);
  expect(rowCount).toBeGreaterThan(0);
}

async function entryAt(sequence: number): Promise<string> {
  const { rows } = await superuser.query<{ entry_id: string }>(
    'select entry_id from audit_seal where organisation_id = $1 and sequence = $2',
    [organisation, sequence],
  );
  return rows[0]!.entry_id;
}

async function rowsIn(table: string, inOrganisation = organisation): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(
    `select count(*)::int as count from ${table} where organisation_id = $1`,
    [inOrganisation],
  );
  return rows[0]!.count;
}

describe('recording', () => {
  it('fails loudly outside a transaction', async () => {
    await expect(database.asOrganisation(organisation, () => log.record(person, action))).rejects.toThrow(
      /no transaction/,
    );
  });

  it('stands or falls with the work', async () => {
    const failing = database.inOrganisation(organisation, async () => {
      await log.record(person, action);
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await rowsIn('audit_entry')).toBe(0);
    await record();
    expect(await rowsIn('audit_entry')).toBe(1);
  });

  it('never stops the work because of a strange text, and still verifies', async () => {
    const strange = { text: 'nul \0, half \ud800, \u202E, "quotes", 😀', 'key\0': 1 };
    const numbers = [0.1 + 0.2, -0, 1e21, 5e-324, 123_456_789.123_456_78, Number.MAX_SAFE_INTEGER];
    await record({
      before: strange,
      after: { numbers, at: clock.now(), none: null, deep: [{ b: [], a: {} }] },
    });
    await sealer.seal(organisation);
    expect(await verify()).toMatchObject({ intact: true, sealed: 1 });
  });

  it.each([{ action: 'Changed' }, { objectType: 'Action' }, { objectId: '' }])(
    'refuses a form that is not ours: %j',
    async (wrong) => {
      await expect(record(wrong)).rejects.toThrow(/check constraint/);
    },
  );
});

describe('the history of an object', () => {
  it('says who changed what and when, newest first, by page', async () => {
    await record({ action: 'annual-cycle.action-added', after: { budget: 1000 } });
    clock.moveTo(new Date('2026-05-01T08:00:00Z'));
    await record(difference({ budget: 1000, title: 'x' }, { budget: 1500, title: 'x' }));
    await record({ objectId: 'another' });
    const all = await database.asOrganisation(organisation, () =>
      history.of('action', 'a-1', { page: 1, pageSize: 10 }),
    );
    expect(all).toMatchObject({ total: 2, page: 1 });
    expect(all.items).toEqual([
      expect.objectContaining({
        occurredAt: new Date('2026-05-01T08:00:00Z'),
        actor: { kind: 'person', accountId, personId, name: 'Anna' },
        action: 'annual-cycle.action-changed',
        result: 'done',
        before: { budget: 1000 },
        after: { budget: 1500 },
        erased: false,
      }),
      expect.objectContaining({ action: 'annual-cycle.action-added', before: null, after: { budget: 1000 } }),
    ]);
    const second = await database.asOrganisation(organisation, () =>
      history.of('action', 'a-1', { page: 2, pageSize: 1 }),
    );
    expect(second).toMatchObject({ total: 2, items: [{ action: 'annual-cycle.action-added' }] });
  });

  it('is not there for another organisation', async () => {
    await record();
    const other = await database.createOrganisation();
    const page = await database.asOrganisation(other, () =>
      history.of('action', 'a-1', { page: 1, pageSize: 10 }),
    );
    expect(page).toMatchObject({ total: 0, items: [] });
  });
});

describe('the application role', () => {
  const tables = ['audit_entry', 'audit_content', 'audit_seal', 'audit_checkpoint'];

  it.each(tables)('can neither change nor remove rows of %s', async (table) => {
    const run = (sql: string) =>
      database.inOrganisation(organisation, () => database.transactions.manager.query<unknown>(sql));
    await expect(run(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(run(`update ${table} set organisation_id = organisation_id`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(run(`truncate ${table}`)).rejects.toThrow(/permission denied/);
  });

  it.each([...tables, 'audit_unsealed'])('sees nothing of another organisation in %s', async (table) => {
    const other = await database.createOrganisation();
    await recordAndSeal(1);
    await record();
    await makeCheckpoint('2026-04-14');
    const rows = await database.inOrganisation(other, () =>
      database.transactions.manager.query<unknown[]>(`select * from ${table}`),
    );
    expect(rows).toEqual([]);
    expect(await rowsIn(table)).toBeGreaterThan(0);
  });
});

describe('sealing', () => {
  it('links every entry once, in an unbroken row', async () => {
    await recordAndSeal(3);
    expect(await sealer.seal(organisation)).toBe(0);
    await record();
    expect(await sealer.seal(organisation)).toBe(1);
    expect(await verify()).toMatchObject({ intact: true, sealed: 4, unsealed: 0 });
  });

  it('waits for no writer: what is committed late comes later in the chain', async () => {
    const events = new EventEmitter();
    const recorded = once(events, 'recorded');
    const slow = database.inOrganisation(organisation, async () => {
      await log.record(person, { ...action, objectId: 'slow' });
      events.emit('recorded');
      await once(events, 'commit');
    });
    await recorded;
    await record({ objectId: 'quick' });
    expect(await sealer.seal(organisation)).toBe(1);
    events.emit('commit');
    await slow;
    expect(await sealer.seal(organisation)).toBe(1);
    const { rows } = await superuser.query<{ object_id: string }>(
      `select e.object_id from audit_seal s join audit_entry e on e.id = s.entry_id
        where s.organisation_id = $1 order by s.sequence`,
      [organisation],
    );
    expect(rows.map((row) => row.object_id)).toEqual(['quick', 'slow']);
    expect(await verify()).toMatchObject({ intact: true, sealed: 2 });
  });

  it('keeps up with 8 writers, with 3 sealers at once, for two organisations', async () => {
    const other = await database.createOrganisation();
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let entry = 0; entry < 25; entry += 1) {
        await database.inOrganisation(writer % 2 ? organisation : other, async () => {
          await log.record(person, { ...action, after: { writer, entry } });
          if (entry % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        });
      }
    });
    let writing = true;
    const written = Promise.all(writers).then(() => (writing = false));
    const sealers = [organisation, organisation, other].map(async (id) => {
      let sealed = 0;
      while (writing) sealed += await sealer.seal(id);
      return sealed + (await sealer.seal(id));
    });
    await written;
    const [one = 0, two = 0, three] = await Promise.all(sealers);
    expect(one + two).toBe(100);
    expect(three).toBe(100);
    expect(await verify()).toMatchObject({ intact: true, sealed: 100, unsealed: 0 });
  });

  it('takes more than one batch at a time', async () => {
    await database.inOrganisation(organisation, async () => {
      for (let number = 0; number < 501; number += 1) await log.record(systemActor, action);
    });
    expect(await sealer.seal(organisation)).toBe(501);
    expect(await verify()).toMatchObject({ intact: true, sealed: 501 });
  });
});

describe('verification', () => {
  it('of a log without entries finds nothing', async () => {
    expect(await verify()).toMatchObject({ intact: true, sealed: 0, checkpoints: 0, lastCheckpoint: null });
  });

  it.each([
    ['the action', `action = 'annual-cycle.action-removed'`],
    ['who did it', 'actor_account_id = null'],
    ['when, by a millisecond', `occurred_at = occurred_at + interval '1 millisecond'`],
    ['the object', `object_id = 'a-2'`],
    ['the result', `result = 'refused'`],
  ])('finds a changed entry: %s', async (_, change) => {
    await recordAndSeal(3);
    const entryId = await entryAt(2);
    await tamper(`update audit_entry set ${change} where organisation_id = $1 and id = $2`, entryId);
    expect(await findings()).toEqual([{ kind: 'changed', part: 'entry', entryId, sequence: 2 }]);
  });

  it('finds changed content', async () => {
    await recordAndSeal(3);
    const entryId = await entryAt(2);
    await tamper(
      `update audit_content set content = '{"after": {"number": 7}}' where organisation_id = $1 and entry_id = $2`,
      entryId,
    );
    expect(await findings()).toEqual([{ kind: 'changed', part: 'content', entryId, sequence: 2 }]);
  });

  it('finds changed content with a hash to match', async () => {
    await recordAndSeal(3);
    const [from, to] = [await entryAt(1), await entryAt(2)];
    await tamper(
      `update audit_content set (content, salt) = (select content, salt from audit_content where entry_id = $2)
        where organisation_id = $1 and entry_id = $3`,
      from,
      to,
    );
    await tamper(
      `update audit_entry set content_hash = (select content_hash from audit_entry where id = $2)
        where organisation_id = $1 and id = $3`,
      from,
      to,
    );
    expect(await findings()).toEqual([{ kind: 'changed', part: 'entry', entryId: to, sequence: 2 }]);
  });

  it('finds a removed entry, and removed content', async () => {
    await recordAndSeal(4);
    const [entry, content] = [await entryAt(2), await entryAt(3)];
    await tamper('delete from audit_entry where organisation_id = $1 and id = $2', entry);
    await tamper('delete from audit_content where organisation_id = $1 and entry_id = $2', content);
    expect(await findings()).toEqual([
      { kind: 'removed', part: 'entry', entryId: entry, sequence: 2 },
      { kind: 'removed', part: 'content', entryId: content, sequence: 3 },
    ]);
  });

  it('finds an entry that was removed with its link, and what was renumbered to hide it', async () => {
    await recordAndSeal(4);
    const [removed, next, last] = [await entryAt(2), await entryAt(3), await entryAt(4)];
    await tamper('delete from audit_entry where organisation_id = $1 and id = $2', removed);
    await tamper('delete from audit_seal where organisation_id = $1 and sequence = 2');
    expect(await findings()).toEqual([{ kind: 'removed', part: 'link', sequence: 2 }]);
    await tamper('update audit_seal set sequence = sequence - 1 where organisation_id = $1 and sequence = 3');
    await tamper('update audit_seal set sequence = sequence - 1 where organisation_id = $1 and sequence = 4');
    expect(await findings()).toEqual([
      { kind: 'chain-broken', part: 'link', entryId: next, sequence: 2 },
      { kind: 'chain-broken', part: 'link', entryId: last, sequence: 3 },
    ]);
  });

  it('finds an entry that was moved to another organisation', async () => {
    await recordAndSeal(2);
    const other = await database.createOrganisation();
    const entryId = await entryAt(2);
    await tamper(
      'update audit_entry set organisation_id = $2 where organisation_id = $1 and id = $3',
      other,
      entryId,
    );
    expect(await findings()).toEqual([{ kind: 'removed', part: 'entry', entryId, sequence: 2 }]);
    const there = await verify(other);
    expect(there.findings).toEqual([{ kind: 'inserted', part: 'entry', entryId }]);
  });

  it('finds an entry that was added past the application', async () => {
    await recordAndSeal(2);
    const entryId = newId();
    await tamper(
      `insert into audit_entry (organisation_id, id, occurred_at, actor_kind, action, object_type, object_id, result,
                                origin, correlation_id, content_hash)
       select organisation_id, $2, occurred_at, actor_kind, action, object_type, object_id, result,
              origin, correlation_id, content_hash from audit_entry where organisation_id = $1 limit 1`,
      entryId,
    );
    expect(await findings()).toEqual([{ kind: 'inserted', part: 'entry', entryId }]);
  });

  it('finds links that were swapped', async () => {
    await recordAndSeal(4);
    const [two, three] = [await entryAt(2), await entryAt(3)];
    await tamper('update audit_seal set sequence = 1000 where organisation_id = $1 and sequence = 2');
    await tamper('update audit_seal set sequence = 2 where organisation_id = $1 and sequence = 3');
    await tamper('update audit_seal set sequence = 3 where organisation_id = $1 and sequence = 1000');
    expect(await findings()).toEqual([
      { kind: 'chain-broken', part: 'link', entryId: three, sequence: 2 },
      { kind: 'chain-broken', part: 'link', entryId: two, sequence: 3 },
      { kind: 'chain-broken', part: 'link', entryId: await entryAt(4), sequence: 4 },
    ]);
  });

  it('finds entries that wait for the sealer too long', async () => {
    await recordAndSeal(1);
    await record();
    expect(await verify()).toMatchObject({ intact: true, unsealed: 1 });
    clock.moveTo(new Date('2026-04-14T10:06:00Z'));
    const report = await verify();
    expect(report).toMatchObject({ intact: false, unsealed: 1, counts: { 'unsealed-too-long': 1 } });
    expect(report.findings[0]).toMatchObject({ kind: 'unsealed-too-long', entryId: expect.any(String) });
  });

  it('still holds when content was erased, with or without its salt', async () => {
    await recordAndSeal(3);
    await tamper(
      'update audit_content set content = null, erased_at = now() where organisation_id = $1 and entry_id = $2',
      await entryAt(1),
    );
    await tamper(
      'update audit_content set content = null, salt = null, erased_at = now() where organisation_id = $1 and entry_id = $2',
      await entryAt(2),
    );
    expect(await verify()).toMatchObject({ intact: true, sealed: 3, erased: 2 });
    const page = await database.asOrganisation(organisation, () =>
      history.of('action', 'a-1', { page: 1, pageSize: 10 }),
    );
    expect(page.items.filter(({ erased }) => erased)).toHaveLength(2);
    expect(page.items.filter(({ after }) => after !== null)).toHaveLength(1);
  });

  it('reads a log of more than one batch, and keeps a bounded number of findings', async () => {
    await database.inOrganisation(organisation, async () => {
      for (let number = 0; number < 1_010; number += 1) await log.record(systemActor, action);
    });
    await sealer.seal(organisation);
    expect(await verify()).toMatchObject({ intact: true, sealed: 1_010 });
    await tamper(`update audit_entry set result = 'failed' where organisation_id = $1`);
    const report = await verify();
    expect(report.counts).toMatchObject({ changed: 1_010, 'chain-broken': 0 });
    expect(report.findings).toHaveLength(1_000);
  });
});

describe('a checkpoint', () => {
  it('is made once a day, over what is sealed', async () => {
    expect(await makeCheckpoint('2026-04-14')).toBe('nothing-sealed');
    await recordAndSeal(2);
    expect(await makeCheckpoint('2026-04-14')).toBe('made');
    await recordAndSeal(1);
    expect(await makeCheckpoint('2026-04-14')).toBe('made-before');
    expect(await makeCheckpoint('2026-04-15')).toBe('made');
    expect(await verify()).toMatchObject({
      intact: true,
      checkpoints: 2,
      lastCheckpoint: { day: '2026-04-15', sequence: 3 },
    });
  });

  it('needs the key of the installation, and verification says when there is none', async () => {
    await recordAndSeal(1);
    expect(await makeCheckpoint('2026-04-14', { current: undefined })).toBe('no-key');
    const report = await verify(organisation, { current: undefined });
    expect(report.findings).toEqual([{ kind: 'checkpoint-unsigned', part: 'key' }]);
  });

  it('shows that the end of the log was cut off', async () => {
    await recordAndSeal(4);
    await makeCheckpoint('2026-04-14');
    for (const sequence of [3, 4]) {
      await tamper('delete from audit_entry where organisation_id = $1 and id = $2', await entryAt(sequence));
      await tamper('delete from audit_seal where organisation_id = $1 and sequence = $2', sequence);
    }
    expect(await findings()).toEqual([
      { kind: 'checkpoint-mismatch', part: 'checkpoint', day: '2026-04-14', sequence: 4 },
    ]);
  });

  it('shows that the chain was recomputed', async () => {
    await recordAndSeal(2);
    await makeCheckpoint('2026-04-14');
    await tamper('delete from audit_entry where organisation_id = $1 and id = $2', await entryAt(1));
    await tamper('delete from audit_seal where organisation_id = $1 and sequence = 1');
    await tamper('update audit_seal set sequence = 1 where organisation_id = $1 and sequence = 2');
    const { rows } = await superuser.query<{ hash: string }>(
      `select encode(entry_hash, 'hex') as hash from audit_seal where organisation_id = $1`,
      [organisation],
    );
    const forged = chainHash(chainStart(organisation), 1, rows[0]!.hash);
    await tamper(`update audit_seal set chain_hash = decode($2, 'hex') where organisation_id = $1`, forged);
    await tamper(
      `update audit_checkpoint set sequence = 1, chain_hash = decode($2, 'hex') where organisation_id = $1`,
      forged,
    );
    expect(await findings()).toEqual([
      { kind: 'checkpoint-unsigned', part: 'checkpoint', day: '2026-04-14', sequence: 1 },
    ]);
  });
});
