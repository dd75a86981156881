import { createHash } from 'node:crypto';
import pg from 'pg';
import { FixedClock } from '@weerbaar/kernel/clock';
import { readSettings } from '@weerbaar/kernel/config';
import { Problem } from '@weerbaar/kernel/problems';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { AttemptCountRepository } from './attempt-count.repository.js';
import { type Counted, type CountedAttempt, type Limit, Throttle } from './throttle.js';

/** Real: PostgreSQL as the application role, ten connections at once. Not real: the clock. */

const start = new Date('2026-04-14T10:00:00Z');
const clock = new FixedClock(start);
const three: Limit = { name: 'three', attempts: 3, minutes: 15 };
const ten: Limit = { name: 'ten', attempts: 10, minutes: 60 };

let database: TestDatabase;
let superuser: pg.Client;
let throttle: Throttle;
let organisation: string;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const { transactions } = database;
  throttle = new Throttle(
    new AttemptCountRepository(transactions),
    transactions,
    new SecretBox(readSettings({ WEERBAAR_SECRET: 'ab'.repeat(32) })),
    clock,
  );
});

beforeEach(async () => {
  clock.moveTo(start);
  organisation = await database.createOrganisation();
});

afterAll(async () => {
  await superuser.end();
  await database.close();
});

function after(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

function count(...counted: Counted[]): Promise<CountedAttempt> {
  return database.asOrganisation(organisation, () => throttle.count(...counted));
}

function takeBack(made: CountedAttempt): Promise<void> {
  return database.inOrganisation(organisation, () => throttle.takeBack(made));
}

/** `made`, or after how many seconds it makes sense to try again. */
async function attempt(...counted: Counted[]): Promise<'made' | number> {
  try {
    await count(...counted);
    return 'made';
  } catch (error) {
    if (error instanceof Problem && error.type === 'too-many-requests') return error.retryAfterSeconds!;
    throw error;
  }
}

function times<T>(number: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: number }, (_, index) => work(index)));
}

async function inARow(number: number, ...counted: Counted[]): Promise<('made' | number)[]> {
  const outcomes: ('made' | number)[] = [];
  for (let made = 0; made < number; made += 1) outcomes.push(await attempt(...counted));
  return outcomes;
}

describe('a limit', () => {
  it('lets through as many attempts as it says, and then none', async () => {
    expect(await inARow(5, { limit: three, subject: 'anna' })).toEqual(['made', 'made', 'made', 900, 900]);
  });

  it('lasts from the first attempt on, and then all may be made again', async () => {
    await count({ limit: three, subject: 'anna' });
    clock.moveTo(after(10));
    expect(await inARow(3, { limit: three, subject: 'anna' })).toEqual(['made', 'made', 300]);
    clock.moveTo(new Date(after(15).getTime() - 1));
    expect(await attempt({ limit: three, subject: 'anna' })).toBe(1);
    clock.moveTo(after(15));
    expect(await inARow(4, { limit: three, subject: 'anna' })).toEqual(['made', 'made', 'made', 900]);
  });

  it('does not last longer for who goes on trying', async () => {
    for (let minute = 0; minute < 15; minute += 1) {
      clock.moveTo(after(minute));
      await attempt({ limit: three, subject: 'anna' });
    }
    clock.moveTo(after(15));
    expect(await attempt({ limit: three, subject: 'anna' })).toBe('made');
  });

  it('is one for each subject, and each thing that is limited', async () => {
    await inARow(4, { limit: three, subject: 'anna' });
    expect(await attempt({ limit: three, subject: 'bram' })).toBe('made');
    expect(await attempt({ limit: { ...three, name: 'another' }, subject: 'anna' })).toBe('made');
  });

  it('is one for each organisation', async () => {
    await inARow(4, { limit: three, subject: 'anna' });
    organisation = await database.createOrganisation();
    expect(await attempt({ limit: three, subject: 'anna' })).toBe('made');
  });

  it('tells people in minutes, and programs in seconds', async () => {
    await inARow(3, { limit: three, subject: 'anna' });
    const refusal = () => count({ limit: three, subject: 'anna' });
    await expect(refusal()).rejects.toMatchObject({
      type: 'too-many-requests',
      retryAfterSeconds: 900,
      detail: { nl: expect.stringContaining('over 15 minuten') },
    });
    clock.moveTo(new Date(after(14).getTime() + 1));
    await expect(refusal()).rejects.toMatchObject({
      retryAfterSeconds: 60,
      detail: { nl: expect.stringContaining('over een minuut') },
    });
  });
});

describe('several limits at once', () => {
  const both: Counted[] = [
    { limit: three, subject: 'anna at home' },
    { limit: ten, subject: 'anna' },
  ];

  it('hold each for themselves', async () => {
    await inARow(3, ...both);
    expect(await attempt(...both)).toBe(900);
    expect(await attempt({ limit: three, subject: 'anna at work' }, both[1]!)).toBe('made');
  });

  it('are not used up by attempts that one of them stopped', async () => {
    await inARow(50, ...both);
    const elsewhere: Counted[] = [{ limit: { ...three, attempts: 100 }, subject: 'anna at work' }, both[1]!];
    expect(await inARow(8, ...elsewhere)).toEqual([...Array<string>(7).fill('made'), 3600]);
  });

  it('say the longest time to wait, when more than one is reached', async () => {
    const ofDay: Limit = { name: 'of-day', attempts: 3, minutes: 1440 };
    const counted: Counted[] = [
      { limit: ofDay, subject: 'anna' },
      { limit: three, subject: 'anna' },
    ];
    expect((await inARow(4, ...counted)).at(-1)).toBe(86_400);
  });
});

