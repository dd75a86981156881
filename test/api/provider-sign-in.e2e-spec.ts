import { PersonService } from '@weerbaar/people';
import { Clock } from '@weerbaar/kernel/clock';
import { operatorActor, type Role } from '@weerbaar/kernel/context';
import {
  AccountService,
  codeAt,
  IdentityProviders,
  newSigningKey,
  OneTimeLinkService,
  type ProviderSettings,
  publicKeyOf,
} from '@weerbaar/kernel/identity';
import {
  beginAt,
  clientAt,
  comeBack,
  ProviderBrowser,
  type ProviderPerson,
  type SignInWish,
  signInAtProvider,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../support/identity-provider.js';
import {
  openTestApi,
  type TestApi,
  testAuthenticatorSecret,
  type TestOrganisation,
} from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

// Real: the API, PostgreSQL, and an identity provider that is reached over HTTP. Not real: the pages of the
// provider, where whoever is named sits down and is in; and the network between browser and Weerbaar.

const secret = 'een-geheim-dat-nergens-mag-staan';
const key = newSigningKey();

let api: TestApi;
let provider: TestIdentityProvider;
/** Weerbaar proves itself by a key. */
let organisation: TestOrganisation;
/** Weerbaar proves itself by a secret. */
let neighbour: TestOrganisation;
let withoutProvider: TestOrganisation;
const written: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return write(text);
    });
  }
  api = await openTestApi();
  organisation = await api.createOrganisation('proef', { bram: ['employee'], beheer: ['administrator'] });
  neighbour = await api.createOrganisation('buren', {});
  withoutProvider = await api.createOrganisation('zonder', {});
  provider = await startIdentityProvider([
    clientAt(`${organisation.host}:3000`, {
      client_id: 'weerbaar',
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [publicKeyOf(key)] },
    }),
    clientAt(`${neighbour.host}:3000`, { client_id: 'buren', client_secret: secret }),
  ]);
  await trust();
  await trust(neighbour, { clientId: 'buren', authentication: 'client_secret_basic' }, secret);
});

afterEach(() => vi.restoreAllMocks);

afterAll(async () => {
  vi.restoreAllMocks();
  await provider.stop();
  await api.close();
});

/** As the operator does. */
function trust(
  { id, host, ...rest }: TestOrganisation = organisation,
  changes: Partial<ProviderSettings> = {},
  credential: string = JSON.stringify(key),
) {
  const settings: ProviderSettings = {
    issuer: provider.issuer,
    clientId: 'weerbaar',
    authentication: 'private_key_jwt',
    scope: 'openid email groups',
    nameClaim: 'email',
    strongAcr: ['strong'],
    groupClaim: 'groups',
    groupRoles: { 'Alle medewerkers': 'employee', Leiding: 'manager' },
    ...changes,
  };
  return api.asOperator({ id, host, ...rest }, (app) =>
    app.get(IdentityProviders).set(operatorActor, settings, credential),
  );
}

interface Newcomer {
  readonly name: string;
  readonly personId: string;
  readonly accountId: string;
}

let newcomers = 0;

/** Somebody with an account that nobody has signed in to yet. */
function newcomer(
  roles: readonly Role[] = ['employee'],
  at: TestOrganisation = organisation,
  authenticatorSecret?: string,
): Promise<Newcomer> {
  const name = `persoon-${++newcomers}@proef.example`;
  return api.asOperator(at, async (app) => {
    const { id: personId } = await app.get(PersonService).add(operatorActor, { name, roles });
    const wanted = { personId, signInName: name, ...(authenticatorSecret && { authenticatorSecret }) };
    const account = await app.get(AccountService).create(operatorActor, wanted);
    return { name, personId, accountId: account.id };
  });
}

function personAt({ name }: Newcomer, changes: Partial<ProviderPerson> = {}): ProviderPerson {
  return {
    subject: `sub of ${name}`.replaceAll(' ', '-'),
    claims: { email: name, email_verified: true },
    ...changes,
  };
}

