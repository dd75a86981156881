import { createHash } from 'node:crypto';
import { OneTimeLinkService } from '@weerbaar/kernel/identity';
import { operatorActor } from '@weerbaar/kernel/context';
import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import { statusesOf } from '../support/test-client.js';

// Real: the API, PostgreSQL as the application role, argon2. Not real: the network.

let api: TestApi;
let organisation: TestOrganisation;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('inloggen', {
    anna: ['employee', 'integrity-adviser'],
    bram: ['employee'],
  });
});

afterAll(() => api.close());

function signIn(signInName: unknown, password: unknown) {
  return organisation.visitor().post('/sessions', { signInName, password });
}

describe('signing in', () => {
  it('gives a cookie that scripts can not read and other sites do not send', async () => {
    const answer = await signIn('anna', testPassword);
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies).toEqual([
      expect.objectContaining({ name: 'session', path: '/', httpOnly: true, sameSite: 'Lax' }),
    ]);
    expect(answer.cookies[0]).not.toHaveProperty('domain');
    expect(answer.cookies[0]).not.toHaveProperty('secure');
  });

  it('keeps a hash of the session in the database, never the session itself', async () => {
    const token = (await signIn('anna', testPassword)).cookies[0]!.value;
    const hash = createHash('sha256').update(token).digest();
    const rows = await api.asSuperuser<{ row: string }>(
      'select s::text as row from session s where token_hash = $1',
      [hash],
    );
    expect(rows).toHaveLength(1);
    const all = await api.asSuperuser<{ row: string }>('select s::text as row from session s');
    const forms = [
      token,
      Buffer.from(token).toString('hex'),
      Buffer.from(token, 'base64url').toString('hex'),
    ];
    for (const { row } of all) for (const form of forms) expect(row).not.toContain(form);
  });

  it('does not depend on capitals in the name', async () => {
    expect((await signIn('Anna', testPassword)).statusCode).toBe(204);
  });

  it('says the same of a wrong password and of a name that does not exist', async () => {
    const [wrong, unknown] = await Promise.all([
      signIn('anna', 'dit is niet het goede wachtwoord'),
      signIn('niemand', 'dit is niet het goede wachtwoord'),
    ]);
    for (const answer of [wrong, unknown]) expect(answer.statusCode).toBe(401);
    const { instance: _first, ...ofWrong } = wrong.json();
    const { instance: _second, ...ofUnknown } = unknown.json();
    expect(ofWrong).toEqual(ofUnknown);
    expect(ofWrong).toMatchObject({ type: '/api/v1/problems/sign-in-failed', status: 401 });
    expect(wrong.cookies).toEqual([]);
  });

  it('leaves a refused attempt in the audit log, without the name that was tried', async () => {
    await signIn('anna', 'dit is niet het goede wachtwoord');
    const [entry] = await api.asSuperuser<{ object_id: string; result: string }>(
      `select object_id, result from audit_entry where action = 'identity.sign-in-refused' order by id desc limit 1`,
    );
    expect(entry).toEqual({ object_id: organisation.people.anna?.accountId, result: 'refused' });
  });

  it.each([
    ['nothing', undefined, undefined],
    ['numbers', 1, 2],
    ['lists', ['anna'], [testPassword]],
    ['objects', { $ne: null }, { $ne: null }],
    ['a NUL in the name', 'iemand\0', testPassword],
    ['half a character', '\ud800', testPassword],
    ['a very long password', 'anna', 'x'.repeat(100_000)],
    ['a very long name', 'x'.repeat(100_000), testPassword],
  ])('refuses %s without falling over', async (_, name, password) => {
    const answer = await signIn(name, password);
    expect([400, 401]).toContain(answer.statusCode);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.cookies).toEqual([]);
  });

  it('starts a session of its own every time, and ends the one the browser came with', async () => {
    const anna = await organisation.signIn('anna');
    const before = anna.movedTo(organisation.host);
    await anna.post('/sessions', { signInName: 'anna', password: testPassword });
    expect((await anna.get('/sessions/current')).statusCode).toBe(200);
    expect((await before.get('/sessions/current')).statusCode).toBe(401);
  });

  it('never takes over a session id that somebody else put in the browser', async () => {
    const planted = organisation.visitor();
    const answer = await planted.at('POST', '/api/v1/sessions', {
      body: { signInName: 'anna', password: testPassword },
      headers: { cookie: 'session=chosen-by-somebody-else' },
    });
    expect(answer.cookies[0]?.value).not.toBe('chosen-by-somebody-else');
    const intruder = await organisation.visitor().get('/sessions/current', {
      headers: { cookie: 'session=chosen-by-somebody-else' },
    });
    expect(intruder.statusCode).toBe(401);
  });

  it('can not be done for somebody from another website', async () => {
    const answer = await organisation
      .visitor()
      .post(
        '/sessions',
        { signInName: 'anna', password: testPassword },
        { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elders.example' } },
      );
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toEqual([]);
  });
});

