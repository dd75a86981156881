import { Secret } from 'otpauth';
import { OneTimeLinkService, codeAt } from '@weerbaar/kernel/identity';
import { operatorActor } from '@weerbaar/kernel/context';
import { processLogger } from '@weerbaar/kernel/logging';
import { routesOf } from '../isolation/support/routes.js';
import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import { type Answer, statusesOf, type TestClient } from '../support/test-client.js';

// Real: the API, PostgreSQL as the application role, argon2, the codes. Not real: the network, the clock.

const employees = Array.from({ length: 60 }, (_, index) => `medewerker-${index}`);
const written: string[] = [];

let api: TestApi;
let organisation: TestOrganisation;
let now = new Date('2050-06-15T10:00:00Z');
let unused = 0;

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  api = await openTestApi();
  api.setTime(now);
  organisation = await api.createOrganisation('tweede-factor', {
    anna: ['employee', 'integrity-adviser'],
    bram: ['employee'],
    ...Object.fromEntries(employees.map((name) => [name, ['employee'] as const])),
  });
  api.app.useLogger(processLogger());
});

afterAll(async () => {
  await api.close();
  vi.restoreAllMocks();
});

function later(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
  api.setTime(now);
}

/** Everybody has their own attempts: so each test has people of its own. */
function newcomer(): string {
  return employees[unused++]!;
}

interface Enrolled {
  readonly name: string;
  readonly accountId: string;
  /** The session in which the app was set up. */
  readonly client: TestClient;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

async function enrol(name: string, client: TestClient): Promise<Enrolled> {
  const { secret } = (await client.post('/second-factors')).json();
  const { recoveryCodes } = (await confirm(client, codeAt(secret, now))).json();
  // A code counts once: the next one is for the test.
  later(30);
  return { name, accountId: organisation.people[name]!.accountId, client, secret, recoveryCodes };
}

async function enrolled(): Promise<Enrolled> {
  const name = newcomer();
  return enrol(name, await organisation.signInHalf(name));
}

function confirm(client: TestClient, code: unknown): Promise<Answer> {
  return client.post('/second-factors/current/_confirm', { code });
}

function stepUp(client: TestClient, proof: unknown): Promise<Answer> {
  return client.post('/sessions/current/_step-up', proof);
}

async function current(client: TestClient) {
  return (await client.get('/sessions/current')).json();
}

async function isSignedIn(client: TestClient): Promise<boolean> {
  return (await client.get('/sessions/current')).statusCode === 200;
}

async function actionsOf(accountId: string): Promise<string[]> {
  const entries = await api.asSuperuser<{ entry: string }>(
    `select action || ' ' || result as entry from audit_entry where object_id = $1 order by id`,
    [accountId],
  );
  return entries.map(({ entry }) => entry);
}

function expectWrong(answer: Answer, path: 'code' | 'recoveryCode'): void {
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json().errors).toEqual([expect.objectContaining({ path, code: 'wrong-code' })]);
  expect(answer.cookies).toEqual([]);
}

/** Right now and in the minutes around it this is no code. */
function wrongCode(secret: string): string {
  const right = [-60, -30, 0, 30, 60].map((shift) => codeAt(secret, new Date(now.getTime() + shift * 1000)));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.includes(code))!;
}