/** Sits down at the provider as somebody and goes the whole way. */
async function signIn(
  person: ProviderPerson | undefined,
  wish?: SignInWish,
  at: TestOrganisation = organisation,
): Promise<{ client: TestClient; answer: Answer }> {
  provider.seat(person);
  const client = at.visitor();
  return { client, answer: await signInAtProvider(client, wish) };
}

async function sessionOf(client: TestClient) {
  return (await client.get('/sessions/current')).json();
}

function invite({ accountId }: Newcomer): Promise<string> {
  return api.database.asOrganisation(organisation.id, () =>
    api.app.get(OneTimeLinkService).make(operatorActor, accountId, 'invitation'),
  );
}

function moveClock(minutes: number): void {
  const clock = api.app.get(Clock);
  const now = clock.now();
  vi.spyOn(clock, 'now').mockReturnValue(new Date(now.getTime() + minutes * 60_000));
}

async function lastRefusal(): Promise<unknown> {
  const [entry] = await api.asSuperuser(
    `select e.object_id as "accountId", e.result, c.content->'after'->>'reason' as reason
       from audit_entry e join audit_content c on c.entry_id = e.id
      where e.action = 'identity.provider-sign-in-refused' order by e.id desc limit 1`,
  );
  return entry;
}

function expectRefused(answer: Answer): void {
  expect([answer.statusCode, answer.headers.location]).toEqual([
    302,
    expect.stringMatching(/^\/sign-in\/refused\?why=[a-z-]+$/),
  ]);
  expect(answer.cookies.map(({ name }) => name)).not.toContain('session');
}

