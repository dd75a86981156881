import { Clock } from '@weerbaar/kernel/clock';
import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import { type Answer, statusesOf, type TestClient } from '../support/test-client.js';

/**
 * The directory of an organisation tells who works there. Real: the API and PostgreSQL. Not real: the directory; its
 * requests are written after what Entra ID (its documented samples) and clients of Keycloak send.
 */

let api: TestApi;
let organisation: TestOrganisation;
let admin: TestClient;
let directory: Directory;
let today: string;
let lastDay: string;

const user = 'urn:ietf:params:scim:schemas:core:2.0:User';
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const nobody = '00000000-0000-7000-8000-000000000000';

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('voorbeeld', {
    beheer: ['employee', 'administrator'],
    hans: ['employee', 'human-resources'],
    adviseur: ['employee', 'integrity-adviser'],
  });
  admin = await organisation.signIn('beheer');
  today = api.app.get(Clock).today();
  lastDay = `${Number(today.slice(0, 4)) + 1}-06-30`;
  directory = new Directory(organisation, (await makeToken('Entra ID')).secret);
});

afterAll(() => api.close());

type Headers = Readonly<Record<string, string>>;

/** A SCIM client with a token, at the host of an organisation. */
class Directory {
  constructor(
    private readonly at: TestOrganisation,
    private readonly secret: string,
    private readonly address = '127.0.0.1',
  ) {}

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.ask('GET', path, { headers });
  }

  post(body: unknown): Promise<Answer> {
    return this.ask('POST', '/Users', { body });
  }

  put(id: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.ask('PUT', `/Users/${id}`, { body, headers });
  }

  patch(id: string, operations: readonly object[], headers: Headers = {}): Promise<Answer> {
    return this.ask('PATCH', `/Users/${id}`, {
      body: { schemas: [patchOp], Operations: operations },
      headers,
    });
  }

  delete(id: string, headers: Headers = {}): Promise<Answer> {
    return this.ask('DELETE', `/Users/${id}`, { headers });
  }

  find(filter: string, rest = ''): Promise<Answer> {
    return this.get(`/Users?filter=${encodeURIComponent(filter)}${rest}`);
  }

  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { body, payload, headers = {} }: { body?: unknown; payload?: string; headers?: Headers },
  ): Promise<Answer> {
    const sent = payload ?? (body === undefined ? undefined : JSON.stringify(body));
    return this.at
      .visitor()
      .from(this.address)
      .at(method, `/scim/v2${path}`, {
        ...(sent === undefined ? {} : { payload: sent }),
        headers: {
          authorization: `Bearer ${this.secret}`,
          ...(sent === undefined ? {} : { 'content-type': 'application/scim+json' }),
          ...headers,
        },
      });
  }
}