describe('a session', () => {
  it('tells who is signed in', async () => {
    const anna = await organisation.signIn('anna');
    const answer = await anna.get('/sessions/current');
    expect(answer.json()).toMatchObject({
      ...organisation.people.anna,
      assurance: 'strong',
      dormantRoles: [],
      hasPassword: true,
      idleMinutes: 60,
      roles: expect.arrayContaining(['employee', 'integrity-adviser']),
    });
  });

  it('is over after signing out, on the server too', async () => {
    const anna = await organisation.signIn('anna');
    const kept = anna.movedTo(organisation.host);
    const out = await anna.ask('DELETE', '/sessions/current');
    expect([out.statusCode, out.json()]).toEqual([200, { address: null }]);
    expect(out.cookies[0]).toMatchObject({ name: 'session', value: '', path: '/' });
    expect((await kept.get('/sessions/current')).statusCode).toBe(401);
  });

  it('leaves the sessions of others alone when it ends', async () => {
    const bram = await organisation.signIn('bram');
    await (await organisation.signIn('anna')).ask('DELETE', '/sessions/current');
    expect((await bram.get('/sessions/current')).statusCode).toBe(200);
  });

  it.each([
    ['an hour without use', `last_seen_at = now() - interval '61 minutes'`],
    ['twelve hours', `expires_at = now() - interval '1 second'`],
  ])('is over after %s', async (_, change) => {
    const bram = await organisation.signIn('bram');
    await api.asSuperuser(`update session set ${change} where account_id = $1`, [
      organisation.people.bram?.accountId,
    ]);
    expect((await bram.get('/sessions/current')).statusCode).toBe(401);
  });

  it('tells how long it lasts at the most, whatever the clock of a device says', async () => {
    const bram = await organisation.signIn('bram');
    const left = async (): Promise<number> => (await bram.get('/sessions/current')).json().secondsLeft;
    expect(await left()).toBeGreaterThan(12 * 3_600 - 60);
    expect(await left()).toBeLessThanOrEqual(12 * 3_600);
    await api.asSuperuser(
      `update session set expires_at = now() + interval '5 minutes' where account_id = $1`,
      [organisation.people.bram?.accountId],
    );
    expect(await left()).toBeLessThanOrEqual(300);
  });

  it('follows the roles of the moment', async () => {
    const anna = await organisation.signIn('anna');
    const give = (until: string) =>
      api.asSuperuser(
        `update role_assignment set valid_to = ${until} where person_id = $1 and role = 'integrity-adviser'`,
        [organisation.people.anna?.personId],
      );
    await api.asSuperuser(`update role_assignment set valid_from = '2020-01-01'`);
    await give(`'2020-12-31'`);
    expect((await anna.get('/sessions/current')).json().roles).toEqual(['employee']);
    expect((await anna.get('/annual-cycles')).statusCode).toBe(403);
    await give('null');
    expect((await anna.get('/annual-cycles')).statusCode).toBe(200);
  });
});