describe('signing in at the identity provider', () => {
  it('lets somebody in of whom the provider says who they are; Weerbaar proves itself by a key', async () => {
    const anna = await newcomer();
    const { client, answer } = await signIn(personAt(anna), { returnPath: '/acties?status=open' });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/acties?status=open']);
    expect(await sessionOf(client)).toMatchObject({
      accountId: anna.accountId,
      personId: anna.personId,
      method: 'provider',
      assurance: 'provider',
      roles: ['employee'],
      mayEnrol: false,
    });
  });

  it('does so where Weerbaar proves itself by a secret', async () => {
    const bert = await newcomer(['employee'], neighbour);
    const { client, answer } = await signIn(personAt(bert), {}, neighbour);
    expect(answer.statusCode).toBe(302);
    expect(await sessionOf(client)).toMatchObject({ accountId: bert.accountId });
  });

  it('asks for a code and nothing else, with state, nonce and a challenge of its own every time', async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => new URL(await beginAt(organisation.visitor())).searchParams),
    );
    for (const parameters of asked) {
      expect(Object.fromEntries(parameters)).toEqual({
        client_id: 'weerbaar',
        response_type: 'code',
        scope: 'openid email groups',
        redirect_uri: `http://${organisation.host}:3000/api/v1/provider-sign-ins/_callback`,
        code_challenge_method: 'S256',
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.stringMatching(/^[\w-]{43}$/),
        nonce: expect.stringMatching(/^[\w-]{43}$/),
      });
    }
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked[0]?.get(name)).not.toBe(asked[1]?.get(name));
  });

  it('keeps the attempt in a cookie that scripts can not read', async () => {
    const answer = await organisation.visitor().post('/provider-sign-ins', { returnPath: '/' });
    expect(answer.cookies).toEqual([
      expect.objectContaining({ name: 'provider-sign-in', path: '/', httpOnly: true, sameSite: 'Lax' }),
    ]);
  });

  it('ends the session the browser came with', async () => {
    const bram = await organisation.signIn('bram');
    const before = bram.movedTo(organisation.host);
    provider.seat(personAt(await newcomer()));
    expect((await signInAtProvider(bram)).statusCode).toBe(302);
    expect((await before.get('/sessions/current')).statusCode).toBe(401);
  });

  it('is not there where the organisation has no provider', async () => {
    const answer = await withoutProvider.visitor().post('/provider-sign-ins', { returnPath: '/' });
    expect(answer.statusCode).toBe(404);
    expectRefused(await withoutProvider.visitor().get('/provider-sign-ins/_callback?code=x&state=y'));
  });

  it('counts attempts by the network of 64 bits: its other addresses give no more of them', async () => {
    const countsAfter = async (address: string) => {
      const visitor = organisation.visitor().from(address);
      expect((await visitor.post('/provider-sign-ins', { returnPath: '/' })).statusCode).toBe(201);
      expectRefused(await visitor.get('/provider-sign-ins/_callback?code=x&state=y'));
      return (await api.asSuperuser('select key from attempt_count')).length;
    };
    const counts = await countsAfter('2001:db8:7:1::1');
    expect(await countsAfter('2001:db8:7:1:ffff::2')).toBe(counts);
    expect(await countsAfter('2001:db8:7:2::1')).toBe(counts + 2);
  });

  it('can not be begun for somebody from another website', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elders.example' };
    const answer = await organisation.visitor().post('/provider-sign-ins', { returnPath: '/' }, { headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toEqual([]);
  });

  it.each([
    'https://elders.example/',
    '//elders.example',
    '/\\elders.example',
    '/\t/elders.example',
    'acties',
    '',
  ])('leads nowhere else afterwards: %j', async (returnPath) => {
    const answer = await organisation.visitor().post('/provider-sign-ins', { returnPath });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([expect.objectContaining({ path: 'returnPath' })]);
  });

  it('is slowed down for who begins again and again from one address', async () => {
    await beginAt(organisation.visitor());
    await api.asSuperuser('update attempt_count set attempts = 3000 where organisation_id = $1', [
      organisation.id,
    ]);
    const answer = await organisation.visitor().post('/provider-sign-ins', { returnPath: '/' });
    await api.asSuperuser('delete from attempt_count where organisation_id = $1', [organisation.id]);
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('takes no other place to come back to from the answer of the provider', async () => {
    const client = organisation.visitor();
    provider.seat(personAt(await newcomer()));
    const address = await new ProviderBrowser().follow(await beginAt(client, { returnPath: '/acties' }));
    address.searchParams.set('returnPath', 'https://elders.example');
    expect((await comeBack(client, address)).headers.location).toBe('/acties');
  });

  it('tells who cancels that they did', async () => {
    const { answer } = await signIn(undefined);
    expectRefused(answer);
    expect(answer.headers.location).toContain('why=cancelled');
    expect(await lastRefusal()).toMatchObject({ reason: 'cancelled', result: 'refused' });
  });
});

describe('the first time', () => {
  it('somebody is known by their name there; from then on by who they are, whatever they are called', async () => {
    const anna = await newcomer();
    const person = personAt(anna);
    expect((await signIn(person)).answer.statusCode).toBe(302);
    const renamed = { ...person, claims: { email: 'getrouwd@proef.example', email_verified: true } };
    const { client, answer } = await signIn(renamed);
    expect(answer.statusCode).toBe(302);
    expect(await sessionOf(client)).toMatchObject({ accountId: anna.accountId });
  });

  it('is all that somebody needs of whom the directory told, until it closes the account', async () => {
    const admin = await organisation.signIn('beheer');
    const lastDay = api.app.get(Clock).today();
    const { secret: token } = (await admin.post('/provisioning-tokens', { label: 'proef', lastDay })).json();
    const headers = { authorization: `Bearer ${token}` };
    const userName = 'uit-de-directory@proef.example';
    const body = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName };
    const { id } = (await organisation.visitor().at('POST', '/scim/v2/Users', { headers, body })).json();
    const person = { subject: 'sub-uit-de-directory', claims: { email: userName, email_verified: true } };
    const { client } = await signIn(person);
    expect(await sessionOf(client)).toMatchObject({ roles: [], assurance: 'provider', mayEnrol: false });
    await organisation.visitor().at('DELETE', `/scim/v2/Users/${id}`, { headers });
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
    await signIn(person);
    expect(await lastRefusal()).toMatchObject({ reason: 'deactivated' });
  });

  it('is the only time: somebody else who is called the same later does not get in', async () => {
    const anna = await newcomer();
    await signIn(personAt(anna));
    const { answer } = await signIn(personAt(anna, { subject: 'somebody-else' }));
    expectRefused(answer);
    expect(await lastRefusal()).toEqual({
      accountId: anna.accountId,
      result: 'refused',
      reason: 'invitation-needed',
    });
  });

  it('does not count a name for which the provider does not vouch', async () => {
    const anna = await newcomer();
    const { answer } = await signIn(personAt(anna, { claims: { email: anna.name, email_verified: false } }));
    expectRefused(answer);
    expect(await lastRefusal()).toMatchObject({ accountId: 'unknown', reason: 'unknown-person' });
  });

  it('an account with a password is not entered by its name', async () => {
    const anna = await newcomer();
    await api.asSuperuser(`update account set password_hash = 'x' where id = $1`, [anna.accountId]);
    expectRefused((await signIn(personAt(anna))).answer);
  });

  const waits =
    'needs_confirmation = true, (given_by, given_by_person_id) = (select id, person_id from account where person_id <> $1 limit 1)';

  it.each([
    ['an adviser', ['employee', 'confidential-adviser-integrity'], ''],
    ['an administrator', ['administrator'], ''],
    ['an adviser from next year on', ['integrity-adviser'], `valid_from = '2099-01-01'`],
    ['an adviser who waits for a second person', ['integrity-adviser'], waits],
  ] as const)('nor is that of %s: who runs the provider chooses the names', async (_, roles, change) => {
    const anna = await newcomer(roles);
    if (change)
      await api.asSuperuser(`update role_assignment set ${change} where person_id = $1`, [anna.personId]);
    expectRefused((await signIn(personAt(anna, { acr: 'strong' }))).answer);
    expect(await lastRefusal()).toMatchObject({ reason: 'invitation-needed' });
    const [account] = await api.asSuperuser('select provider_subject from account where id = $1', [
      anna.accountId,
    ]);
    expect(account).toEqual({ provider_subject: null });
  });

  it('says the same of an account that is out of use and of somebody unknown', async () => {
    const [anna, bert] = [await newcomer(), await newcomer()];
    await api.asSuperuser('update account set deactivated_at = now() where id = $1', [anna.accountId]);
    const [out, unknown] = [
      await signIn(personAt(anna)),
      await signIn(personAt({ ...bert, name: 'niemand@proef.example' })),
    ];
    for (const { answer } of [out, unknown]) expectRefused(answer);
    expect(out.answer.headers.location).toBe(unknown.answer.headers.location);
  });

  it('somebody who is known does not get in any more once their account is out of use', async () => {
    const anna = await newcomer();
    await signIn(personAt(anna));
    await api.asSuperuser('update account set deactivated_at = now() where id = $1', [anna.accountId]);
    expectRefused((await signIn(personAt(anna))).answer);
    expect(await lastRefusal()).toMatchObject({ accountId: anna.accountId, reason: 'deactivated' });
  });
});