describe('an attempt that turned out well', () => {
  it('is taken back', async () => {
    const subject = { limit: three, subject: 'anna' };
    for (let made = 0; made < 20; made += 1) await takeBack(await count(subject));
    expect(await inARow(4, subject)).toEqual(['made', 'made', 'made', 900]);
  });

  it('takes back itself alone: mistakes before it still count', async () => {
    const subject = { limit: three, subject: 'anna' };
    await inARow(2, subject);
    await takeBack(await count(subject));
    expect(await inARow(2, subject)).toEqual(['made', 900]);
  });

  it('is taken back from all it was counted for', async () => {
    const both: Counted[] = [
      { limit: three, subject: 'anna at home' },
      { limit: ten, subject: 'anna' },
    ];
    for (let made = 0; made < 20; made += 1) await takeBack(await count(...both));
    expect(await attempt(...both)).toBe('made');
  });

  it('gives nothing for later when its time is over: there are never more attempts than the limit', async () => {
    const subject = { limit: three, subject: 'anna' };
    const attempts = [await count(subject), await count(subject), await count(subject)];
    clock.moveTo(after(16));
    await database.asOrganisation(organisation, () => throttle.forgetEnded());
    for (const made of attempts) await takeBack(made);
    expect(await inARow(4, subject)).toEqual(['made', 'made', 'made', 900]);
  });
});

describe('at the same moment', () => {
  it('of fifty attempts just as many as the limit get through', async () => {
    const outcomes = await times(50, () => attempt({ limit: ten, subject: 'anna' }));
    expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(10);
    expect(new Set(outcomes)).toEqual(new Set(['made', 3600]));
  });

  it('nobody waits for one another for ever, whatever is counted together and in which order', async () => {
    const wide: Limit = { name: 'wide', attempts: 1000, minutes: 1 };
    const subjects = ['a', 'b', 'c', 'd', 'e'];
    const some = (index: number): Counted[] => {
      const turned = [...subjects.slice(index % 5), ...subjects.slice(0, index % 5)];
      return (index % 2 === 0 ? turned : turned.toReversed())
        .slice(0, 2 + (index % 4))
        .map((subject) => ({ limit: wide, subject }));
    };
    for (const round of [0, 1, 2]) {
      // From the second round on all that was counted is over, so it is begun anew and cleaned up at once.
      clock.moveTo(after(round * 2));
      await times(60, async (index) => {
        const made = await count(...some(index));
        if (index % 3 === 0) await takeBack(made);
        if (index % 5 === 0) await database.asOrganisation(organisation, () => throttle.forgetEnded());
      });
    }
    const { rows } = await superuser.query<{ attempts: number }>(
      'select attempts from attempt_count where organisation_id = $1',
      [organisation],
    );
    const counted = subjects.map(
      (subject) =>
        Array.from({ length: 60 }, (_, index) => index).filter(
          (index) => index % 3 !== 0 && some(index).some((one) => one.subject === subject),
        ).length,
    );
    expect(rows.map(({ attempts }) => String(attempts)).toSorted()).toEqual(counted.map(String).toSorted());
  });
});

describe('what is kept', () => {
  const address = '192.0.2.7';
  const name = 'anna@voorbeeld.example';

  beforeEach(async () => {
    await count({ limit: three, subject: name }, { limit: three, subject: `${address} ${name}` });
  });

  async function keys(): Promise<string[]> {
    const { rows } = await superuser.query<{ key: Buffer }>(
      'select key from attempt_count where organisation_id = $1',
      [organisation],
    );
    return rows.map(({ key }) => key.toString('hex'));
  }

  it('holds no name and no address, and none that can be found by trying all', async () => {
    const { rows } = await superuser.query<{ row: string }>(
      'select c::text as row from attempt_count c where organisation_id = $1',
      [organisation],
    );
    for (const { row } of rows)
      for (const secret of [name, address, Buffer.from(name).toString('hex')])
        expect(row).not.toContain(secret);
    // Of an address there are few enough to hash them all: that must give nothing.
    const guesses = [name, `${address} ${name}`, `attempts three${name}`].map((guess) =>
      createHash('sha256').update(guess).digest('hex'),
    );
    for (const key of await keys()) expect(guesses).not.toContain(key);
  });

  it('is another key for the same name in another organisation', async () => {
    const here = await keys();
    organisation = await database.createOrganisation();
    await count({ limit: three, subject: name });
    expect(here).not.toContain((await keys())[0]);
  });

  it('is forgotten when its time is over, and not before', async () => {
    await count({ limit: ten, subject: name });
    clock.moveTo(after(15));
    await database.asOrganisation(organisation, () => throttle.forgetEnded());
    expect(await keys()).toHaveLength(1);
  });

  it('is forgotten without waiting for an attempt that is being counted just then', async () => {
    clock.moveTo(after(15));
    await superuser.query('begin');
    const { rowCount } = await superuser.query(
      'select from attempt_count where organisation_id = $1 limit 1 for update',
      [organisation],
    );
    await database.asOrganisation(organisation, () => throttle.forgetEnded());
    await superuser.query('rollback');
    expect([rowCount, (await keys()).length]).toEqual([1, 1]);
  });
});

it('without the key of the installation nothing is counted, and nothing gets through', async () => {
  const { transactions } = database;
  const keyless = new Throttle(
    new AttemptCountRepository(transactions),
    transactions,
    new SecretBox(readSettings({})),
    clock,
  );
  await expect(
    database.asOrganisation(organisation, () => keyless.count({ limit: three, subject: 'anna' })),
  ).rejects.toThrow('WEERBAAR_SECRET');
});