async function makeToken(label: string): Promise<{ id: string; secret: string }> {
  const answer = await admin.post('/provisioning-tokens', { label, lastDay });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

let count = 0;

/** Somebody new, as Entra ID sends them. */
function joiner(changes: object = {}) {
  count += 1;
  const name = `nieuw${count}@voorbeeld.example`;
  return {
    schemas: [user, enterprise],
    externalId: `0a21f0f2-8d2a-4f8e-bf98-7363c4aed4${String(count).padStart(2, '0')}`,
    userName: name,
    active: true,
    displayName: `Nieuw Nummer ${count}`,
    emails: [{ primary: true, type: 'work', value: name }],
    meta: { resourceType: 'User' },
    name: { formatted: `Nummer ${count}, Nieuw`, familyName: `Nummer ${count}`, givenName: 'Nieuw' },
    roles: [],
    ...changes,
  };
}

async function joined(changes: object = {}) {
  const answer = await directory.post(joiner(changes));
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

/** Person and account behind a user. */
async function behind(id: string) {
  const [row] = await api.asSuperuser<{
    person_id: string;
    account_id: string;
    name: string;
    person_email: string | null;
    sign_in_name: string;
    account_email: string | null;
    password_hash: string | null;
    provider_subject: string | null;
    deactivated_at: Date | null;
  }>(
    `select u.person_id, u.account_id, p.name, p.email as person_email, a.sign_in_name, a.email as account_email,
            a.password_hash, a.provider_subject, a.deactivated_at
       from directory_user u join person p on p.id = u.person_id join account a on a.id = u.account_id
      where u.id = $1`,
    [id],
  );
  if (!row) throw new Error('no such user');
  return row;
}

function errorOf(answer: Answer): string {
  expect(answer.headers['content-type']).toMatch(/^application\/scim\+json/);
  const { schemas, status, scimType, detail } = answer.json();
  expect(schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error']);
  expect(status).toBe(String(answer.statusCode));
  expect(detail.length).toBeGreaterThan(5);
  return scimType === undefined ? status : `${status} ${scimType}`;
}

async function people(): Promise<number> {
  const [row] = await api.asSuperuser<{ count: string }>(
    'select count(*) from person where organisation_id = $1',
    [organisation.id],
  );
  return Number(row?.count);
}

describe('a token of the directory', () => {
  it('is shown once, and kept as a hash', async () => {
    const made = await admin.post('/provisioning-tokens', { label: 'Keycloak', lastDay });
    expect(made.statusCode).toBe(201);
    const { id, secret } = made.json();
    expect(made.json()).toMatchObject({ label: 'Keycloak', state: 'counts', lastDay, lastUsedOn: null });
    const list = await admin.get('/provisioning-tokens');
    expect(list.body).not.toContain(secret);
    expect(list.json().items[0]).toMatchObject({ id, label: 'Keycloak' });
    const rows = await api.asSuperuser('select * from provisioning_token where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(secret);
    await admin.post(`/provisioning-tokens/${id}/_withdraw`);
  });

  it('is one of several: the new one counts beside the old one, which stops at once when it is withdrawn', async () => {
    const [old, next] = [await makeToken('oud'), await makeToken('nieuw')];
    const [before, after] = [old, next].map(({ secret }) => new Directory(organisation, secret));
    expect((await before!.get('/Users')).statusCode).toBe(200);
    expect((await after!.get('/Users')).statusCode).toBe(200);
    const withdrawn = await admin.post(`/provisioning-tokens/${old.id}/_withdraw`);
    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn', lastUsedOn: today });
    expect(errorOf(await before!.get('/Users'))).toBe('401');
    expect((await after!.get('/Users')).statusCode).toBe(200);
    expect((await admin.post(`/provisioning-tokens/${old.id}/_withdraw`)).statusCode).toBe(409);
    await admin.post(`/provisioning-tokens/${next.id}/_withdraw`);
  });

  it('ends after its last day', async () => {
    const { id, secret } = await makeToken('kort');
    const short = new Directory(organisation, secret);
    await api.asSuperuser('update provisioning_token set last_day = $2::date - 1 where id = $1', [id, today]);
    expect(errorOf(await short.get('/Users'))).toBe('401');
    const { items } = (await admin.get('/provisioning-tokens')).json();
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ state: 'ended' });
  });

  it.each([
    ['yesterday', '2020-01-01'],
    ['in ten years', '2099-01-01'],
  ])('does not last until %s', async (_, day) => {
    const answer = await admin.post('/provisioning-tokens', { label: 'x', lastDay: day });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'lastDay' }] });
  });

  it('is one of five at most', async () => {
    const made: string[] = [];
    const { items } = (await admin.get('/provisioning-tokens')).json();
    const counting = items.filter(({ state }: { state: string }) => state === 'counts').length;
    for (let number = counting; number < 5; number += 1) made.push((await makeToken(`n${number}`)).id);
    expect((await admin.post('/provisioning-tokens', { label: 'zes', lastDay })).statusCode).toBe(409);
    for (const id of made) await admin.post(`/provisioning-tokens/${id}/_withdraw`);
  });

  it('is made and withdrawn by an administrator with a second factor, and written down', async () => {
    const half = await organisation.signInBy('beheer', 'password');
    for (const client of [half, await organisation.signIn('hans')]) {
      expect((await client.post('/provisioning-tokens', { label: 'x', lastDay })).statusCode).toBe(403);
      expect((await client.get('/provisioning-tokens')).statusCode).toBe(403);
    }
    const { id } = await makeToken('geheim etiket');
    await admin.post(`/provisioning-tokens/${id}/_withdraw`);
    const entries = await api.asSuperuser<{ action: string; content: object }>(
      `select e.action, c.content from audit_entry e join audit_content c on c.entry_id = e.id
        where e.object_id = $1 order by e.id`,
      [id],
    );
    expect(entries).toEqual([
      { action: 'people.provisioning-token-made', content: { after: { lastDay } } },
      { action: 'people.provisioning-token-withdrawn', content: {} },
    ]);
  });

  it.each([
    ['none', {}],
    ['a wrong one', { authorization: `Bearer ${'x'.repeat(43)}` }],
    ['another scheme', { authorization: 'Basic YmVoZWVyOmdlaGVpbQ==' }],
    ['half a header', { authorization: 'Bearer' }],
    ['a very long one', { authorization: `Bearer ${'x'.repeat(5_000)}` }],
  ])('is asked for: with %s there is nothing to see', async (_, headers) => {
    const answer = await organisation.visitor().at('GET', '/scim/v2/Users', { headers });
    expect(errorOf(answer)).toBe('401');
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('that is wrong too often is heard no more from that address, while the right one is', async () => {
    const guesser = new Directory(organisation, 'y'.repeat(43), '198.51.100.7');
    const answers: Answer[] = [];
    for (let attempt = 0; attempt < 61; attempt += 1) answers.push(await guesser.get('/Users'));
    expect(statusesOf(answers)).toEqual([...Array.from({ length: 60 }, () => 401), 429]);
    expect(errorOf(answers.at(-1)!)).toBe('429');
    expect(answers.at(-1)!.headers).toHaveProperty('retry-after');
    const { secret } = await makeToken('zelfde adres');
    const right = new Directory(organisation, secret, '198.51.100.7');
    expect((await right.get('/Users')).statusCode).toBe(200);
    const refused = await api.asSuperuser(
      `select from audit_entry where action = 'people.provisioning-refused' and result = 'refused'`,
    );
    expect(refused.length).toBeGreaterThanOrEqual(60);
  });
});

