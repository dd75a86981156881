import pg from 'pg';
import { operatorActor } from '@weerbaar/kernel/context';
import { AccountService, OneTimeLinkService } from '@weerbaar/kernel/identity';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import { type Answer, statusesOf, type TestClient } from '../support/test-client.js';

// Real: the API, PostgreSQL as the application role, argon2. Not real: the network, the clock.

const wrong = 'dit is niet het goede wachtwoord';
const chosen = 'kies-zelf-een-wachtwoord';
const crowd = Array.from({ length: 25 }, (_, index) => `collega-${index}`);

let api: TestApi;
let organisation: TestOrganisation;
let now = new Date('2050-06-15T10:00:00Z');

beforeAll(async () => {
  api = await openTestApi();
  api.setTime(now);
  const people = ['bram', 'weg', 'genodigd', 'elders', ...crowd];
  organisation = await api.createOrganisation('grenzen', {
    anna: ['employee', 'integrity-adviser'],
    ...Object.fromEntries(people.map((name) => [name, ['employee'] as const])),
  });
  await changeAccount('weg', 'deactivated_at = now()');
  await changeAccount('genodigd', 'password_hash = null');
  await changeAccount('elders', `password_hash = null, provider_subject = 'subject'`);
});

beforeEach(() => api.asSuperuser('delete from attempt_count'));

afterAll(async () => {
  vi.restoreAllMocks();
  await api.close();
});

function later(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  api.setTime(now);
}

function accountOf(name: string): string {
  return organisation.people[name]!.accountId;
}

function changeAccount(name: string, change: string): Promise<unknown> {
  return api.asSuperuser(`update account set ${change} where id = $1`, [accountOf(name)]);
}

function at(address: string): TestClient {
  return organisation.visitor().from(address);
}

function signIn(signInName: string, password: string, address = '192.0.2.1'): Promise<Answer> {
  return at(address).post('/sessions', { signInName, password });
}

async function inARow(tries: number, ask: (index: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let index = 0; index < tries; index += 1) answers.push(await ask(index));
  return answers;
}

function atOnce(tries: number, ask: (index: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: tries }, (_, index) => ask(index)));
}

function statuses(answers: readonly Answer[]): number[] {
  return answers.map(({ statusCode }) => statusCode);
}

function many(times: number, status: number): number[] {
  return Array<number>(times).fill(status);
}

/** All that is told by an answer, but for what differs between any two. */
function toldBy({ statusCode, headers, body }: Answer): unknown {
  const { date: _date, ...told } = headers;
  return { statusCode, told, body: body.replaceAll(/urn:uuid:[0-9a-f-]+/g, 'urn:uuid:') };
}

interface Work {
  readonly answer: Answer;
  readonly statements: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
}

/** What the database is asked, and what is written in it, while an answer is made. */
async function workOf(ask: () => Promise<Answer>): Promise<Work> {
  const before = await rowCounts();
  const query = vi.spyOn(pg.Client.prototype, 'query');
  const answer = await ask();
  const statements = query.mock.calls.map(([asked]) => textOf(asked));
  query.mockRestore();
  const rows = await rowCounts();
  const added = Object.entries(rows).map(([table, count]) => [table, count - before[table]!] as const);
  return { answer, statements, rows: Object.fromEntries(added.filter(([, count]) => count !== 0)) };
}

function textOf(asked: unknown): string {
  return typeof asked === 'string' ? asked : String((asked as { text?: string }).text);
}

async function rowCounts(): Promise<Record<string, number>> {
  const tables = await api.asSuperuser<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await api.asSuperuser<{ count: number }>(`select count(*)::int as count from ${name}`);
    counts[name] = row!.count;
  }
  return counts;
}

