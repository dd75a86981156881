import { createHmac, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { PersonService } from '@weerbaar/people';
import { Clock } from '@weerbaar/kernel/clock';
import { operatorActor } from '@weerbaar/kernel/context';
import {
  AccountService,
  IdentityProviders,
  newSigningKey,
  type ProviderSettings,
  publicKeyOf,
} from '@weerbaar/kernel/identity';
import {
  hostileClient,
  type HostileProvider,
  hostileSubject,
  keyOfAnother,
  keyOfHostileProvider,
  signedByAnother,
  startHostileProvider,
  type TokenWish,
} from '../support/hostile-provider.js';
import { beginAt, comeBack, type SignInWish } from '../support/identity-provider.js';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

// What a provider may say, and what only somebody says who pretends to be it. Real: the API, PostgreSQL, HTTP to
// the provider, keys and signatures. Not real: the provider, which says whatever a test wants.

const key = newSigningKey();
const secret = 'een/geheim met:leestekens';

let api: TestApi;
let provider: HostileProvider;
let organisation: TestOrganisation;
let written = '';

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written += String(text);
      return write(text);
    });
  }
  api = await openTestApi();
  organisation = await api.createOrganisation('proef', {});
  provider = await startHostileProvider();
  await trust();
  await addAnna(organisation);
});

afterEach(() => {
  provider.answerTokensWith(undefined);
});

afterAll(async () => {
  vi.restoreAllMocks();
  await provider.stop();
  await api.close();
});

function trust(
  changes: Partial<ProviderSettings> = {},
  credential: string = JSON.stringify(key),
  at: TestOrganisation = organisation,
) {
  const settings: ProviderSettings = {
    issuer: provider.issuer,
    clientId: hostileClient,
    authentication: 'private_key_jwt',
    scope: 'openid email',
    nameClaim: 'email',
    strongAcr: ['2'],
    groupClaim: null,
    groupRoles: {},
    ...changes,
  };
  return api.asOperator(at, (app) => app.get(IdentityProviders).set(operatorActor, settings, credential));
}

/** The person whom the provider vouches for, with an account of that name. */
function addAnna(at: TestOrganisation) {
  return api.asOperator(at, async (app) => {
    const person = await app.get(PersonService).add(operatorActor, { name: 'Anna', roles: ['employee'] });
    const account = { personId: person.id, signInName: 'anna@proef.example' };
    await app.get(AccountService).create(operatorActor, account);
  });
}

/** Begins, and comes back with a code, for which the provider will give a token as wished. */
async function answered(
  token: TokenWish = {},
  wish: SignInWish = {},
  at: TestOrganisation = organisation,
  from: HostileProvider = provider,
): Promise<{ client: TestClient; answer: Answer; begun: URLSearchParams }> {
  const client = at.visitor();
  const begun = new URL(await beginAt(client, wish)).searchParams;
  from.prepare(begun.get('nonce')!, token);
  const back = new URL(begun.get('redirect_uri')!);
  back.search = String(new URLSearchParams({ code: 'a-code', state: begun.get('state')! }));
  return { client, answer: await comeBack(client, back), begun };
}

function expectRefused(answer: Answer): void {
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toMatch(/^\/sign-in\/refused\?why=[a-z-]+$/);
  expect(answer.cookies.map(({ name }) => name)).not.toContain('session');
  expect(answer.body).not.toContain('eyJ');
}

function expectUnreachable(answer: Answer): void {
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe('/sign-in/refused?why=unreachable');
  expect(answer.cookies.map(({ name }) => name)).not.toContain('session');
}

const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;