describe('somebody who joins', () => {
  it('is a person with an account that only the identity provider lets in', async () => {
    const answer = await directory.post(joiner({ displayName: 'Ada de Vries' }));
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['content-type']).toMatch(/^application\/scim\+json/);
    const made = answer.json();
    expect(answer.headers.location).toBe(`http://voorbeeld.localhost:3000/scim/v2/Users/${made.id}`);
    expect(answer.headers.etag).toBe(made.meta.version);
    expect(made).toMatchObject({
      schemas: [user],
      active: true,
      displayName: 'Ada de Vries',
      name: { givenName: 'Nieuw' },
      emails: [{ value: made.userName, type: 'work', primary: true }],
      meta: { resourceType: 'User', location: answer.headers.location },
    });
    const known = await behind(made.id);
    expect(known).toMatchObject({
      name: 'Ada de Vries',
      person_email: made.userName,
      sign_in_name: made.userName,
      account_email: made.userName,
      password_hash: null,
      provider_subject: null,
      deactivated_at: null,
    });
    expect([known.person_id, known.account_id]).not.toContain(made.id);
    const visitor = organisation.visitor();
    for (const password of [testPassword, '']) {
      const tried = await visitor.post('/sessions', { signInName: made.userName, password });
      expect([400, 401]).toContain(tried.statusCode);
    }
    await api.asSuperuser('delete from link_request');
    await visitor.post('/password-resets', { signInName: made.userName });
    expect(await api.asSuperuser('select account_id from link_request')).toEqual([{ account_id: null }]);
    expect((await directory.get(`/Users/${made.id}`)).json()).toEqual(made);
  });

  it('gets no role, whatever the directory says', async () => {
    const made = await joined({
      roles: [{ value: 'administrator', primary: true }],
      groups: [{ value: 'administrator' }],
      entitlements: [{ value: 'administrator' }],
      userType: 'administrator',
      password: testPassword,
    });
    await directory.patch(made.id, [
      { op: 'Add', path: 'roles[primary eq "True"].value', value: 'administrator' },
      { op: 'Add', path: 'roles', value: [{ value: 'administrator' }] },
      { op: 'Add', path: 'entitlements', value: [{ value: 'administrator' }] },
      { op: 'Replace', value: { roles: [{ value: 'administrator' }], password: testPassword } },
    ]);
    expect(errorOf(await directory.patch(made.id, [{ op: 'add', path: 'groups', value: [] }]))).toBe(
      '400 mutability',
    );
    const { person_id: personId, password_hash: hash } = await behind(made.id);
    expect(hash).toBeNull();
    expect(
      await api.asSuperuser('select role from role_assignment where person_id = $1', [personId]),
    ).toEqual([]);
    expect((await directory.get(`/Users/${made.id}`)).body).not.toMatch(/administrator|password/);
  });

  it('is sent by Keycloak with less, and is called as that says', async () => {
    const answer = await directory.ask('POST', '/Users', {
      body: {
        schemas: [user],
        externalId: 'f:keycloak:1',
        userName: 'Keycloak.Gebruiker',
        name: { givenName: 'Ine', familyName: 'van Dam' },
        emails: [{ value: 'ine@voorbeeld.example', primary: true }],
        active: true,
      },
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ userName: 'Keycloak.Gebruiker' });
    expect(await behind(answer.json().id)).toMatchObject({
      name: 'Ine van Dam',
      sign_in_name: 'keycloak.gebruiker',
      person_email: 'ine@voorbeeld.example',
    });
  });

  it('is known by name when there was an account of that name: no second person comes of it', async () => {
    const before = await people();
    const made = await joined({ userName: 'Adviseur', displayName: 'Vera', emails: [] });
    expect(await behind(made.id)).toMatchObject({
      person_id: organisation.people.adviseur!.personId,
      account_id: organisation.people.adviseur!.accountId,
    });
    expect(await people()).toBe(before);
  });

  it('is told of once: sent again, or twice at the same moment, it is one person', async () => {
    const wanted = joiner();
    const before = await people();
    const answers = await Promise.all([directory.post(wanted), directory.post(wanted)]);
    expect(statusesOf(answers)).toEqual([201, 409]);
    expect(errorOf(await directory.post(wanted))).toBe('409 uniqueness');
    expect(errorOf(await directory.post({ ...wanted, userName: 'anders' }))).toBe('409 uniqueness');
    expect(
      errorOf(
        await directory.post({ ...wanted, externalId: 'anders', userName: wanted.userName.toUpperCase() }),
      ),
    ).toBe('409 uniqueness');
    expect(await people()).toBe(before + 1);
  });

  it('may be closed from the first day', async () => {
    const made = await joined({ active: false });
    expect(made.active).toBe(false);
    expect((await behind(made.id)).deactivated_at).not.toBeNull();
  });
});