describe('an invitation', () => {
  it('ties its account, whatever its name and roles, and lets a first app be set up', async () => {
    const anna = await newcomer(['employee', 'integrity-adviser']);
    const person = personAt(anna, { claims: { email: 'anders@proef.example', email_verified: true } });
    const { client, answer } = await signIn(person, { invitation: await invite(anna) });
    expect(answer.statusCode).toBe(302);
    expect(await sessionOf(client)).toMatchObject({
      accountId: anna.accountId,
      roles: ['employee'],
      dormantRoles: ['integrity-adviser'],
      mayEnrol: true,
    });
    expect((await client.post('/second-factors')).statusCode).toBe(201);
    const again = await signIn(person);
    expect(await sessionOf(again.client)).toMatchObject({ accountId: anna.accountId, mayEnrol: false });
    expect((await again.client.post('/second-factors')).statusCode).toBe(403);
  });

  it('is used up', async () => {
    const anna = await newcomer();
    const invitation = await invite(anna);
    await signIn(personAt(anna), { invitation });
    const other = { returnPath: '/', invitation };
    expect((await organisation.visitor().post('/provider-sign-ins', other)).statusCode).toBe(404);
    const password = { token: invitation, password: 'een-lang-genoeg-wachtwoord' };
    expect((await organisation.visitor().post('/account-activations', password)).statusCode).toBe(404);
  });

  it('ties one person, also when two begin with it', async () => {
    const anna = await newcomer(['employee', 'integrity-adviser']);
    const invitation = await invite(anna);
    const [mine, thiefs] = [organisation.visitor(), organisation.visitor()];
    const addresses = [await beginAt(mine, { invitation }), await beginAt(thiefs, { invitation })];
    provider.seat(personAt(anna));
    expect((await comeBack(mine, await new ProviderBrowser().follow(addresses[0]!))).statusCode).toBe(302);
    provider.seat(personAt(anna, { subject: 'a-thief' }));
    const answer = await comeBack(thiefs, await new ProviderBrowser().follow(addresses[1]!));
    expectRefused(answer);
    expect(answer.headers.location).toContain('why=invitation-ended');
    expect(await lastRefusal()).toMatchObject({ reason: 'invitation-ended' });
  });

  it('is not used up by a sign-in that came to nothing', async () => {
    const anna = await newcomer(['integrity-adviser']);
    const invitation = await invite(anna);
    expectRefused((await signIn(undefined, { invitation })).answer);
    expect((await signIn(personAt(anna), { invitation })).answer.statusCode).toBe(302);
  });

  it('that never was, or is too old, begins nothing', async () => {
    const old = await invite(await newcomer());
    await api.asSuperuser(
      `update one_time_link set expires_at = now() - interval '1 minute' where used_at is null`,
    );
    for (const invitation of [old, 'never-was']) {
      const answer = await organisation.visitor().post('/provider-sign-ins', { returnPath: '/', invitation });
      expect(answer.statusCode).toBe(404);
      expect(answer.cookies).toEqual([]);
    }
  });

  it('gives nobody a second account', async () => {
    const [anna, other] = [await newcomer(), await newcomer()];
    await signIn(personAt(anna));
    expectRefused((await signIn(personAt(anna), { invitation: await invite(other) })).answer);
    expect(await lastRefusal()).toEqual({
      accountId: other.accountId,
      result: 'refused',
      reason: 'account-of-another',
    });
  });

  it('takes the place of an account that is out of use', async () => {
    const [before, after] = [await newcomer(), await newcomer()];
    await signIn(personAt(before));
    await api.asSuperuser('update account set deactivated_at = now() where id = $1', [before.accountId]);
    const { client, answer } = await signIn(personAt(before), { invitation: await invite(after) });
    expect(answer.statusCode).toBe(302);
    expect(await sessionOf(client)).toMatchObject({ accountId: after.accountId });
  });
});