describe('a token of the provider', () => {
  it('lets somebody in when all is right', async () => {
    const { client, answer } = await answered();
    expect(answer.statusCode).toBe(302);
    expect((await client.get('/sessions/current')).json()).toMatchObject({ method: 'provider' });
  });

  it('may be for others as well, when it says that it was made for us', async () => {
    const { answer } = await answered({ claims: { aud: [hostileClient, 'another'], azp: hostileClient } });
    expect(answer.statusCode).toBe(302);
  });

  it.each<[string, TokenWish]>([
    ['of another sign-in', { claims: { nonce: 'of-another' } }],
    ['of no sign-in', { claims: { nonce: undefined } }],
    ['of another provider', { claims: { iss: 'https://elders.example' } }],
    ['of a provider that is almost this one', { claims: { iss: 'http://127.0.0.1' } }],
    ['of no provider', { claims: { iss: undefined } }],
    ['for another application', { claims: { aud: 'another' } }],
    ['for an application that is almost us', { claims: { aud: `${hostileClient}2` } }],
    ['for several, without saying for whom it was made', { claims: { aud: [hostileClient, 'another'] } }],
    ['made for another', { claims: { aud: [hostileClient, 'another'], azp: 'another' } }],
    ['for nobody', { claims: { aud: undefined } }],
    ['that is over', { claims: { exp: seconds(-60), iat: seconds(-360) } }],
    ['that never ends', { claims: { exp: undefined } }],
    ['that holds later', { claims: { nbf: seconds(120) } }],
    ['that was made later', { claims: { iat: seconds(120) } }],
    ['that was made an hour ago, and still holds', { claims: { iat: seconds(-3_600) } }],
    ['of which nobody knows when it was made', { claims: { iat: undefined } }],
    ['about nobody', { claims: { sub: undefined } }],
    ['about a number', { claims: { sub: 12 } }],
    ['about a citizen service number', { claims: { sub: '999990019' } }],
    ['about somebody who acts for another', { claims: { represents: [{ sub: 'another' }] } }],
    ['without a signature', { header: { alg: 'none', kid: undefined }, signature: () => '' }],
    ['that says it needs no signature', { header: { alg: 'none' } }],
    ['with its signature left out', { signature: () => '' }],
    ['signed by another key', { signature: signedByAnother }],
    [
      'signed by another key, under a name nobody knows',
      { header: { kid: 'x' }, signature: signedByAnother },
    ],
    [
      'signed by a key it brings along',
      { header: { jwk: publicJwkOfAnother() }, signature: signedByAnother },
    ],
    ['signed with what everybody knows', { header: { alg: 'HS256' }, signature: signedWithThePublicKey }],
    ['signed before it was changed', { signature: signatureOfSomethingElse }],
    ['that asks for what we do not know', { header: { crit: ['x'], x: true } }],
  ])('lets nobody in: one %s', async (_, wish) => {
    const { client, answer } = await answered(wish);
    expectRefused(answer);
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['nothing but an access token', json(200, { access_token: 'x', token_type: 'bearer' })],
    ['no token but a word', json(200, { access_token: 'x', token_type: 'bearer', id_token: 'word' })],
    ['an encrypted token', json(200, { access_token: 'x', token_type: 'bearer', id_token: 'a.b.c.d.e' })],
    ['a list', json(200, [])],
    ['that the code is wrong', json(400, { error: 'invalid_grant', error_description: 'eyJ' })],
    ['that it does not know us', json(401, { error: 'invalid_client' })],
    [
      'that it is elsewhere',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>eyJ')],
  ])('is not there when the provider answers %s', async (_, answer) => {
    provider.answerTokensWith(answer);
    expectRefused((await answered()).answer);
  });

  it('is judged by the clock of Weerbaar', async () => {
    const clock = api.app.get(Clock);
    const inAnHour = new Date(Date.now() + 3_600_000);
    vi.spyOn(clock, 'now').mockReturnValue(inAnHour);
    expectRefused((await answered()).answer);
    const { answer } = await answered({ claims: { iat: seconds(3_600), exp: seconds(3_900) } });
    vi.mocked(clock.now).mockRestore();
    expect(answer.statusCode).toBe(302);
  });

  it('is told about in the log by codes alone', () => {
    expect(written).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
    expect(written).toContain('citizen service number');
    for (const private_ of ['999990019', 'eyJ', hostileSubject, 'anna@proef.example', 'a-code'])
      expect(written).not.toContain(private_);
  });
});

describe('at a step-up a token', () => {
  it('is enough when the second factor was given just now', async () => {
    const { client, answer } = await answered(
      { claims: { acr: '2', auth_time: seconds(-20) } },
      { stepUp: true },
    );
    expect(answer.statusCode).toBe(302);
    expect((await client.get('/sessions/current')).json()).toMatchObject({ assurance: 'strong' });
  });

  it.each([
    ['it was given this morning', { acr: '2', auth_time: seconds(-3_600) }],
    ['nobody knows when it was given', { acr: '2' }],
    ['it is another level', { acr: '1', auth_time: seconds(-20) }],
    ['no level is named', { auth_time: seconds(-20) }],
  ])('is not enough when %s', async (_, claims) => {
    expectRefused((await answered({ claims }, { stepUp: true })).answer);
  });
});

describe('how Weerbaar proves itself', () => {
  const last = () => provider.requests.at(-1)!;
  const parts = (jwt: string) => {
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    return { header: read(header), payload: read(payload), signed: `${header}.${payload}`, signature };
  };

  it('is a statement that it signs for this one request', async () => {
    const { begun } = await answered();
    const { form, authorization } = last();
    const { header, payload, signed, signature } = parts(form.get('client_assertion')!);
    expect(header).toEqual({ alg: 'PS256', kid: key.kid });
    expect(payload).toMatchObject({ iss: hostileClient, sub: hostileClient, aud: provider.issuer });
    expect(payload.exp - payload.iat).toBeLessThanOrEqual(60);
    const publicKey = createPublicKey({ key: { ...publicKeyOf(key), alg: undefined }, format: 'jwk' });
    const options = { key: publicKey, padding: 6, saltLength: 32 };
    expect(verify('sha256', Buffer.from(signed), options, Buffer.from(signature, 'base64url'))).toBe(true);

    expect([authorization, form.get('client_secret')]).toEqual([undefined, null]);
    expect(hash('sha256', form.get('code_verifier')!, 'base64url')).toBe(begun.get('code_challenge'));
    expect(form.get('redirect_uri')).toBe(begun.get('redirect_uri'));
    await answered();
    expect(parts(last().form.get('client_assertion')!).payload.jti).not.toBe(payload.jti);
  });

  it('names its certificate where it has one, in the way Entra ID asks for', async () => {
    await trust({}, JSON.stringify({ ...key, 'x5t#S256': 'thumbprint' }));
    expect((await answered()).answer.statusCode).toBe(302);
    const { header, payload } = parts(last().form.get('client_assertion')!);
    expect(header).toMatchObject({ alg: 'PS256', typ: 'JWT', 'x5t#S256': 'thumbprint' });
    expect(payload.aud).toBe(`${provider.issuer}/token`);
    await trust();
  });

  it('is a secret where that was agreed on, in the header alone', async () => {
    await trust({ authentication: 'client_secret_basic' }, secret);
    expect((await answered()).answer.statusCode).toBe(302);
    const { form, authorization } = last();
    const given = Buffer.from(authorization!.replace('Basic ', ''), 'base64').toString();
    expect(new URLSearchParams(`x=${given.split(':')[1]}`).get('x')).toBe(secret);
    expect([form.get('client_secret'), form.get('client_assertion')]).toEqual([null, null]);
    await trust();
  });

  it('is shown to no provider that somebody put in the table', async () => {
    const thief = await startHostileProvider();
    const change = 'update identity_provider set issuer = $2 where organisation_id = $1';
    await api.asSuperuser(change, [organisation.id, thief.issuer]);
    const answer = await organisation.visitor().post('/provider-sign-ins', { returnPath: '/' });
    expect([answer.statusCode, thief.requests]).toEqual([500, []]);
    await trust();
    await thief.stop();
  });
});

describe('a provider that does not answer', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['out of order', (response) => response.writeHead(500).end()],
    ['busy', json(503, { error: 'temporarily_unavailable' })],
    ['gone in the middle of it', (response) => response.destroy()],
    ['silent', () => undefined],
  ])('is told apart from one that refuses: %s', async (_, answer) => {
    provider.answerTokensWith(answer);
    expectUnreachable((await answered()).answer);
  });

  it('lets nobody begin, and keeps nobody from signing out here, once what was known of it is old', async () => {
    const quiet = await api.createOrganisation('stil', {});
    await addAnna(quiet);
    const other = await startHostileProvider();
    await trust({ issuer: other.issuer }, JSON.stringify(key), quiet);
    const { client, answer: signedIn } = await answered({}, {}, quiet, other);
    expect(signedIn.statusCode).toBe(302);
    await other.stop();

    const clock = api.app.get(Clock);
    const later = new Date(clock.now().getTime() + 11 * 60_000);
    vi.spyOn(clock, 'now').mockReturnValue(later);
    const begun = await quiet.visitor().post('/provider-sign-ins', { returnPath: '/' });
    const out = await client.ask('DELETE', '/sessions/current');
    vi.mocked(clock.now).mockRestore();
    expect(begun.statusCode).toBe(503);
    expect(begun.json()).toMatchObject({ type: '/api/v1/problems/provider-unreachable' });
    expect(begun.cookies).toEqual([]);
    expect([out.statusCode, out.json()]).toEqual([200, { address: null }]);
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
  });

  it.each(['https://elders.example', 'https://inloggen.example/{tenantid}/v2.0'])(
    'is not the one that answers under another name: %s',
    async (name) => {
      const other = await startHostileProvider();
      other.callItself(name);
      await expect(trust({ issuer: other.issuer })).rejects.toMatchObject({ type: 'provider-unreachable' });
      await other.stop();
    },
  );
});

function json(status: number, body: object) {
  return (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** As if the public key were a secret that both sides share. */
function signedWithThePublicKey(signed: string): string {
  const pem = keyOfHostileProvider.public.export({ format: 'pem', type: 'spki' });
  return createHmac('sha256', pem).update(signed).digest('base64url');
}

function signatureOfSomethingElse(): string {
  return sign('sha256', Buffer.from('something else'), keyOfHostileProvider.private).toString('base64url');
}

function publicJwkOfAnother(): object {
  return { ...keyOfAnother.public.export({ format: 'jwk' }), alg: 'RS256' };
}