describe('a personnel number', () => {
  let hans: TestClient;
  let employed: string;
  let departmentId: string;

  beforeAll(async () => {
    hans = await organisation.signIn('hans');
    const validFrom = today;
    const department = await hans.post('/departments', { code: 'p', name: 'P', kind: 'Team', validFrom });
    employed = (await hans.post('/persons', { name: 'Jan van Personeel' })).json().id;
    const employment = { personnelNumber: '007', kind: 'employee', validFrom };
    departmentId = department.json().id;
    await hans.post(`/persons/${employed}/employments`, { ...employment, departmentId });
    const { personId } = organisation.people.adviseur!;
    await hans.post(`/persons/${personId}/employments`, {
      ...employment,
      personnelNumber: '008',
      departmentId,
    });
  });

  it('ties the user to who has that number, who keeps the name that human resources gave', async () => {
    const before = await people();
    const made = await joined({
      [enterprise]: { employeeNumber: '007', department: 'Sales', manager: { value: nobody } },
    });
    expect(made[enterprise]).toEqual({ employeeNumber: '007' });
    expect(made.schemas).toEqual([user, enterprise]);
    expect(await behind(made.id)).toMatchObject({
      person_id: employed,
      name: 'Jan van Personeel',
      person_email: made.userName,
    });
    expect(await people()).toBe(before);
  });

  it('is of one user', async () => {
    const again = joiner({ [enterprise]: { employeeNumber: '007' } });
    expect(errorOf(await directory.post(again))).toBe('409 uniqueness');
  });

  it('of somebody else makes of two people never one', async () => {
    const made = await joined();
    const path = `${enterprise}:employeeNumber`;
    expect(errorOf(await directory.patch(made.id, [{ op: 'Add', path, value: '008' }]))).toBe(
      '409 uniqueness',
    );
    expect((await directory.patch(made.id, [{ op: 'Add', path, value: '009' }])).json()).toMatchObject({
      [enterprise]: { employeeNumber: '009' },
    });
  });

  it('opens no account for who holds a confidential role', async () => {
    const person = (await hans.post('/persons', { name: 'Vertrouwelijk' })).json().id;
    await hans.post(`/persons/${person}/employments`, {
      personnelNumber: '010',
      kind: 'employee',
      departmentId,
      validFrom: today,
    });
    await api.asSuperuser(
      `insert into role_assignment (organisation_id, id, person_id, role, valid_from, given_at)
       values ($1, gen_random_uuid(), $2, 'investigator', $3, now())`,
      [organisation.id, person, today],
    );
    const before = await people();
    const answer = await directory.post(joiner({ [enterprise]: { employeeNumber: '010' } }));
    expect(errorOf(answer)).toBe('409');
    expect(await people()).toBe(before);
  });
});