describe('setting up an authenticator app', () => {
  it('changes nothing until a code of it was given', async () => {
    const name = newcomer();
    const client = await organisation.signInHalf(name);
    const begun = await client.post('/second-factors');
    expect(begun.statusCode).toBe(201);
    const { secret, address } = begun.json();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(address).toContain(`secret=${secret}`);
    expect(decodeURIComponent(address)).toContain(`Weerbaar Gemeente tweede-factor:${name}`);
    expect((await client.get('/second-factors/current')).json()).toEqual({
      active: false,
      since: null,
      recoveryCodesLeft: 0,
    });
    expect(await current(await organisation.signInHalf(name))).toMatchObject({
      assurance: 'password',
      hasSecondFactor: false,
      mayEnrol: true,
    });
  });

  it('is done with a code of it, and gives ten recovery codes once', async () => {
    const { client, accountId, recoveryCodes } = await enrolled();
    expect(recoveryCodes).toHaveLength(10);
    expect((await client.get('/second-factors/current')).json()).toEqual({
      active: true,
      since: new Date(now.getTime() - 30_000).toISOString(),
      recoveryCodesLeft: 10,
    });
    expect(await current(client)).toMatchObject({
      assurance: 'strong',
      hasSecondFactor: true,
      mayEnrol: false,
    });
    expect(await actionsOf(accountId)).toEqual(
      expect.arrayContaining(['identity.second-factor-activated done', 'identity.stepped-up done']),
    );
  });

  it('lets roles count that slept until then', async () => {
    const name = newcomer();
    await api.asSuperuser(
      `insert into role_assignment (organisation_id, id, person_id, role, valid_from, given_at)
       values ($1, gen_random_uuid(), $2, 'integrity-adviser', '2026-01-01', now())`,
      [organisation.id, organisation.people[name]!.personId],
    );
    const client = await organisation.signInHalf(name);
    expect(await current(client)).toMatchObject({ roles: ['employee'], dormantRoles: ['integrity-adviser'] });
    expect((await client.get('/annual-cycles')).json()).toMatchObject({
      type: '/api/v1/problems/step-up-needed',
    });
    await enrol(name, client);
    expect((await current(client)).dormantRoles).toEqual([]);
    expect((await client.get('/annual-cycles')).statusCode).toBe(200);
  });

  it('gives the session another cookie, and the one of before is worth nothing', async () => {
    const name = newcomer();
    const client = await organisation.signInHalf(name);
    const { secret } = (await client.post('/second-factors')).json();
    const thief = client.stolen();
    const answer = await confirm(client, codeAt(secret, now));
    expect(answer.cookies).toEqual([
      expect.objectContaining({ name: 'session', path: '/', httpOnly: true, sameSite: 'Lax' }),
    ]);
    expect(await isSignedIn(client)).toBe(true);
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('ends the other sessions of the account, and nobody elses', async () => {
    const name = newcomer();
    const [client, elsewhere] = [await organisation.signInHalf(name), await organisation.signInHalf(name)];
    const bram = await organisation.signInHalf('bram');
    await enrol(name, client);
    expect(await Promise.all([client, elsewhere, bram].map(isSignedIn))).toEqual([true, false, true]);
  });

  it('does not happen by a wrong code, and may be tried again', async () => {
    const name = newcomer();
    const client = await organisation.signInHalf(name);
    const { secret } = (await client.post('/second-factors')).json();
    expectWrong(await confirm(client, wrongCode(secret)), 'code');
    expect((await client.get('/second-factors/current')).json()).toMatchObject({ active: false });
    expect((await confirm(client, codeAt(secret, now))).statusCode).toBe(200);
  });

  it('does not happen when it was not begun, and says no more of that than of a wrong code', async () => {
    expectWrong(await confirm(await organisation.signInHalf(newcomer()), '123456'), 'code');
  });

  it('does not happen by half: without recovery codes to show, the app is not in use either', async () => {
    const client = await organisation.signInHalf(newcomer());
    const { secret } = (await client.post('/second-factors')).json();
    await api.asSuperuser(`
      create function stop_sessions() returns trigger language plpgsql as 'begin raise ''broken off''; end';
      create trigger stop_sessions before update on session for each row execute function stop_sessions()`);
    try {
      expect((await confirm(client, codeAt(secret, now))).statusCode).toBe(500);
    } finally {
      await api.asSuperuser('drop trigger stop_sessions on session; drop function stop_sessions()');
    }
    expect((await client.get('/second-factors/current')).json()).toMatchObject({ active: false });
    expect((await confirm(client, codeAt(secret, now))).json().recoveryCodes).toHaveLength(10);
  });

  it('is done with the app that was begun last', async () => {
    const client = await organisation.signInHalf(newcomer());
    const first = (await client.post('/second-factors')).json();
    const last = (await client.post('/second-factors')).json();
    expectWrong(await confirm(client, codeAt(first.secret, now)), 'code');
    expect((await confirm(client, codeAt(last.secret, now))).statusCode).toBe(200);
  });

  it('happens once, also when it is confirmed twice at the same moment', async () => {
    const client = await organisation.signInHalf(newcomer());
    const { secret } = (await client.post('/second-factors')).json();
    const answers = await Promise.all([1, 2, 3].map(() => confirm(client.stolen(), codeAt(secret, now))));
    const done = answers.filter(({ statusCode }) => statusCode === 200);
    expect(done).toHaveLength(1);
    for (const answer of answers)
      if (!done.includes(answer)) expect([400, 401, 403]).toContain(answer.statusCode);
  });

  it('can not be guessed', async () => {
    const client = await organisation.signInHalf(newcomer());
    const { secret } = (await client.post('/second-factors')).json();
    for (let tried = 0; tried < 5; tried += 1) expectWrong(await confirm(client, wrongCode(secret)), 'code');
    expect((await confirm(client, codeAt(secret, now))).statusCode).toBe(429);
  });

  it('is not for who has an app and did not show it', async () => {
    const { name, accountId } = await enrolled();
    const half = await organisation.signInHalf(name);
    expect((await half.post('/second-factors')).json()).toMatchObject({ status: 403 });
    const weak = await organisation.signInBy(name, 'provider');
    for (const answer of [await weak.post('/second-factors'), await confirm(weak, '123456')])
      expect(answer.json()).toMatchObject({ status: 403, type: '/api/v1/problems/step-up-needed' });
    const [row] = await api.asSuperuser<{ pending: boolean }>(
      'select pending_secret is not null as pending from second_factor where account_id = $1',
      [accountId],
    );
    expect(row).toEqual({ pending: false });
  });

  it('is not for who came in on the word of the identity provider alone', async () => {
    const client = await organisation.signInBy(newcomer(), 'provider');
    await api.asSuperuser('update session set may_enrol = false where id = $1', [(await current(client)).id]);
    for (const answer of [await client.post('/second-factors'), await confirm(client, '123456')])
      expect(answer.json()).toMatchObject({ status: 403, type: '/api/v1/problems/not-permitted' });
  });
});

describe('a new app in the place of the old one', () => {
  it('leaves the old one in use until it was confirmed, and then ends it and its recovery codes', async () => {
    const { name, client, secret, recoveryCodes } = await enrolled();
    const begun = (await client.post('/second-factors')).json();
    const meanwhile = await organisation.signInHalf(name);
    expect((await stepUp(meanwhile, { code: codeAt(secret, now) })).statusCode).toBe(204);
    later(30);
    expectWrong(await stepUp(meanwhile, { code: codeAt(begun.secret, now) }), 'code');

    const fresh = (await confirm(client, codeAt(begun.secret, now))).json().recoveryCodes;
    later(30);
    expect(await isSignedIn(meanwhile)).toBe(false);
    const after = await organisation.signInHalf(name);
    expectWrong(await stepUp(after, { code: codeAt(secret, now) }), 'code');
    expectWrong(await stepUp(after, { recoveryCode: recoveryCodes[0] }), 'recoveryCode');
    expect((await stepUp(after, { code: codeAt(begun.secret, now) })).statusCode).toBe(204);
    expect((await stepUp(after, { recoveryCode: fresh[0] })).statusCode).toBe(204);
  });
});

describe('who gave a password and still has to give the second factor', () => {
  it('reaches the three routes that ask for it, and no other that is not public', async () => {
    const half = await organisation.signInHalf('anna');
    const nothing = '00000000-0000-7000-8000-000000000000';
    const wrong: string[] = [];
    let walked = 0;
    for (const { method, path, name, access } of routesOf(api.app)) {
      if (access?.kind === 'public' || access?.kind === 'half-signed-in') continue;
      // For a program with a token, which refuses every session alike: see provisioning.
      if (access?.kind === 'service') continue;
      const address = path.replaceAll(/:\w*Id\b/g, nothing).replaceAll(/:\w+/g, '1');
      const answer = await half.at(method, address, { body: {}, version: 1 });
      walked += 1;
      if (answer.statusCode !== 403 || answer.json().type !== '/api/v1/problems/step-up-needed')
        wrong.push(`${name}: ${answer.body}`);
    }
    expect(walked).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it('is told who they are and what is asked, and not what they may do', async () => {
    const half = await organisation.signInHalf('anna');
    expect(await current(half)).toMatchObject({
      ...organisation.people.anna,
      assurance: 'pending',
      roles: [],
      dormantRoles: [],
      hasSecondFactor: true,
      mayEnrol: false,
    });
  });

  it('can leave', async () => {
    const half = await organisation.signInHalf('anna');
    expect((await half.ask('DELETE', '/sessions/current')).statusCode).toBe(200);
    expect(await isSignedIn(half)).toBe(false);
  });
});

describe('giving the second factor', () => {
  it('lets all roles count, under another cookie', async () => {
    const { name, secret } = await enrolled();
    const client = await organisation.signInHalf(name);
    const thief = client.stolen();
    const answer = await stepUp(client, { code: codeAt(secret, now) });
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies).toHaveLength(1);
    expect(await current(client)).toMatchObject({ assurance: 'strong', roles: ['employee'] });
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('leaves the other sessions of the account as they are', async () => {
    const { name, secret, client } = await enrolled();
    const second = await organisation.signInHalf(name);
    await stepUp(second, { code: codeAt(secret, now) });
    expect(await isSignedIn(client)).toBe(true);
  });

  it('does not make the session last longer', async () => {
    const { name, secret } = await enrolled();
    const client = await organisation.signInHalf(name);
    const { endsAt } = await current(client);
    later(1800);
    await stepUp(client, { code: codeAt(secret, now) });
    expect((await current(client)).endsAt).toBe(endsAt);
  });

  it('takes a code that was not used before, in whatever session', async () => {
    const { name, secret } = await enrolled();
    const code = codeAt(secret, now);
    const [first, second] = [await organisation.signInHalf(name), await organisation.signInHalf(name)];
    expect((await stepUp(first, { code })).statusCode).toBe(204);
    expectWrong(await stepUp(second, { code }), 'code');
    expectWrong(await stepUp(first, { code }), 'code');
    later(30);
    expectWrong(await stepUp(second, { code }), 'code');
    expect((await stepUp(second, { code: codeAt(secret, now) })).statusCode).toBe(204);
  });

  it('takes no code of before the last one that was used', async () => {
    const { name, secret } = await enrolled();
    const [before, after] = [codeAt(secret, now), codeAt(secret, new Date(now.getTime() + 30_000))];
    const client = await organisation.signInHalf(name);
    expect((await stepUp(client, { code: after })).statusCode).toBe(204);
    expectWrong(await stepUp(client, { code: before }), 'code');
  });

  it('takes no code that set up the app', async () => {
    const name = newcomer();
    const client = await organisation.signInHalf(name);
    const { secret } = (await client.post('/second-factors')).json();
    await confirm(client, codeAt(secret, now));
    expectWrong(await stepUp(await organisation.signInHalf(name), { code: codeAt(secret, now) }), 'code');
  });

  it('takes a code once, also when it is given in five sessions at the same moment', async () => {
    const { name, secret } = await enrolled();
    const sessions: TestClient[] = [];
    for (let opened = 0; opened < 5; opened += 1) sessions.push(await organisation.signInHalf(name));
    const code = codeAt(secret, now);
    const answers = await Promise.all(sessions.map((client) => stepUp(client, { code })));
    expect(statusesOf(answers)).toEqual([204, 400, 400, 400, 400]);
  });

  it('takes no code of somebody else', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const client = await organisation.signInHalf(one.name);
    expectWrong(await stepUp(client, { code: codeAt(other.secret, now) }), 'code');
    expectWrong(await stepUp(client, { recoveryCode: other.recoveryCodes[0] }), 'recoveryCode');
  });

  it('takes no code of who has no app', async () => {
    const client = await organisation.signInHalf(newcomer());
    expectWrong(await stepUp(client, { code: '123456' }), 'code');
    expectWrong(await stepUp(client, { recoveryCode: '0000-0000-0000-0000' }), 'recoveryCode');
  });

  it('writes down that it was refused, and that a recovery code was used', async () => {
    const { name, accountId, secret, recoveryCodes } = await enrolled();
    const client = await organisation.signInHalf(name);
    await stepUp(client, { code: wrongCode(secret) });
    await stepUp(client, { recoveryCode: recoveryCodes[0] });
    expect((await actionsOf(accountId)).slice(-3)).toEqual([
      'identity.second-factor-refused refused',
      'identity.recovery-code-used done',
      'identity.stepped-up done',
    ]);
  });

  describe('in any other form', () => {
    let somebody: Enrolled;

    beforeAll(async () => {
      somebody = await enrolled();
    });

    it.each([
      ['nothing', {}],
      ['an empty code', { code: '' }],
      ['spaces', { code: '      ' }],
      ['null', { code: null, recoveryCode: null }],
      ['a number', { code: 123456 }],
      ['a list', { code: ['123456'] }],
      ['an object', { code: { $ne: '' } }],
      ['five digits', { code: '12345' }],
      ['seven digits', { code: '1234567' }],
      ['letters', { code: 'abcdef' }],
      ['digits of another script', { code: '１２３４５６' }],
      ['smileys', { code: '🙂🙂🙂' }],
      ['half a character', { code: '\ud800\ud800\ud800\ud800\ud800\ud800' }],
      ['a NUL', { code: '12345\0' }],
      ['a very long code', { code: '1'.repeat(100_000) }],
      ['a code as recovery code', { recoveryCode: '123456' }],
      ['an empty recovery code', { recoveryCode: '' }],
      ['dashes as recovery code', { recoveryCode: '----' }],
      ['half a recovery code', { recoveryCode: '0000-0000' }],
      ['a pattern as recovery code', { recoveryCode: '%' }],
      ['a very long recovery code', { recoveryCode: '0'.repeat(100_000) }],
      ['a field of our own', { assurance: 'strong' }],
      ['a field of our own beside it', { recoveryCode: '0000-0000-0000-0000', assurance: 'strong' }],
      ['a list of proofs', [{ code: '123456' }]],
      ['a text', 'strong'],
    ])('is refused: %s', async (_, proof) => {
      await api.asSuperuser('delete from attempt_count');
      const client = await organisation.signInHalf(somebody.name);
      const answer = await stepUp(client, proof);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(await current(client)).toMatchObject({ assurance: 'pending' });
    });

    it('is refused: a right code and a right recovery code together; neither is used up', async () => {
      await api.asSuperuser('delete from attempt_count');
      const client = await organisation.signInHalf(somebody.name);
      const [code, recoveryCode] = [codeAt(somebody.secret, now), somebody.recoveryCodes[0]];
      expect((await stepUp(client, { code, recoveryCode })).json().errors).toEqual([
        expect.objectContaining({ path: 'code', code: 'required' }),
      ]);
      expect((await stepUp(client, { code })).statusCode).toBe(204);
      expect((await stepUp(client, { recoveryCode })).statusCode).toBe(204);
    });
  });
});

describe('whoever guesses the second factor', () => {
  it('is stopped after five tries, and so is the right code until the time is over', async () => {
    const { name, secret } = await enrolled();
    const client = await organisation.signInHalf(name);
    for (let tried = 0; tried < 5; tried += 1)
      expectWrong(await stepUp(client, { code: wrongCode(secret) }), 'code');
    const stopped = await stepUp(client, { code: codeAt(secret, now) });
    expect(stopped.statusCode).toBe(429);
    // A quarter of an hour from the first code on, by which the app was set up.
    expect(stopped.headers['retry-after']).toBe('870');
    later(14 * 60 - 30);
    expect((await stepUp(client, { code: codeAt(secret, now) })).headers['retry-after']).toBe('60');
    later(60);
    expect((await stepUp(client, { code: codeAt(secret, now) })).statusCode).toBe(204);
  });

  it('gets no new tries by signing in anew, by another address or by the other kind of code', async () => {
    const { name, secret, recoveryCodes } = await enrolled();
    for (let tried = 0; tried < 5; tried += 1) {
      const client = (await organisation.signInHalf(name)).from(`192.0.2.${tried}`);
      expectWrong(await stepUp(client, { code: wrongCode(secret) }), 'code');
    }
    const fresh = (await organisation.signInHalf(name)).from('198.51.100.9');
    expect((await stepUp(fresh, { code: codeAt(secret, now) })).statusCode).toBe(429);
    expect((await stepUp(fresh, { recoveryCode: recoveryCodes[0] })).statusCode).toBe(429);
  });

  it('is stopped among fifty tries at the same moment, also when the right code is one of them', async () => {
    const { name, secret } = await enrolled();
    const client = await organisation.signInHalf(name);
    const codes = Array.from({ length: 50 }, (_, index) =>
      index === 25 ? codeAt(secret, now) : wrongCode(secret),
    );
    const answers = await Promise.all(codes.map((code) => stepUp(client.stolen(), { code })));
    const judged = answers.filter(({ statusCode }) => statusCode !== 429);
    // The right one, when it is among the first, takes back its own try and no other.
    const right = judged.filter(({ statusCode }) => statusCode === 204).length;
    expect(judged.length - right).toBeLessThanOrEqual(5);
    expect(judged.length).toBeGreaterThanOrEqual(5);
    expect((await stepUp(await organisation.signInHalf(name), { code: wrongCode(secret) })).statusCode).toBe(
      429,
    );
  });

  it('gets no new tries because the owner gives a right code in between', async () => {
    const { name, secret } = await enrolled();
    const [owner, guesser] = [await organisation.signInHalf(name), await organisation.signInHalf(name)];
    for (let tried = 0; tried < 4; tried += 1) await stepUp(guesser, { code: wrongCode(secret) });
    expect((await stepUp(owner, { code: codeAt(secret, now) })).statusCode).toBe(204);
    expectWrong(await stepUp(guesser, { code: wrongCode(secret) }), 'code');
    expect((await stepUp(guesser, { code: wrongCode(secret) })).statusCode).toBe(429);
  });

  it('gets no further than thirty tries on a day, and tries that were stopped are none', async () => {
    const { name, secret } = await enrolled();
    let judged = 0;
    for (let quarter = 0; quarter < 10; quarter += 1) {
      const client = await organisation.signInHalf(name);
      for (let tried = 0; tried < 8; tried += 1) {
        const { statusCode } = await stepUp(client, { code: wrongCode(secret) });
        if (statusCode !== 429) judged += 1;
      }
      later(15 * 60);
    }
    expect(judged).toBe(30);
    const stopped = await stepUp(await organisation.signInHalf(name), { code: codeAt(secret, now) });
    expect(stopped.statusCode).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(21 * 3600);
  });
});

describe('a recovery code', () => {
  it('counts once, in place of the app', async () => {
    const { name, recoveryCodes } = await enrolled();
    const [recoveryCode] = recoveryCodes;
    const client = await organisation.signInHalf(name);
    expect((await stepUp(client, { recoveryCode })).statusCode).toBe(204);
    expect((await client.get('/second-factors/current')).json()).toMatchObject({ recoveryCodesLeft: 9 });
    expectWrong(await stepUp(await organisation.signInHalf(name), { recoveryCode }), 'recoveryCode');
  });

  it('counts once, also at the same moment', async () => {
    const { name, recoveryCodes } = await enrolled();
    const [recoveryCode] = recoveryCodes;
    const sessions = [await organisation.signInHalf(name), await organisation.signInHalf(name)];
    const answers = await Promise.all(sessions.map((client) => stepUp(client, { recoveryCode })));
    expect(statusesOf(answers)).toEqual([204, 400]);
  });

  it('may be typed as somebody reads it from paper', async () => {
    const { name, recoveryCodes } = await enrolled();
    const typed = ` ${recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')}`;
    expect((await stepUp(await organisation.signInHalf(name), { recoveryCode: typed })).statusCode).toBe(204);
  });

  it('ends when new ones are made, which takes the second factor', async () => {
    const { name, accountId, client, recoveryCodes } = await enrolled();
    const weak = await organisation.signInBy(name, 'provider');
    expect((await weak.post('/second-factors/current/recovery-codes')).json()).toMatchObject({
      type: '/api/v1/problems/step-up-needed',
    });
    const answer = await client.post('/second-factors/current/recovery-codes');
    expect(answer.statusCode).toBe(201);
    const fresh = answer.json().recoveryCodes;
    expect(new Set([...fresh, ...recoveryCodes]).size).toBe(20);
    const half = await organisation.signInHalf(name);
    expectWrong(await stepUp(half, { recoveryCode: recoveryCodes[0] }), 'recoveryCode');
    expect((await stepUp(half, { recoveryCode: fresh[9] })).statusCode).toBe(204);
    expect(await actionsOf(accountId)).toContain('identity.recovery-codes-renewed done');
  });

  it('is not made for who has no app', async () => {
    const client = await organisation.signInHalf(newcomer());
    expect((await client.post('/second-factors/current/recovery-codes')).statusCode).toBe(409);
  });
});

describe('changing a password', () => {
  const chosen = 'een-heel-ander-wachtwoord';

  function change(client: TestClient, currentPassword: string, newPassword = chosen): Promise<Answer> {
    return client.post('/password-changes', { currentPassword, newPassword });
  }

  it('ends the other sessions, keeps this one, and the old password opens nothing any more', async () => {
    const name = newcomer();
    const [client, elsewhere] = [await organisation.signInHalf(name), await organisation.signInHalf(name)];
    expect((await change(client, testPassword)).statusCode).toBe(204);
    expect(await Promise.all([client, elsewhere].map(isSignedIn))).toEqual([true, false]);
    const tried = [testPassword, chosen].map((password) =>
      organisation.visitor().post('/sessions', { signInName: name, password }),
    );
    expect((await Promise.all(tried)).map(({ statusCode }) => statusCode)).toEqual([401, 204]);
  });

  it('ends the links that wait in a mailbox: nobody sets it once more by one of those', async () => {
    const name = newcomer();
    const { accountId } = organisation.people[name]!;
    const token = await api.database.asOrganisation(organisation.id, () =>
      api.app.get(OneTimeLinkService).make(operatorActor, accountId, 'password-reset'),
    );
    expect((await change(await organisation.signInHalf(name), testPassword)).statusCode).toBe(204);
    const late = await organisation.visitor().post('/account-activations', { token, password: chosen });
    expect(late.statusCode).toBe(404);
  });

  it('can not be used to find out the password in a session that was left open', async () => {
    const name = newcomer();
    const { accountId } = organisation.people[name]!;
    const stolen = await organisation.signInHalf(name);
    for (let tried = 0; tried < 5; tried += 1) {
      const answer = await change(stolen, `dit-is-het-niet-${tried}`);
      expect(answer.json()).toMatchObject({
        status: 400,
        errors: [{ path: 'currentPassword', code: 'wrong-password' }],
      });
    }
    expect((await change(stolen, testPassword)).statusCode).toBe(429);
    expect((await actionsOf(accountId)).filter((entry) => entry.startsWith('identity.password'))).toEqual(
      Array(5).fill('identity.password-refused refused'),
    );
  });

  it('can not be used to find it out by trying many at the same moment', async () => {
    const stolen = await organisation.signInHalf(newcomer());
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => change(stolen, `dit-is-het-niet-${index}`)),
    );
    expect(statusesOf(answers)).toEqual([...Array<number>(5).fill(400), ...Array<number>(25).fill(429)]);
  });

  it('happens once when it is asked twice at the same moment', async () => {
    const name = newcomer();
    const client = await organisation.signInHalf(name);
    const answers = await Promise.all([
      change(client, testPassword, `${chosen}-1`),
      change(client, testPassword, `${chosen}-2`),
    ]);
    expect(statusesOf(answers)).toEqual([204, 412]);
  });

  it('asks for one that is long enough', async () => {
    const client = await organisation.signInHalf(newcomer());
    expect((await change(client, testPassword, 'te kort')).json().errors).toEqual([
      expect.objectContaining({ path: 'newPassword' }),
    ]);
  });
});

describe('the sessions of ones own account', () => {
  const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0' };

  async function list(client: TestClient) {
    return (await client.get('/sessions')).json();
  }

  it('are listed with what one knows them by, and without what opens them', async () => {
    const name = newcomer();
    const client = organisation.visitor();
    await client.post('/sessions', { signInName: name, password: testPassword }, { headers: firefox });
    later(120);
    await organisation.signInHalf(name);
    const atEnd = (start: number) => new Date(start + 12 * 3_600_000).toISOString();
    const started = now.getTime() - 120_000;
    expect(await list(client)).toEqual([
      {
        id: expect.any(String),
        method: 'password',
        device: 'Firefox, Windows',
        startedAt: new Date(started).toISOString(),
        lastSeenAt: now.toISOString(),
        endsAt: atEnd(started),
        current: true,
      },
      {
        id: expect.any(String),
        method: 'password',
        device: '',
        startedAt: now.toISOString(),
        lastSeenAt: now.toISOString(),
        endsAt: atEnd(now.getTime()),
        current: false,
      },
    ]);
  });

  it('are not listed when they are over', async () => {
    const name = newcomer();
    await organisation.signInHalf(name);
    later(61 * 60);
    expect(await list(await organisation.signInHalf(name))).toHaveLength(1);
  });

  it('are ended one by one, at once', async () => {
    const name = newcomer();
    const [client, lost] = [await organisation.signInHalf(name), await organisation.signInHalf(name)];
    const { id } = await current(lost);
    expect((await client.ask('DELETE', `/sessions/${id}`)).statusCode).toBe(204);
    expect(await Promise.all([client, lost].map(isSignedIn))).toEqual([true, false]);
    expect((await client.ask('DELETE', `/sessions/${id}`)).statusCode).toBe(404);
    expect(await actionsOf(organisation.people[name]!.accountId)).toContain('identity.session-ended done');
  });

  it('are nobody elses to see or to end: they are answered for as if they did not exist', async () => {
    const [anna, bram] = [await organisation.signIn('anna'), await organisation.signInHalf('bram')];
    const { id } = await current(anna);
    const [theirs, never, odd] = [
      await bram.ask('DELETE', `/sessions/${id}`),
      await bram.ask('DELETE', '/sessions/00000000-0000-7000-8000-000000000000'),
      await bram.ask('DELETE', '/sessions/not-an-id'),
    ];
    expect([theirs.statusCode, never.statusCode, odd.statusCode]).toEqual([404, 404, 400]);
    expect({ ...theirs.json(), instance: '' }).toEqual({ ...never.json(), instance: '' });
    expect(await isSignedIn(anna)).toBe(true);
    expect((await bram.get('/sessions')).body).not.toContain(id);
  });
});

describe('secrets', () => {
  /** As somebody with a copy of the database, or with the log of the process, would look for them. */
  function formsOf(secret: string): string[] {
    return [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')];
  }

  it('are nowhere in the database, in no table, and not in what the process says', async () => {
    const { name, secret, recoveryCodes, client } = await enrolled();
    const half = await organisation.signInHalf(name);
    const token = (await stepUp(half, { code: codeAt(secret, now) })).cookies[0]!.value;
    await stepUp(half, { recoveryCode: recoveryCodes[0] });
    const begun = (await client.post('/second-factors')).json().secret;
    const chosen = 'een-wachtwoord-dat-nergens-staat';
    await client.post('/password-changes', { currentPassword: testPassword, newPassword: chosen });
    const link = await api.database.asOrganisation(organisation.id, () =>
      api.app
        .get(OneTimeLinkService)
        .make(operatorActor, organisation.people[name]!.accountId, 'password-reset'),
    );
    // A fault in the middle of it, which the process tells of.
    await api.asSuperuser('alter table recovery_code rename to recovery_code_away');
    const fault = await stepUp(client, { recoveryCode: recoveryCodes[1] });
    await api.asSuperuser('alter table recovery_code_away rename to recovery_code');
    expect(fault.statusCode).toBe(500);

    const forms = [
      ...[secret, begun, token, link, chosen, testPassword].flatMap(formsOf),
      ...[secret, begun].map((one) => Buffer.from(Secret.fromBase32(one).bytes).toString('hex')),
      ...[token, link].map((one) => Buffer.from(one, 'base64url').toString('hex')),
      ...recoveryCodes.flatMap((code) => [...formsOf(code), ...formsOf(code.replaceAll('-', ''))]),
    ];
    const tables = await api.asSuperuser<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relkind = 'r'
          and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    );
    const found: string[] = [];
    let looked = 0;
    for (const { name: table } of tables)
      for (const { row } of await api.asSuperuser<{ row: string }>(`select t::text as row from ${table} t`)) {
        looked += 1;
        for (const form of forms) if (row.includes(form)) found.push(`${table}: ${form}`);
      }
    expect(looked).toBeGreaterThan(500);
    expect(found).toEqual([]);

    const log = written.join('');
    expect(log).toContain('42P01');
    expect(forms.filter((form) => log.includes(form))).toEqual([]);
  });

  it('are shown once: no answer of later has them', async () => {
    const { client, secret, recoveryCodes } = await enrolled();
    const answers = [];
    for (const path of ['/second-factors/current', '/sessions/current', '/sessions'])
      answers.push((await client.get(path)).body);
    for (const form of [secret, ...recoveryCodes]) expect(answers.join('')).not.toContain(form);
  });

  it('of one account do not open those of another, also for who can write in the database', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    await api.asSuperuser(
      `update second_factor set last_step = 0, secret = (select secret from second_factor where account_id = $2)
        where account_id = $1`,
      [one.accountId, other.accountId],
    );
    const client = await organisation.signInHalf(one.name);
    expect((await stepUp(client, { code: codeAt(other.secret, now) })).statusCode).toBe(500);
    expect(await current(client)).toMatchObject({ assurance: 'pending' });
  });
});