describe('groups at the provider', () => {
  const inGroups = (person: Newcomer, ...groups: string[]) =>
    personAt(person, { claims: { email: person.name, email_verified: true, groups } });

  it('give their roles for as long as the session lasts, and no longer', async () => {
    const anna = await newcomer();
    const { client } = await signIn(inGroups(anna, 'Leiding', 'Tennis'));
    expect((await sessionOf(client)).roles.toSorted()).toEqual(['employee', 'manager']);
    const later = await signIn(inGroups(anna, 'Tennis'));
    expect((await sessionOf(later.client)).roles).toEqual(['employee']);
  });

  it('give nothing by being called as a role', async () => {
    const { client } = await signIn(
      inGroups(await newcomer(), 'administrator', 'manager', 'integrity-adviser'),
    );
    expect((await sessionOf(client)).roles).toEqual(['employee']);
  });

  it('give nothing more when somebody has been at the table', async () => {
    const anna = await newcomer();
    await api.asSuperuser(
      `update identity_provider set group_roles = '{"Leiding": "administrator", "Alle medewerkers": "integrity-adviser"}'
        where organisation_id = $1`,
      [organisation.id],
    );
    const { client } = await signIn(inGroups(anna, 'Leiding', 'Alle medewerkers'));
    expect(await sessionOf(client)).toMatchObject({ roles: ['employee'], dormantRoles: [] });
    await trust();
  });

  it('could not, past the code either: the database holds no such session', async () => {
    await signIn(personAt(await newcomer()));
    await expect(
      api.asSuperuser(`update session set provider_roles = '{administrator}' where method = 'provider'`),
    ).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a second factor at the provider', () => {
  async function adviser(): Promise<Newcomer> {
    const anna = await newcomer(['employee', 'integrity-adviser']);
    await signIn(personAt(anna), { invitation: await invite(anna) });
    return anna;
  }

  it('is asked for at a step-up, given just now, and lets all roles count in a new session', async () => {
    const anna = await adviser();
    const { client } = await signIn(personAt(anna));
    expect(await sessionOf(client)).toMatchObject({ dormantRoles: ['integrity-adviser'] });
    const before = client.movedTo(organisation.host);

    provider.seat(personAt(anna, { acr: 'strong' }));
    expect((await signInAtProvider(client, { stepUp: true })).statusCode).toBe(302);
    expect(provider.asked.get('acr_values')).toBe('strong');
    expect(provider.asked.get('max_age')).toBe('300');
    const session = await sessionOf(client);
    expect(session).toMatchObject({ assurance: 'strong', dormantRoles: [], method: 'provider' });
    expect(session.roles.toSorted()).toEqual(['employee', 'integrity-adviser']);
    expect((await before.get('/sessions/current')).statusCode).toBe(401);
  });

  it('is not taken for given: a level that was not agreed on leaves everything as it was', async () => {
    const anna = await adviser();
    const { client } = await signIn(personAt(anna));
    provider.seat(personAt(anna, { acr: 'weak' }));
    const answer = await signInAtProvider(client, { stepUp: true });
    expectRefused(answer);
    expect(await lastRefusal()).toMatchObject({ reason: 'not-strong-enough' });
    expect(await sessionOf(client)).toMatchObject({ assurance: 'provider', roles: ['employee'] });
  });

  it('can not be asked for where nothing was agreed on: there it is the app', async () => {
    const anna = await adviser();
    const options = async () => (await organisation.visitor().get('/sign-in-options')).json();
    expect(await options()).toMatchObject({ hasProvider: true, providerStepsUp: true });
    await trust(organisation, { strongAcr: [] });
    expect(await options()).toMatchObject({ hasProvider: true, providerStepsUp: false });
    const answer = await organisation.visitor().post('/provider-sign-ins', { returnPath: '/', stepUp: true });
    expect(answer.statusCode).toBe(409);
    const { client } = await signIn(personAt(anna, { acr: 'strong' }));
    expect(await sessionOf(client)).toMatchObject({ assurance: 'provider' });
    await trust();
  });

  it('can be an app of Weerbaar as well', async () => {
    const anna = await newcomer(['employee', 'integrity-adviser'], organisation, testAuthenticatorSecret);
    await signIn(personAt(anna), { invitation: await invite(anna) });
    const { client } = await signIn(personAt(anna));
    const code = codeAt(testAuthenticatorSecret, api.app.get(Clock).now());
    expect((await client.post('/sessions/current/_step-up', { code })).statusCode).toBe(204);
    expect(await sessionOf(client)).toMatchObject({ assurance: 'strong', dormantRoles: [] });
  });
});

describe('an answer of the provider', () => {
  async function answered(
    at: TestOrganisation = organisation,
  ): Promise<{ client: TestClient; address: URL }> {
    provider.seat(personAt(await newcomer(['employee'], at)));
    const client = at.visitor();
    return { client, address: await new ProviderBrowser().follow(await beginAt(client)) };
  }

  it('counts once', async () => {
    const { client, address } = await answered();
    const thief = client.movedTo(organisation.host);
    expect((await comeBack(client, address)).statusCode).toBe(302);
    expectRefused(await comeBack(thief, address));
    expectRefused(await comeBack(client, address));
    expect(await lastRefusal()).toEqual({ accountId: 'unknown', result: 'refused', reason: 'no-attempt' });
  });

  it('counts once when it comes twice at the same moment', async () => {
    const { client, address } = await answered();
    const twin = client.movedTo(organisation.host);
    const answers = await Promise.all([comeBack(client, address), comeBack(twin, address)]);
    expect(answers.map(({ headers }) => String(headers.location)).toSorted()).toEqual([
      '/',
      '/sign-in/refused?why=again',
    ]);
  });

  it('is nothing without the browser that asked', async () => {
    const { address } = await answered();
    expectRefused(await comeBack(organisation.visitor(), address));
  });

  it('is nothing in the browser of somebody else who asked', async () => {
    const [mine, theirs] = [await answered(), await answered()];
    expectRefused(await comeBack(theirs.client, mine.address));
    expect(await lastRefusal()).toMatchObject({ reason: 'not-proven' });
  });

  it.each([
    ['another state', (address: URL) => address.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (address: URL) => address.searchParams.delete('state')],
    [
      'two states',
      (address: URL) => address.searchParams.append('state', address.searchParams.get('state')!),
    ],
    ['no code', (address: URL) => address.searchParams.delete('code')],
    ['another code', (address: URL) => address.searchParams.set('code', 'guessed')],
    [
      'the name of another provider',
      (address: URL) => address.searchParams.set('iss', 'https://elders.example'),
    ],
    ['a token in the address', (address: URL) => address.searchParams.set('id_token', 'x.y.z')],
  ])('is nothing with %s, and the attempt is over', async (_, change) => {
    const { client, address } = await answered();
    const changed = new URL(address);
    change(changed);
    const answer = await comeBack(client, changed);
    expectRefused(answer);
    for (const value of address.searchParams.values()) expect(answer.body).not.toContain(value);
    expectRefused(await comeBack(client, address));
  });

  it('is nothing with the code of somebody else and ones own state', async () => {
    const [mine, theirs] = [await answered(), await answered()];
    mine.address.searchParams.set('code', theirs.address.searchParams.get('code')!);
    expectRefused(await comeBack(mine.client, mine.address));
  });

  it('is nothing after ten minutes', async () => {
    const { client, address } = await answered();
    moveClock(11);
    expectRefused(await comeBack(client, address));
    expect(await lastRefusal()).toMatchObject({ reason: 'too-late' });
    vi.mocked(api.app.get(Clock).now).mockRestore();
    expectRefused(await comeBack(client, address));
  });

  it('is nothing at another organisation, which has the same provider', async () => {
    const { client, address } = await answered();
    expectRefused(await comeBack(client.movedTo(neighbour.host), address));
  });

  it('says who somebody is at one organisation only', async () => {
    const anna = await newcomer();
    await signIn(personAt(anna));
    expectRefused((await signIn(personAt(anna), {}, neighbour)).answer);
  });

  it('leaves nothing behind of attempts that were given up', async () => {
    await beginAt(organisation.visitor());
    moveClock(11);
    await beginAt(organisation.visitor());
    vi.mocked(api.app.get(Clock).now).mockRestore();
    const [left] = await api.asSuperuser(
      'select count(*)::int as count from provider_sign_in where organisation_id = $1',
      [organisation.id],
    );
    expect(left).toEqual({ count: 1 });
  });
});

describe('signing out', () => {
  it('goes on to the provider, which knows whose session it is, and comes back', async () => {
    const { client } = await signIn(personAt(await newcomer()));
    const answer = await client.ask('DELETE', '/sessions/current');
    expect(answer.statusCode).toBe(200);
    const address = new URL(answer.json().address);
    expect(`${address.origin}${address.pathname}`).toBe(`${provider.issuer}/session/end`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'weerbaar',
      id_token_hint: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      post_logout_redirect_uri: `http://${organisation.host}:3000/`,
    });
    expect((await fetch(address)).status).toBe(200);
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
  });

  it('ends here, and goes nowhere, for who came in by a password', async () => {
    const bram = await organisation.signIn('bram');
    const answer = await bram.ask('DELETE', '/sessions/current');
    expect([answer.statusCode, answer.json()]).toEqual([200, { address: null }]);
  });
});

describe('what the operator sets', () => {
  it('stands in the audit log, without the secret', async () => {
    await trust();
    const [entry] = await api.asSuperuser(
      `select e.actor_kind as actor, e.action, c.content->'after'->>'issuer' as issuer, c.content::text as content
         from audit_entry e join audit_content c on c.entry_id = e.id
        where e.action = 'identity.provider-set' order by e.id desc limit 1`,
    );
    expect(entry).toMatchObject({ actor: 'operator', issuer: provider.issuer });
    expect(entry?.content).not.toContain(key.d);
  });

  it('keeps the key when only something else changes, and shows its public part alone', async () => {
    const show = () => api.asOperator(organisation, (app) => app.get(IdentityProviders).show(operatorActor));
    const {
      sealedCredential: _sealed,
      publicKey: _key,
      id: _id,
      changedAt: _at,
      ...settings
    } = {
      sealedCredential: null,
      ...(await show()),
    };
    await api.asOperator(organisation, (app) => app.get(IdentityProviders).set(operatorActor, settings));
    const shown = await show();
    expect(shown.publicKey).toEqual(publicKeyOf(key));
    expect(JSON.stringify(shown)).not.toContain(key.d);
    expect((await signIn(personAt(await newcomer()))).answer.statusCode).toBe(302);
  });

  it('ends the sessions that rest on what was set before', async () => {
    const { client } = await signIn(personAt(await newcomer()));
    await trust();
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
  });

  it('means that another client, or another provider, knows nobody yet', async () => {
    const anna = await newcomer(['integrity-adviser']);
    await signIn(personAt(anna), { invitation: await invite(anna) });
    await trust(organisation, { clientId: 'another' });
    await trust();
    expectRefused((await signIn(personAt(anna))).answer);
  });

  it('is out of reach of the application, whatever is wrong with it', async () => {
    for (const sql of [
      `update identity_provider set issuer = 'https://elders.example'`,
      'delete from identity_provider',
      `insert into identity_provider select * from identity_provider`,
    ]) {
      const attempt = api.database.inOrganisation(organisation.id, () =>
        api.database.transactions.manager.query(sql),
      );
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each(['http://elders.example', 'https://elders.example/?x=1', 'nergens'])(
    'is an address that can be a provider: not %s',
    async (issuer) => {
      await expect(trust(organisation, { issuer })).rejects.toMatchObject({ type: 'invalid-input' });
    },
  );

  it('can be taken away: nobody gets in there any more', async () => {
    const anna = await newcomer();
    const { client } = await signIn(personAt(anna));
    await api.asOperator(organisation, (app) => app.get(IdentityProviders).remove(operatorActor));
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
    expect((await organisation.visitor().post('/provider-sign-ins', { returnPath: '/' })).statusCode).toBe(
      404,
    );
    const [tied] = await api.asSuperuser(
      'select count(*)::int as count from account where organisation_id = $1 and provider_subject is not null',
      [organisation.id],
    );
    expect(tied).toEqual({ count: 0 });
    await trust();
  });
});

describe('nothing secret stays behind', () => {
  it('in the database or in the log', async () => {
    provider.seat(personAt(await newcomer(['employee'], neighbour)));
    const client = neighbour.visitor();
    const begun = new URL(await beginAt(client));
    await beginAt(client.movedTo(neighbour.host));
    const rowsNow = await everyRow();
    const address = await new ProviderBrowser().follow(begun.href);
    const wrong = new URL(address);
    wrong.searchParams.set('code', 'a-code-that-is-wrong');
    expectRefused(await comeBack(client, wrong));

    const { client: signedIn } = await signIn(
      personAt(await newcomer(['employee'], neighbour)),
      {},
      neighbour,
    );
    const rowsThen = await everyRow();
    const out = new URL((await signedIn.ask('DELETE', '/sessions/current')).json().address);
    const secrets = [
      secret,
      String(key.d),
      begun.searchParams.get('state'),
      begun.searchParams.get('nonce'),
      address.searchParams.get('code'),
      'a-code-that-is-wrong',
      out.searchParams.get('id_token_hint'),
    ];
    const kept = [...rowsNow, ...rowsThen, ...written].join('\n');
    for (const one of secrets) {
      expect(one).toBeTruthy();
      expect(kept).not.toContain(one);
      expect(kept).not.toContain(Buffer.from(String(one)).toString('hex'));
    }
    expect(written.join('')).toContain('invalid_grant');
  });

  async function everyRow(): Promise<string[]> {
    const tables = [
      'identity_provider',
      'provider_sign_in',
      'session',
      'account',
      'audit_entry',
      'audit_content',
    ];
    const rows: string[] = [];
    for (const table of tables) {
      const found = await api.asSuperuser<{ row: string }>(`select t::text as row from ${table} t`);
      rows.push(...found.map(({ row }) => row));
    }
    return rows;
  }
});