describe('a change', () => {
  it('is taken as Entra ID writes it', async () => {
    const made = await joined();
    const path = await directory.patch(made.id, [
      { op: 'Replace', path: 'displayName', value: 'Ada Jansen' },
      { op: 'Replace', path: 'name.familyName', value: 'Jansen' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'ada.jansen@voorbeeld.example' },
      { op: 'Add', path: `${enterprise}:employeeNumber`, value: '701984' },
      { op: 'Add', path: `${enterprise}:manager`, value: 'iemand' },
      { op: 'Add', path: `${enterprise}:department`, value: 'Sales' },
      { op: 'Replace', path: 'addresses[type eq "work"].formatted', value: 'thuis' },
      { op: 'Replace', path: 'emails[type eq "home"].value', value: 'thuis@prive.example' },
    ]);
    expect(path.statusCode).toBe(200);
    expect(path.json()).toMatchObject({
      displayName: 'Ada Jansen',
      name: { familyName: 'Jansen', givenName: 'Nieuw' },
      emails: [{ value: 'ada.jansen@voorbeeld.example' }],
      [enterprise]: { employeeNumber: '701984' },
    });
    expect(path.body).not.toContain('thuis');
    expect(await behind(made.id)).toMatchObject({
      name: 'Ada Jansen',
      person_email: 'ada.jansen@voorbeeld.example',
      account_email: 'ada.jansen@voorbeeld.example',
    });
    const whole = await directory.patch(made.id, [
      {
        op: 'Replace',
        value: {
          displayName: 'Ada Bakker',
          'name.familyName': 'Bakker',
          [`${enterprise}:employeeNumber`]: '701985',
          'emails[type eq "work"].value': 'ada.bakker@voorbeeld.example',
          userName: 'ada.bakker@voorbeeld.example',
          title: 'Directeur',
        },
      },
    ]);
    expect(whole.json()).toMatchObject({
      userName: 'ada.bakker@voorbeeld.example',
      name: { familyName: 'Bakker' },
      emails: [{ value: 'ada.bakker@voorbeeld.example' }],
      [enterprise]: { employeeNumber: '701985' },
    });
    expect(await behind(made.id)).toMatchObject({ sign_in_name: 'ada.bakker@voorbeeld.example' });
  });

  it('ends sessions at once when it says False, and lets somebody in again when it says True', async () => {
    const made = await joined({ userName: 'hans' });
    const session = await organisation.signIn('hans');
    expect((await session.get('/sessions/current')).statusCode).toBe(200);
    const closed = await directory.patch(made.id, [{ op: 'Replace', path: 'active', value: 'False' }]);
    expect(closed.json()).toMatchObject({ active: false });
    expect((await session.get('/sessions/current')).statusCode).toBe(401);
    await expect(organisation.signIn('hans')).rejects.toThrow('could not sign in');
    await directory.patch(made.id, [{ op: 'Replace', value: { active: 'True' } }]);
    expect((await session.get('/sessions/current')).statusCode).toBe(401);
    expect((await (await organisation.signIn('hans')).get('/sessions/current')).statusCode).toBe(200);
  });

  it('does not let somebody in whom an administrator keeps out, also when it kept them out itself before', async () => {
    const made = await joined({ userName: 'gerda' });
    const { account_id: accountId } = await behind(made.id);
    const turn = async (deed: string) => {
      const { version } = (await admin.get(`/accounts/${accountId}`)).json();
      const answer = await admin.post(`/accounts/${accountId}/${deed}`, undefined, { version });
      expect(answer.statusCode).toBeLessThan(300);
    };
    const open = [{ op: 'Replace', path: 'active', value: 'True' }];

    await directory.patch(made.id, [{ op: 'Replace', path: 'active', value: 'False' }]);
    await turn('_reactivate');
    await turn('_deactivate');
    expect((await directory.patch(made.id, open)).json()).toMatchObject({ active: false });
    const whole = { schemas: [user], userName: 'gerda', active: true };
    expect((await directory.put(made.id, whole)).json()).toMatchObject({ active: false });
    await expect(organisation.signIn('gerda')).rejects.toThrow('could not sign in');

    await turn('_reactivate');
    expect((await directory.get(`/Users/${made.id}`)).json()).toMatchObject({ active: true });
  });

  it('of a whole user takes away what is not in it, and closes nothing that it does not speak of', async () => {
    const made = await joined({ active: false });
    const answer = await directory.put(made.id, { schemas: [user], userName: made.userName });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      schemas: [user],
      id: made.id,
      userName: made.userName,
      active: false,
      meta: expect.any(Object),
    });
  });

  it('of the mail address does not move the links of who has a password or a confidential role', async () => {
    const answer = await directory.find('userName eq "adviseur"');
    const [adviser] = answer.json().Resources;
    await api.asSuperuser(`update account set email = 'echt@voorbeeld.example' where id = $1`, [
      organisation.people.adviseur!.accountId,
    ]);
    const change = [
      { op: 'replace', path: 'emails', value: [{ type: 'work', value: 'dief@elders.example' }] },
    ];
    expect((await directory.patch(adviser.id, change)).statusCode).toBe(200);
    expect(await behind(adviser.id)).toMatchObject({
      account_email: 'echt@voorbeeld.example',
      person_email: 'dief@elders.example',
    });
  });

  it('is of the version that was seen', async () => {
    const made = await joined();
    const first = made.meta.version;
    const rename = [{ op: 'replace', path: 'displayName', value: 'Een' }];
    expect((await directory.patch(made.id, rename, { 'if-match': first })).statusCode).toBe(200);
    for (const answer of [
      await directory.patch(made.id, [{ op: 'remove', path: 'displayName' }], { 'if-match': first }),
      await directory.put(made.id, { schemas: [user], userName: 'x' }, { 'if-match': first }),
      await directory.delete(made.id, { 'if-match': first }),
    ])
      expect(errorOf(answer)).toBe('412');
    const now = (await directory.get(`/Users/${made.id}`)).json();
    expect(now.displayName).toBe('Een');
    const seen = { 'if-none-match': now.meta.version };
    expect((await directory.get(`/Users/${made.id}`, seen)).statusCode).toBe(304);
    expect((await directory.get(`/Users/${made.id}`, { 'if-none-match': first })).statusCode).toBe(200);
    expect((await directory.delete(made.id, { 'if-match': '*' })).statusCode).toBe(204);
  });

  it('that changes nothing makes no new version', async () => {
    const made = await joined();
    const again = [{ op: 'replace', path: 'active', value: true }];
    expect((await directory.patch(made.id, again)).json()).toEqual(made);
  });

  it('that is wrong in one place changes nothing in another', async () => {
    const made = await joined();
    const answer = await directory.patch(made.id, [
      { op: 'replace', path: 'displayName', value: 'Half' },
      { op: 'replace', path: 'active', value: 'misschien' },
    ]);
    expect(errorOf(answer)).toBe('400 invalidValue');
    expect((await directory.get(`/Users/${made.id}`)).json()).toEqual(made);
  });

  it('to the name of somebody else is refused', async () => {
    const made = await joined();
    for (const value of ['beheer', 'BEHEER'])
      expect(errorOf(await directory.patch(made.id, [{ op: 'replace', path: 'userName', value }]))).toBe(
        '409 uniqueness',
      );
    expect(await behind(made.id)).toMatchObject({ sign_in_name: made.userName });
  });
});