describe('whoever guesses a password', () => {
  it.each(['bram', 'weg', 'genodigd', 'elders'])(
    'is told the same, from the first try to the last, of %s and of a name that nobody has',
    async (name) => {
      const [of, ofNobody] = [
        await inARow(7, () => signIn(name, wrong)),
        await inARow(7, () => signIn('niemand', wrong)),
      ];
      expect(statuses(of)).toEqual([...many(5, 401), 429, 429]);
      expect(of.map(toldBy)).toEqual(ofNobody.map(toldBy));
    },
  );

  it('has the same work done for a name that somebody has and for one that nobody has', async () => {
    await signIn('bram', wrong, '198.51.100.1');
    const of = await workOf(() => signIn('bram', wrong));
    const ofNobody = await workOf(() => signIn('niemand', wrong));
    expect(of.statements.length).toBeGreaterThan(3);
    expect(of.statements).toEqual(ofNobody.statements);
  });

  it('is stopped after five tries, also when the password is right then', async () => {
    expect(statuses(await inARow(5, () => signIn('bram', wrong)))).toEqual(many(5, 401));
    const stopped = await signIn('bram', testPassword);
    expect(stopped.statusCode).toBe(429);
    expect(stopped.cookies).toEqual([]);
    expect(stopped.json()).toMatchObject({
      type: '/api/v1/problems/too-many-requests',
      detail: 'Er is te vaak geprobeerd. Probeer het over 15 minuten opnieuw.',
    });
  });

  it('is told when to come back, and gets in then', async () => {
    await inARow(5, () => signIn('bram', wrong));
    const seconds = Number((await signIn('bram', testPassword)).headers['retry-after']);
    expect(seconds).toBe(900);
    later(seconds - 1);
    expect((await signIn('bram', testPassword)).headers['retry-after']).toBe('1');
    later(1);
    expect((await signIn('bram', testPassword)).statusCode).toBe(204);
  });

  it('gets no more tries by making them all at the same moment', async () => {
    const answers = await atOnce(50, () => signIn('bram', wrong));
    expect(statusesOf(answers)).toEqual([...many(5, 401), ...many(45, 429)]);
    const unknown = await atOnce(50, () => signIn('niemand', wrong));
    expect(statusesOf(unknown)).toEqual([...many(5, 401), ...many(45, 429)]);
  });

  it.each([
    ['capitals', 'BRAM'],
    ['spaces around it', '  bram '],
    ['signs that do not show', 'bra\u202em'],
  ])('gets no more tries by writing the name with %s', async (_, name) => {
    await inARow(5, () => signIn('bram', wrong));
    expect((await signIn(name, testPassword)).statusCode).toBe(429);
  });

  it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'])(
    'gets no more tries by saying in %s to be somebody else',
    async (header) => {
      const answers = await inARow(6, (index) =>
        at('192.0.2.1').post(
          '/sessions',
          { signInName: 'bram', password: wrong },
          { headers: { [header]: header === 'forwarded' ? `for=10.0.0.${index}` : `10.0.0.${index}` } },
        ),
      );
      expect(statuses(answers)).toEqual([...many(5, 401), 429]);
    },
  );

  it('gets no more tries by taking another address of the same IPv6 connection', async () => {
    const answers = await inARow(6, (index) => signIn('bram', wrong, `2001:db8:1:2:${index}::${index}`));
    expect(statuses(answers)).toEqual([...many(5, 401), 429]);
    expect((await signIn('bram', testPassword, '2001:db8:1:3::1')).statusCode).toBe(204);
  });

  it('gets no more tries because the owner signs in meanwhile', async () => {
    await inARow(4, () => signIn('bram', wrong));
    expect((await signIn('bram', testPassword)).statusCode).toBe(204);
    expect(statuses(await inARow(2, () => signIn('bram', wrong)))).toEqual([401, 429]);
  });

  it('with many addresses gets no further than thirty tries an hour', async () => {
    const answers = await inARow(35, (index) => signIn('bram', wrong, `203.0.113.${Math.floor(index / 4)}`));
    expect(statuses(answers)).toEqual([...many(30, 401), ...many(5, 429)]);
    const owner = await signIn('bram', testPassword, '198.51.100.1');
    expect([owner.statusCode, owner.headers['retry-after']]).toEqual([429, '3600']);
    later(3600);
    expect((await signIn('bram', testPassword, '198.51.100.1')).statusCode).toBe(204);
  });

  it('does not keep out the owner, who is at another address', async () => {
    // Far more than all addresses together may try: what was stopped at one address counts at no other.
    const answers = await inARow(60, () => signIn('bram', wrong));
    expect(statuses(answers)).toEqual([...many(5, 401), ...many(55, 429)]);
    expect((await signIn('bram', testPassword, '198.51.100.1')).statusCode).toBe(204);
  });

  it('of one organisation does not keep out whoever has the same name in another', async () => {
    const other = await api.createOrganisation('buren', { bram: ['employee'] });
    await inARow(6, () => signIn('bram', wrong));
    const answer = await other
      .visitor()
      .from('192.0.2.1')
      .post('/sessions', { signInName: 'bram', password: testPassword });
    expect(answer.statusCode).toBe(204);
  });

  it('is written down for every try that was judged', async () => {
    const refusals = async () => {
      const [row] = await api.asSuperuser<{ count: number }>(
        `select count(*)::int as count from audit_entry where action = 'identity.sign-in-refused' and object_id = $1`,
        [accountOf('bram')],
      );
      return row!.count;
    };
    const before = await refusals();
    await inARow(7, () => signIn('bram', wrong));
    expect((await refusals()) - before).toBe(5);
  });

  it('makes the server hash nothing by a huge password: it is no try at all', async () => {
    const huge = 'x'.repeat(1_000_000);
    const { answer, rows } = await workOf(() => signIn('bram', huge));
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'password', code: 'too-long' }] });
    expect(rows).toEqual({});
    expect(statuses(await atOnce(20, () => signIn('bram', huge)))).toEqual(many(20, 400));
    expect((await signIn('bram', 'x'.repeat(2_500_000))).statusCode).toBe(413);
    expect((await signIn('bram', testPassword)).statusCode).toBe(204);
  });
});