describe('a one-time link', () => {
  const chosen = 'kies-zelf-een-wachtwoord';

  async function invite(name: string): Promise<string> {
    return api.database.asOrganisation(organisation.id, () =>
      api.app.get(OneTimeLinkService).make(operatorActor, organisation.people[name]!.accountId, 'invitation'),
    );
  }

  function activate(token: string, password: string) {
    return organisation.visitor().post('/account-activations', { token, password });
  }

  it('sets a password once', async () => {
    const token = await invite('bram');
    expect((await activate(token, chosen)).statusCode).toBe(204);
    expect((await activate(token, 'een-ander-lang-wachtwoord')).statusCode).toBe(404);
    expect((await signIn('bram', chosen)).statusCode).toBe(204);
    expect((await signIn('bram', testPassword)).statusCode).toBe(401);
  });

  it('sets one password, also when it is used twice at the same moment', async () => {
    const token = await invite('bram');
    const answers = await Promise.all([activate(token, `${chosen}-1`), activate(token, `${chosen}-2`)]);
    expect(statusesOf(answers)).toEqual([204, 404]);
  });

  it('ends the sessions that were open under the old password', async () => {
    const token = await invite('anna');
    const anna = await organisation.signIn('anna');
    expect((await activate(token, testPassword)).statusCode).toBe(204);
    expect((await anna.get('/sessions/current')).statusCode).toBe(401);
  });

  it('says the same of a link that is too old and of one that never was', async () => {
    const token = await invite('bram');
    await api.asSuperuser(
      `update one_time_link set expires_at = now() - interval '1 minute' where used_at is null`,
    );
    const [old, never] = [await activate(token, chosen), await activate('never-was', chosen)];
    expect([old.statusCode, never.statusCode]).toEqual([404, 404]);
    expect({ ...old.json(), instance: '' }).toEqual({ ...never.json(), instance: '' });
  });

  it('asks for a password that is long enough, and keeps the link for another try', async () => {
    const token = await invite('bram');
    const short = await activate(token, 'kort');
    expect(short.statusCode).toBe(400);
    expect(short.json().errors).toEqual([expect.objectContaining({ path: 'password' })]);
    expect((await activate(token, chosen)).statusCode).toBe(204);
  });

  it('is kept as a hash only', async () => {
    const token = await invite('bram');
    const links = await api.asSuperuser<{ row: string }>('select l::text as row from one_time_link l');
    for (const { row } of links) expect(row).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    const entries = await api.asSuperuser<{ content: string }>(
      'select content::text as content from audit_content',
    );
    for (const { content } of entries) expect(content ?? '').not.toContain(token);
  });
});

describe('with limits of its own', () => {
  it('a session is over sooner, and says so', async () => {
    const strict = await openTestApi({ WEERBAAR_IDLE_MINUTES: '15', WEERBAAR_SESSION_HOURS: '4' });
    const there = await strict.createOrganisation('streng', { anna: ['employee'] });
    const anna = await there.signIn('anna');
    const session = (await anna.get('/sessions/current')).json();
    expect(session.idleMinutes).toBe(15);
    expect(Date.parse(session.endsAt) - Date.parse(session.startedAt)).toBe(4 * 3_600_000);
    await strict.asSuperuser(`update session set last_seen_at = now() - interval '16 minutes'`);
    expect((await anna.get('/sessions/current')).statusCode).toBe(401);
    await strict.close();
  });
});

describe('over https', () => {
  let secure: TestApi;

  beforeAll(async () => {
    secure = await openTestApi({ WEERBAAR_TLS: 'on' });
  });

  afterAll(() => secure.close());

  it('the cookie is bound to this host and to TLS', async () => {
    const there = await secure.createOrganisation('veilig', { anna: ['employee'] });
    const answer = await there.visitor().post('/sessions', { signInName: 'anna', password: testPassword });
    expect(answer.cookies).toEqual([
      expect.objectContaining({
        name: '__Host-session',
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: true,
      }),
    ]);
    expect(answer.cookies[0]).not.toHaveProperty('domain');
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    const anna = await there.signIn('anna');
    expect((await anna.get('/sessions/current')).statusCode).toBe(200);
    const token = answer.cookies[0]!.value;
    const plain = await there.visitor().get('/sessions/current', { headers: { cookie: `session=${token}` } });
    expect(plain.statusCode).toBe(401);
  });
});