describe('somebody who leaves', () => {
  it('is no user any more, while the person and what they did stay', async () => {
    const made = await joined();
    const before = await people();
    expect((await directory.delete(made.id)).statusCode).toBe(204);
    for (const answer of [
      await directory.get(`/Users/${made.id}`),
      await directory.delete(made.id),
      await directory.patch(made.id, [{ op: 'replace', path: 'active', value: true }]),
    ])
      expect(errorOf(answer)).toBe('404');
    expect((await directory.find(`id eq "${made.id}"`)).json().totalResults).toBe(0);
    expect((await behind(made.id)).deactivated_at).not.toBeNull();
    expect(await people()).toBe(before);
  });

  it('and comes back is the same person with the same account', async () => {
    const sent = joiner();
    const made = (await directory.post(sent)).json();
    await directory.delete(made.id);
    const again = await directory.post({ ...sent, userName: 'terug@voorbeeld.example' });
    expect(again.statusCode).toBe(201);
    const [first, second] = [await behind(made.id), await behind(again.json().id)];
    expect(second).toMatchObject({
      person_id: first.person_id,
      account_id: first.account_id,
      sign_in_name: 'terug@voorbeeld.example',
      deactivated_at: null,
    });
    expect(again.json().id).not.toBe(made.id);
  });

  it('leaves a name that somebody else can get, and gives them nothing of their own with it', async () => {
    const sent = joiner();
    const made = (await directory.post(sent)).json();
    await directory.delete(made.id);
    const next = await directory.post({ ...sent, externalId: 'een ander', displayName: 'Een ander' });
    expect(next.statusCode).toBe(201);
    const [first, second] = [await behind(made.id), await behind(next.json().id)];
    expect(second.person_id).not.toBe(first.person_id);
    expect(second.account_id).not.toBe(first.account_id);
    expect(second).toMatchObject({ sign_in_name: sent.userName, name: 'Een ander' });
  });

  it('is not the last administrator: nothing of such a request is done', async () => {
    const made = await joined({ userName: 'beheer', displayName: 'Beheer' });
    const before = await behind(made.id);
    const close = { op: 'Replace', path: 'active', value: 'False' };
    const whole = { schemas: [user], userName: 'beheer', displayName: 'Anders', active: false };
    for (const answer of [
      await directory.patch(made.id, [{ op: 'Replace', path: 'displayName', value: 'Anders' }, close]),
      await directory.put(made.id, whole),
      await directory.delete(made.id),
    ]) {
      expect(errorOf(answer)).toBe('409');
      expect(answer.json().detail).toContain('laatste beheerder');
    }
    expect(await behind(made.id)).toEqual(before);
    expect((await directory.get(`/Users/${made.id}`)).json()).toEqual(made);
    expect((await admin.get('/sessions/current')).statusCode).toBe(200);
  });
});

describe('a search', () => {
  let found: { id: string; userName: string; externalId: string };

  beforeAll(async () => {
    found = await joined({
      externalId: 'Zoek-Mij',
      userName: `d'Artagnan"x\\y@voorbeeld.example`,
      displayName: 'Zoek 100% _mij_',
      emails: [{ type: 'work', value: 'zoek@voorbeeld.example' }],
      [enterprise]: { employeeNumber: 'Z-1' },
    });
  });

  const quoted = JSON.stringify(`D'ARTAGNAN"X\\Y@voorbeeld.example`);

  it.each([
    `userName eq ${quoted}`,
    `USERNAME Eq ${quoted}`,
    `${user}:userName eq ${quoted}`,
    `externalId eq "Zoek-Mij"`,
    `emails eq "ZOEK@voorbeeld.example"`,
    `emails.value eq "zoek@voorbeeld.example"`,
    `emails[type eq "work" and value eq "zoek@voorbeeld.example"]`,
    `emails[type eq "work"] and externalId eq "Zoek-Mij"`,
    `displayName co "100% _M"`,
    `displayName sw "zoek 1"`,
    `displayName ew "_mij_"`,
    `externalId eq "Zoek-Mij" and active eq true`,
    `externalId eq "Zoek-Mij" and active eq "True"`,
    `(externalId eq "Zoek-Mij" or externalId eq "niemand") and not (active eq false)`,
    `externalId eq "Zoek-Mij" and not (title pr)`,
    `${enterprise}:employeeNumber eq "Z-1"`,
    `externalId eq "Zoek-Mij" and name.givenName pr`,
  ])('by %s finds who it is', async (filter) => {
    const answer = await directory.find(filter);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 1,
      startIndex: 1,
      itemsPerPage: 1,
      Resources: [{ id: found.id }],
    });
  });

  it.each([
    `externalId eq "zoek-mij"`,
    `displayName co "100%x"`,
    `userName sw "%"`,
    `userName eq "' or '1'='1"`,
    `id eq "x"`,
    String.raw`userName eq "a\u0000b"`,
    String.raw`userName eq "\ud800"`,
    `roles eq "administrator"`,
    `emails[type eq "home"]`,
  ])('by %s finds nobody', async (filter) => {
    const answer = await directory.find(filter);
    expect([answer.statusCode, answer.json().totalResults]).toEqual([200, 0]);
  });

  it.each([
    '',
    'userName',
    'userName eq',
    'userName eq "a" and',
    `userName eq 'a'`,
    'userName xx "a"',
    'userName gt "a"',
    '(userName eq "a"',
    'userName eq "a")',
    'userName eq "a',
    'not userName eq "a"',
    'schoenmaat eq 43',
    'password_hash sw "$argon2"',
    '__proto__ eq "x"',
    'constructor pr',
    'active co true',
    'userName eq true',
    `${'('.repeat(40)}userName eq "a"${')'.repeat(40)}`,
    `emails[${'('.repeat(40)}`,
    Array.from({ length: 60 }, () => 'active eq true').join(' or '),
    `userName eq "${String.raw`\a`.repeat(900)}`,
    `userName eq "${'x'.repeat(3_000)}"`,
  ])('by %s is not understood', async (filter) => {
    expect(errorOf(await directory.find(filter))).toBe('400 invalidFilter');
  });

  it('comes in pages, in the same order each time', async () => {
    const { totalResults, Resources: all } = (await directory.get('/Users?count=200')).json();
    expect(totalResults).toBe(all.length);
    const second = (await directory.get('/Users?startIndex=2&count=2')).json();
    expect(second).toMatchObject({ totalResults, startIndex: 2, itemsPerPage: 2 });
    expect(second.Resources).toEqual(all.slice(1, 3));
    expect((await directory.get('/Users?startIndex=-5&count=1')).json()).toMatchObject({ startIndex: 1 });
    expect((await directory.get('/Users?count=0')).json()).toMatchObject({ totalResults, Resources: [] });
    expect((await directory.get('/Users?count=-1')).json()).toMatchObject({ totalResults, Resources: [] });
    expect((await directory.get('/Users?startIndex=999999999999')).json().Resources).toEqual([]);
    expect(errorOf(await directory.get('/Users?count=veel'))).toBe('400 invalidValue');
    expect(errorOf(await directory.get('/Users?count=1&count=2'))).toBe('400 invalidValue');
  });

  it('shows what was asked for', async () => {
    const path = `/Users/${found.id}`;
    expect((await directory.get(`${path}?attributes=userName,NAME.givenName,emails.value`)).json()).toEqual({
      schemas: [user, enterprise],
      id: found.id,
      userName: found.userName,
      name: { givenName: 'Nieuw' },
      emails: [{ value: 'zoek@voorbeeld.example' }],
    });
    const less = (await directory.get(`${path}?excludedAttributes=emails,name.formatted,id`)).json();
    expect(less).toMatchObject({ id: found.id, name: { givenName: 'Nieuw' } });
    expect(less).not.toHaveProperty('emails');
    expect(less.name).not.toHaveProperty('formatted');
    const list = (await directory.find('externalId eq "Zoek-Mij"', '&attributes=userName')).json();
    expect(list.Resources).toEqual([{ schemas: [user, enterprise], id: found.id, userName: found.userName }]);
  });
});