describe('whoever signs in as it should be', () => {
  it('is never stopped for it', async () => {
    const answers = await inARow(40, () => signIn('bram', testPassword));
    expect(new Set(statuses(answers))).toEqual(new Set([204]));
  });

  it('is not stopped for it at the same moment either, as far as there are tries at all', async () => {
    expect(statusesOf(await atOnce(5, () => signIn('bram', testPassword)))).toEqual(many(5, 204));
  });

  it('is not stopped by a whole building that mistypes, behind one address', async () => {
    const mistakes = await Promise.all(
      crowd.map((name) => inARow(3, () => signIn(name, wrong, '198.51.100.7'))),
    );
    expect(new Set(statuses(mistakes.flat()))).toEqual(new Set([401]));
    const answers = await Promise.all(crowd.map((name) => signIn(name, testPassword, '198.51.100.7')));
    expect(new Set(statuses(answers))).toEqual(new Set([204]));
  });

  it('is stopped when hundreds of tries went wrong at that address, and not at another', async () => {
    await signIn('niemand', wrong);
    const key = await api.database.asOrganisation(organisation.id, () =>
      Promise.resolve(api.app.get(SecretBox).keyedHash('attempts sign-ins-of-address', '192.0.2.1')),
    );
    const changed = await api.asSuperuser(
      'update attempt_count set attempts = 499 where key = $1 returning attempts',
      [key],
    );
    expect(changed).toHaveLength(1);
    expect(statuses(await inARow(3, (index) => signIn(`niemand-${index}`, wrong)))).toEqual([401, 429, 429]);
    expect((await signIn('bram', testPassword)).statusCode).toBe(429);
    expect((await signIn('bram', testPassword, '198.51.100.1')).statusCode).toBe(204);
  });
});