describe('what is no good', () => {
  it.each([
    ['no text', 'niets', '400 invalidSyntax'],
    ['a list', '[]', '400 invalidSyntax'],
    ['nothing', '', '400'],
    ['no schema', '{"userName":"x"}', '400 invalidValue'],
    ['another schema', `{"schemas":["${enterprise}"],"userName":"x"}`, '400 invalidValue'],
    ['no name', `{"schemas":["${user}"]}`, '400 invalidValue'],
    ['a name of spaces', `{"schemas":["${user}"],"userName":"  "}`, '400 invalidValue'],
    ['a number for a name', `{"schemas":["${user}"],"userName":7}`, '400 invalidValue'],
    ['a NUL', String.raw`{"schemas":["${user}"],"userName":"a\u0000b"}`, '400 invalidValue'],
    ['half a character', String.raw`{"schemas":["${user}"],"userName":"\ud800"}`, '400 invalidValue'],
    ['a prototype', `{"schemas":["${user}"],"__proto__":{"userName":"x"}}`, '400 invalidSyntax'],
    ['a long name', JSON.stringify({ schemas: [user], userName: 'x'.repeat(255) }), '400 invalidValue'],
    [
      'a display name of 201 characters',
      JSON.stringify({ schemas: [user], userName: 'lang', displayName: 'x'.repeat(201) }),
      '400 invalidValue',
    ],
    [
      'no mail address',
      JSON.stringify({ schemas: [user], userName: 'mail', emails: [{ value: 'geen adres' }] }),
      '400 invalidValue',
    ],
    [
      'too many addresses',
      JSON.stringify({ schemas: [user], userName: 'mails', emails: Array.from({ length: 51 }, () => ({})) }),
      '400 invalidValue',
    ],
    ['too much', JSON.stringify({ schemas: [user], userName: 'x', title: 'x'.repeat(3_000_000) }), '413'],
    [
      'too deep',
      `{"schemas":["${user}"],"userName":"x","title":${'['.repeat(90)}${']'.repeat(90)}}`,
      '400 invalidSyntax',
    ],
  ])('%s makes nobody', async (_, payload, expected) => {
    const before = await people();
    const answer = await directory.ask('POST', '/Users', { payload });
    expect(errorOf(answer)).toMatch(expected);
    expect(answer.body).not.toMatch(/syntax error|relation "|node_modules|\.ts:\d/);
    expect(await people()).toBe(before);
  });

  it('a name of 200 characters and signs is kept as it is', async () => {
    const displayName = `<b>'; drop table person; -- ${'é'.repeat(172)}`;
    const made = await joined({ displayName });
    expect(made.displayName).toBe(displayName);
    expect((await behind(made.id)).name).toBe(displayName);
  });

  it.each([
    [[{ op: 'move', path: 'active', value: true }], '400 invalidValue'],
    [[{ op: 'replace', path: 'schoenmaat', value: 43 }], '400 invalidPath'],
    [[{ op: 'replace', path: 'emails[type eq "work"', value: 'x' }], '400 invalidPath'],
    [[{ op: 'replace', path: 'emails[type eq].value', value: 'x' }], '400 invalidFilter'],
    [[{ op: 'replace', path: '__proto__.x', value: 'x' }], '400 invalidPath'],
    [[{ op: 'replace', path: 'emails[value eq "nergens@x.example"].value', value: 'a@b.c' }], '400 noTarget'],
    [[{ op: 'replace', path: 'id', value: nobody }], '400 mutability'],
    [[{ op: 'remove', path: 'userName' }], '400 mutability'],
    [[{ op: 'remove', path: 'active' }], '400 mutability'],
    [[{ op: 'remove' }], '400 noTarget'],
    [[{ op: 'replace', value: 'active' }], '400 invalidSyntax'],
    [[{ op: 'replace', path: 'displayName', value: { a: 1 } }], '400 invalidValue'],
    [[], '400 invalidValue'],
    [Array.from({ length: 101 }, () => ({ op: 'replace', path: 'active', value: true })), '413'],
  ])('%j changes nothing', async (operations, expected) => {
    const made = await joined();
    expect(errorOf(await directory.patch(made.id, operations))).toBe(expected);
    expect((await directory.get(`/Users/${made.id}`)).json()).toEqual(made);
  });

  it.each([
    ['GET', '/Users/nergens'],
    ['GET', `/Users/${nobody}`],
    ['DELETE', '/Users/%00'],
    ['GET', '/Groups'],
    ['POST', '/Bulk'],
    ['GET', '/Me'],
  ] as const)('%s %s does not exist', async (method, path) => {
    expect(errorOf(await directory.ask(method, path, {}))).toBe('404');
  });

  it('a form is no body', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(errorOf(await directory.ask('POST', '/Users', { payload: 'userName=x', headers }))).toBe('415');
  });

  it('another website gets nowhere, with a token or without', async () => {
    const headers = { origin: 'https://elders.example' };
    expect(errorOf(await directory.ask('POST', '/Users', { body: joiner(), headers }))).toBe('403');
  });
});