describe('whoever signs in while the account is being changed', () => {
  /** Whether somebody waits for what the superuser holds. */
  async function waits(): Promise<boolean> {
    await api.asSuperuser('select pg_stat_clear_snapshot()');
    const waiting = await api.asSuperuser(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  }

  it.each([
    ['collega-10', 'deactivated_at = now()'],
    ['collega-11', `password_hash = 'another'`],
  ])('does not get in by what they showed before: %s, %s', async (name, change) => {
    await api.asSuperuser('begin');
    await api.asSuperuser(`update account set ${change}, version = version + 1 where id = $1`, [
      accountOf(name),
    ]);
    let answered = false;
    const signingIn = signIn(name, testPassword).finally(() => (answered = true));
    while (!answered && !(await waits()));
    await api.asSuperuser('commit');
    const answer = await signingIn;
    expect([answer.statusCode, answer.cookies]).toEqual([401, []]);
  });
});

describe('asking for a new password', () => {
  function reset(signInName: unknown, address = '192.0.2.1'): Promise<Answer> {
    return at(address).post('/password-resets', { signInName });
  }

  it.each(['weg', 'genodigd', 'elders', 'niemand'])(
    'is answered the same, by the same work, for bram and for %s',
    async (name) => {
      // The first time a connection prepares what later ones have prepared.
      await reset('iemand', '198.51.100.1');
      const [known, other] = [await workOf(() => reset('bram')), await workOf(() => reset(name))];
      expect(known.answer.statusCode).toBe(204);
      expect(toldBy(known.answer)).toEqual(toldBy(other.answer));
      expect(known.statements.length).toBeGreaterThan(5);
      expect(known.statements).toEqual(other.statements);
      expect(known.rows).toMatchObject({ link_request: 1, outbox_event: 1, audit_entry: 1 });
      // The count of the address is there already.
      expect(known.rows).toEqual({ ...other.rows, attempt_count: 2 });
    },
  );

  it('gives a link to who has a password, and to nobody else', async () => {
    await api.asSuperuser('delete from link_request');
    for (const name of ['bram', 'weg', 'genodigd', 'elders', 'niemand']) await reset(name);
    const requests = await api.asSuperuser<{ account_id: string | null }>(
      'select account_id from link_request order by account_id nulls last',
    );
    expect(requests.map(({ account_id: id }) => id)).toEqual([accountOf('bram'), null, null, null, null]);
  });

  it('tells the queue an id, and neither name nor address', async () => {
    await api.asSuperuser('delete from outbox_event');
    await reset('bram');
    const [event] = await api.asSuperuser<{ payload: object }>('select payload from outbox_event');
    const [request] = await api.asSuperuser<{ id: string }>(
      'select id from link_request order by requested_at desc, id desc limit 1',
    );
    expect(event?.payload).toEqual({ linkRequestId: request?.id });
  });

  it.each(['bram', 'weg', 'niemand'])('can be done three times an hour for %s', async (name) => {
    const answers = await inARow(4, (index) => reset(name, `192.0.2.${index}`));
    expect(statuses(answers)).toEqual([204, 204, 204, 429]);
    expect(answers[3]!.headers['retry-after']).toBe('3600');
    later(3600);
    expect((await reset(name)).statusCode).toBe(204);
  });

  it('can be done three times, also at the same moment', async () => {
    expect(statusesOf(await atOnce(20, () => reset('bram')))).toEqual([...many(3, 204), ...many(17, 429)]);
  });

  it('can be done a hundred times an hour from one address, for whomever', async () => {
    const answers = await inARow(101, (index) => reset(`niemand-${index}`));
    expect(statuses(answers)).toEqual([...many(100, 204), 429]);
    expect((await reset('bram', '198.51.100.1')).statusCode).toBe(204);
  });

  it.each([undefined, null, '', ' ', 1, ['bram'], { $ne: '' }, 'x'.repeat(1000)])(
    'takes a name, and not %j',
    async (name) => {
      expect((await reset(name)).statusCode).toBe(400);
    },
  );
});

describe('a one-time link', () => {
  function make(name: string, within = organisation): Promise<string> {
    return api.database.asOrganisation(within.id, () =>
      api.app.get(OneTimeLinkService).make(operatorActor, within.people[name]!.accountId, 'password-reset'),
    );
  }

  function activate(token: unknown, password: unknown = chosen, address = '192.0.2.1'): Promise<Answer> {
    return at(address).post('/account-activations', { token, password });
  }

  it('ends the ones before it', async () => {
    const [first, last] = [await make('bram'), await make('bram')];
    expect(statuses([await activate(first), await activate(last), await activate(last)])).toEqual([
      404, 204, 404,
    ]);
  });

  it('of one person leaves those of others alone', async () => {
    const theirs = await make('collega-1');
    await activate(await make('collega-2'));
    expect((await activate(theirs)).statusCode).toBe(204);
  });

  it('is nothing at another organisation, and stays good at its own', async () => {
    const other = await api.createOrganisation('elders', { bram: ['employee'] });
    const token = await make('bram', other);
    expect((await activate(token)).statusCode).toBe(404);
    const own = await other.visitor().post('/account-activations', { token, password: chosen });
    expect(own.statusCode).toBe(204);
  });

  it('signs nobody in, and does not take the place of the second factor', async () => {
    const answer = await activate(await make('anna'));
    expect([answer.statusCode, answer.cookies]).toEqual([204, []]);
    const anna = at('192.0.2.1');
    await anna.post('/sessions', { signInName: 'anna', password: chosen });
    expect((await anna.get('/sessions/current')).json()).toMatchObject({ assurance: 'pending', roles: [] });
  });

  it('of a deactivated account is nothing, also when the account is active again', async () => {
    const name = 'collega-3';
    const token = await make(name);
    const asOperator = (change: 'deactivate' | 'reactivate', version: number) =>
      api.database.asOrganisation(organisation.id, () =>
        api.app.get(AccountService)[change](operatorActor, accountOf(name), version),
      );
    await asOperator('deactivate', 1);
    expect((await activate(token)).statusCode).toBe(404);
    await asOperator('reactivate', 2);
    expect((await activate(token)).statusCode).toBe(404);
    expect((await signIn(name, testPassword)).statusCode).toBe(204);
  });

  it.each([
    ['empty', '', 400],
    ['nothing', undefined, 400],
    ['a number', 1, 400],
    ['a list', ['x'], 400],
    ['an object', { $ne: '' }, 400],
    ['too long', 'x'.repeat(101), 400],
    ['very long', 'x'.repeat(1_000_000), 400],
    ['made up', 'x'.repeat(43), 404],
    ['of other signs', '🙂 ÿ %00 \u0000', 404],
    ['SQL', `' or 1=1 --`, 404],
    ['half a character', '\ud800', 400],
  ])('is refused when it is %s', async (_, token, status) => {
    const answer = await activate(token);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('is not found by half of it, by another case or with something behind it', async () => {
    const token = await make('bram');
    const others = [
      token.slice(0, 20),
      token.slice(0, -1),
      `${token}x`,
      token === token.toUpperCase() ? token.toLowerCase() : token.toUpperCase(),
    ];
    for (const other of others) expect((await activate(other)).statusCode).toBe(404);
    expect((await activate(token)).statusCode).toBe(204);
  });

  it('can be tried sixty times from one address, and the good ones are none of those', async () => {
    for (let good = 0; good < 3; good += 1) expect((await activate(await make('bram'))).statusCode).toBe(204);
    const answers = await inARow(61, (index) => activate(`made-up-${index}`));
    expect(statuses(answers)).toEqual([...many(60, 404), 429]);
    const token = await make('bram');
    expect((await activate(token)).statusCode).toBe(429);
    expect((await activate(token, chosen, '198.51.100.1')).statusCode).toBe(204);
  });
});

describe('behind a proxy that is trusted', () => {
  let proxied: TestApi;
  let there: TestOrganisation;

  beforeAll(async () => {
    proxied = await openTestApi({ WEERBAAR_TRUSTED_PROXIES: '10.0.0.1' });
    there = await proxied.createOrganisation('achter', { bram: ['employee'] });
  });

  afterAll(() => proxied.close());

  function through(address: string, forwarded: string): Promise<Answer> {
    return there
      .visitor()
      .from(address)
      .post(
        '/sessions',
        { signInName: 'bram', password: wrong },
        { headers: { 'x-forwarded-for': forwarded } },
      );
  }

  it('an address counts as the proxy saw it, whatever was said to the proxy', async () => {
    const answers = await inARow(6, (index) => through('10.0.0.1', `203.0.113.${index}, 192.0.2.1`));
    expect(statuses(answers)).toEqual([...many(5, 401), 429]);
    expect((await through('10.0.0.1', '192.0.2.2')).statusCode).toBe(401);
  });

  it('whoever goes round the proxy is not believed', async () => {
    const answers = await inARow(6, (index) => through('10.9.9.9', `203.0.113.${index}`));
    expect(statuses(answers)).toEqual([...many(5, 401), 429]);
  });
});