describe('what is spoken', () => {
  it('is described by itself', async () => {
    const config = (await directory.get('/ServiceProviderConfig')).json();
    expect(config).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      etag: { supported: true },
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    });
    const types = (await directory.get('/ResourceTypes')).json();
    expect(types.Resources).toMatchObject([{ id: 'User', endpoint: '/Users', schema: user }]);
    const schemas = (await directory.get('/Schemas')).json();
    expect(schemas.Resources.map(({ id }: { id: string }) => id)).toEqual([user, enterprise]);
    expect((await directory.get(`/Schemas/${user}`)).json()).toEqual(schemas.Resources[0]);
    expect((await directory.get('/ResourceTypes/User')).json()).toEqual(types.Resources[0]);
    expect(errorOf(await directory.get('/Schemas/nergens'))).toBe('404');
    expect(errorOf(await directory.get('/Schemas?filter=x'))).toBe('403');
  });

  it('names every attribute that a user is shown with', async () => {
    const { Resources: schemas } = (await directory.get('/Schemas')).json();
    const named = schemas.flatMap(({ attributes }: { attributes: { name: string }[] }) =>
      attributes.map(({ name }) => name),
    );
    const made = await joined({ [enterprise]: { employeeNumber: 'S-1' } });
    const shown = Object.keys({ ...made, ...made[enterprise] });
    const common = ['schemas', 'id', 'meta', enterprise];
    expect(shown.filter((name) => !named.includes(name) && !common.includes(name))).toEqual([]);
  });
});

describe('what is written down', () => {
  it('is each step with ids and names of fields, and no content', async () => {
    const sent = joiner({ displayName: 'Geheime Naam' });
    const made = (await directory.post(sent)).json();
    await directory.patch(made.id, [{ op: 'replace', path: 'displayName', value: 'Andere Naam' }]);
    await directory.delete(made.id);
    const { person_id: personId, account_id: accountId } = await behind(made.id);
    const entries = await api.asSuperuser<{ action: string; actor_kind: string; content: object }>(
      `select e.action, e.actor_kind, c.content from audit_entry e join audit_content c on c.entry_id = e.id
        where e.object_id = any ($1) order by e.id`,
      [[made.id, personId, accountId]],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'people.person-added',
      'identity.account-created',
      'people.person-changed',
      'people.directory-user-added',
      'people.person-changed',
      'people.directory-user-changed',
      'identity.account-deactivated',
      'people.directory-user-removed',
    ]);
    expect(new Set(entries.map(({ actor_kind: kind }) => kind))).toEqual(new Set(['service']));
    expect(entries[5]?.content).toEqual({
      after: { personId, tokenId: expect.any(String), fields: ['displayName'] },
    });
    expect(JSON.stringify(entries)).not.toMatch(/naam|@/i);
  });
});
