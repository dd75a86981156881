import pg from 'pg';
import { operatorActor, type Role } from '@weerbaar/kernel/context';
import { OneTimeLinkService } from '@weerbaar/kernel/identity';
import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import { type Answer, statusesOf, type TestClient } from '../support/test-client.js';

// Real: the API and PostgreSQL as the application role. Not real: the network, the clock. No worker: no mail leaves.

const noon = new Date('2050-06-15T10:00:00Z');
const today = '2050-06-15';
const yesterday = '2050-06-14';
const tomorrow = '2050-06-16';
const nobody = '00000000-0000-7000-8000-000000000000';
const colleagues = Array.from({ length: 120 }, (_, index) => `collega-${index}`);

const staff = {
  beheer: ['employee', 'administrator'],
  tweede: ['employee', 'administrator'],
  simon: ['employee', 'municipal-secretary'],
  fatima: ['employee', 'data-protection-officer'],
  anna: ['employee', 'integrity-adviser'],
  carla: ['employee', 'chief-information-security-officer'],
  aukje: ['employee', 'auditor'],
  hans: ['employee', 'human-resources'],
} as const satisfies Record<string, readonly Role[]>;

type Name = keyof typeof staff;

let api: TestApi;
let organisation: TestOrganisation;
const clients = new Map<Name, TestClient>();
let unused = 0;
let others = 0;

beforeAll(async () => {
  api = await openTestApi();
  api.setTime(noon);
  organisation = await api.createOrganisation('rollen', {
    ...staff,
    ...Object.fromEntries(colleagues.map((name) => [name, ['employee'] as const])),
  });
  await api.asSuperuser(
    `update account set email = sign_in_name || '@voorbeeld.example' where organisation_id = $1`,
    [organisation.id],
  );
  for (const name of Object.keys(staff) as Name[]) clients.set(name, await organisation.signIn(name));
});

afterEach(() => api.setTime(noon));

afterAll(async () => {
  vi.restoreAllMocks();
  await api.close();
});

function as(name: Name): TestClient {
  return clients.get(name)!;
}

/** Everybody holds a role once at a time: so each test has people of its own. */
function somebody() {
  const name = colleagues[unused++]!;
  return { name, ...organisation.people[name]! };
}

function personOf(name: string): string {
  return organisation.people[name]!.personId;
}

interface Assignment {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

interface Wanted {
  readonly personId: string;
  readonly role?: string;
  readonly validFrom?: string;
  readonly validTo?: string | null;
  readonly substituteFor?: string | null;
}

function give(giver: TestClient, wanted: Wanted): Promise<Answer> {
  return giver.post('/role-assignments', { role: 'manager', validFrom: today, ...wanted });
}

async function given(wanted: Wanted, giver: Name = 'beheer'): Promise<Assignment> {
  const answer = await give(as(giver), wanted);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

type Step = 'confirm' | 'withdraw' | 'end';

/** @param body of `_end`: the last day. */
function take(step: Step, by: TestClient, { id, version }: Assignment, body: object = {}): Promise<Answer> {
  const sent = step === 'end' ? body : undefined;
  return by.post(`/role-assignments/${id}/_${step}`, sent, { version });
}

async function confirmed(wanted: Wanted): Promise<Assignment> {
  const answer = await take('confirm', as('simon'), await given(wanted));
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

/** Which roles count for somebody, when they have shown everything there is to show. */
async function rolesOf(name: string): Promise<string[]> {
  return rolesIn(await organisation.signInBy(name, 'strong'));
}

async function rolesIn(client: TestClient): Promise<string[]> {
  const { roles } = (await client.get('/sessions/current')).json<{ roles: string[] }>();
  return roles.toSorted();
}

function problemOf(answer: Answer) {
  const { status, type } = answer.json();
  return `${status} ${String(type).replace('/api/v1/problems/', '')}`;
}

function faultsOf(answer: Answer): string[] {
  const { errors } = answer.json<{ errors: { path: string; code: string }[] }>();
  return errors.map(({ path, code }) => `${path} ${code}`).toSorted();
}

/** An organisation of its own, for what would lock out the one of the other tests. */
function another(people: Readonly<Record<string, readonly Role[]>>): Promise<TestOrganisation> {
  return api.createOrganisation(`rollen-${others++}`, people);
}

async function entriesOf(objectId: string) {
  return api.asSuperuser<{ action: string; actor: string; content: string }>(
    `select e.action, e.actor_account_id as actor, c.content::text as content
       from audit_entry e join audit_content c on c.entry_id = e.id where e.object_id = $1 order by e.id`,
    [objectId],
  );
}

describe('giving a role', () => {
  it('lets it count at once, where one person may give it', async () => {
    const { name, personId } = somebody();
    const client = await organisation.signInBy(name, 'strong');
    const answer = await give(as('beheer'), { personId });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.json()).toMatchObject({
      person: { personId, name: `${name} van rollen` },
      role: 'manager',
      roleName: 'Leidinggevende',
      state: 'in-force',
      validFrom: today,
      validTo: null,
      substituteFor: null,
      givenBy: { personId: personOf('beheer'), name: 'beheer van rollen' },
      givenAt: noon.toISOString(),
      needsConfirmation: false,
      confirmedBy: null,
      endedAt: null,
      may: { confirm: false, withdraw: false, end: true },
    });
    expect(await rolesIn(client)).toEqual(['employee', 'manager']);
  });

  it('takes a second person where the role is confidential, and counts nowhere until then', async () => {
    const { name, personId } = somebody();
    const client = await organisation.signInBy(name, 'strong');
    const wanted = await given({ personId, role: 'integrity-adviser' });
    expect(wanted).toMatchObject({
      state: 'waiting',
      needsConfirmation: true,
      may: { confirm: false, withdraw: true, end: false },
    });
    expect((await client.get('/sessions/current')).json()).toMatchObject({
      roles: ['employee'],
      dormantRoles: [],
    });
    expect((await client.get('/annual-cycles')).statusCode).toBe(403);
    // Nobody stands in for who does not hold it yet.
    const early = await give(as('beheer'), {
      personId: somebody().personId,
      role: 'integrity-adviser',
      validTo: tomorrow,
      substituteFor: personId,
    });
    expect(faultsOf(early)).toEqual(['substituteFor not-a-holder']);

    const answer = await take('confirm', as('simon'), wanted);
    expect(answer.json()).toMatchObject({
      version: 2,
      state: 'in-force',
      confirmedBy: { personId: personOf('simon'), name: 'simon van rollen' },
      confirmedAt: noon.toISOString(),
      may: { confirm: false, withdraw: false, end: false },
    });
    expect(await rolesIn(client)).toEqual(['employee', 'integrity-adviser']);
    expect((await client.get('/annual-cycles')).statusCode).toBe(200);
  });

  it.each<Name>(['tweede', 'simon', 'fatima'])('is confirmed by %s', async (second) => {
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    expect((await take('confirm', as(second), waiting)).json()).toMatchObject({ state: 'in-force' });
  });

  it.each<Name>(['anna', 'carla', 'aukje', 'hans'])('is not confirmed by %s', async (second) => {
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    for (const step of ['confirm', 'withdraw'] as const)
      expect(problemOf(await take(step, as(second), waiting))).toBe('403 not-permitted');
  });

  it('comes to nothing when it is withdrawn, by who gave it or by who would confirm it', async () => {
    for (const by of ['beheer', 'simon'] as const) {
      const { name, personId } = somebody();
      const waiting = await given({ personId, role: 'auditor' });
      const answer = await take('withdraw', as(by), waiting);
      expect(answer.json()).toMatchObject({ state: 'withdrawn', endedAt: noon.toISOString() });
      expect(problemOf(await take('confirm', as('fatima'), answer.json()))).toBe('403 not-permitted');
      expect(await rolesOf(name)).toEqual(['employee']);
      expect(await given({ personId, role: 'auditor' })).toMatchObject({ state: 'waiting' });
    }
  });

  it('can be for a time in the future, and is confirmed before it begins', async () => {
    const { name, personId } = somebody();
    const future = await confirmed({ personId, role: 'auditor', validFrom: tomorrow, validTo: '2050-07-01' });
    expect(future).toMatchObject({ state: 'future', validFrom: tomorrow, validTo: '2050-07-01' });
    expect(await rolesOf(name)).toEqual(['employee']);
  });

  it('can be to a substitute, for as long as somebody is away', async () => {
    const [holder, substitute] = [somebody(), somebody()];
    await given({ personId: holder.personId, role: 'risk-manager' });
    const answer = await given({
      personId: substitute.personId,
      role: 'risk-manager',
      validTo: tomorrow,
      substituteFor: holder.personId,
    });
    expect(answer).toMatchObject({
      state: 'in-force',
      substituteFor: { personId: holder.personId, name: `${holder.name} van rollen` },
    });
    expect(await rolesOf(substitute.name)).toContain('risk-manager');
    const ofSubstitute = await give(as('beheer'), {
      personId: somebody().personId,
      role: 'risk-manager',
      validTo: tomorrow,
      substituteFor: substitute.personId,
    });
    expect(faultsOf(ofSubstitute)).toEqual(['substituteFor not-a-holder']);
  });

  it('tells everything that is wrong at once', async () => {
    const answer = await give(as('beheer'), {
      personId: nobody,
      role: 'auditor',
      validFrom: yesterday,
      validTo: '2050-06-13',
      substituteFor: nobody,
    });
    expect(problemOf(answer)).toBe('400 invalid-input');
    expect(faultsOf(answer)).toEqual([
      'personId unknown-person',
      'substituteFor not-a-holder',
      'substituteFor oneself',
      'validFrom in-the-past',
      'validTo before-start',
    ]);
    const empty = await as('beheer').post('/role-assignments', {
      role: 'emperor',
      validFrom: '2050-02-30',
      validTo: 'later',
      substituteFor: 'anna',
    });
    expect(faultsOf(empty)).toEqual([
      'personId required',
      'role choice',
      'substituteFor identifier',
      'validFrom day',
      'validTo day',
    ]);
  });

  it('to a substitute takes an end', async () => {
    const wanted = {
      personId: somebody().personId,
      role: 'municipal-secretary',
      substituteFor: personOf('simon'),
    };
    expect(faultsOf(await give(as('beheer'), wanted))).toEqual(['validTo required']);
  });

  it('is not done twice for the same time, also while the first waits or is still to come', async () => {
    const { personId } = somebody();
    await given({ personId, role: 'auditor', validFrom: tomorrow, validTo: '2050-06-20' });
    const at = (validFrom: string, validTo: string | null) =>
      give(as('beheer'), { personId, role: 'auditor', validFrom, validTo });
    for (const [from, to] of [
      [today, null],
      [today, tomorrow],
      ['2050-06-18', '2050-06-18'],
      ['2050-06-20', null],
    ] as const)
      expect(faultsOf(await at(from, to))).toEqual(['role held-already']);
    expect((await at(today, today)).statusCode).toBe(201);
    expect((await at('2050-06-21', null)).statusCode).toBe(201);
  });

  it('is not done for who has no account, or one that is deactivated', async () => {
    const stranger = (await as('hans').post('/persons', { name: 'Nieuw hier' })).json().id;
    expect(faultsOf(await give(as('beheer'), { personId: stranger, role: 'auditor' }))).toEqual([
      'personId no-account',
    ]);
    const { personId, accountId } = somebody();
    await as('beheer').post(`/accounts/${accountId}/_deactivate`, undefined, { version: 1 });
    for (const role of ['manager', 'auditor'])
      expect(faultsOf(await give(as('beheer'), { personId, role }))).toEqual(['personId deactivated']);
  });

  it('is not confirmed when the account was deactivated meanwhile', async () => {
    const { personId, accountId } = somebody();
    const waiting = await given({ personId, role: 'auditor' });
    await as('beheer').post(`/accounts/${accountId}/_deactivate`, undefined, { version: 1 });
    expect(problemOf(await take('confirm', as('simon'), waiting))).toBe('409 conflict');
    expect((await take('withdraw', as('simon'), waiting)).statusCode).toBe(200);
  });
});

describe('ending a role', () => {
  it('is done by one person, at once, and everywhere', async () => {
    const { name, personId } = somebody();
    const assignment = await confirmed({ personId, role: 'integrity-adviser' });
    const client = await organisation.signInBy(name, 'strong');
    expect((await client.get('/annual-cycles')).statusCode).toBe(200);
    const answer = await take('end', as('beheer'), assignment);
    expect(answer.json()).toMatchObject({
      version: 3,
      state: 'ended',
      endedAt: noon.toISOString(),
      may: { confirm: false, withdraw: false, end: false },
    });
    expect((await client.get('/annual-cycles')).statusCode).toBe(403);
    expect(await rolesIn(client)).toEqual(['employee']);
  });

  it('can be from a day on, which can come nearer and never move away', async () => {
    const { personId } = somebody();
    const assignment = await given({ personId, validTo: '2050-07-01' });
    expect(faultsOf(await take('end', as('beheer'), assignment, { lastDay: '2050-07-02' }))).toEqual([
      'lastDay later',
    ]);
    const nearer = (await take('end', as('beheer'), assignment, { lastDay: tomorrow })).json();
    expect(nearer).toMatchObject({ state: 'in-force', validTo: tomorrow, endedAt: null });
    expect(faultsOf(await take('end', as('beheer'), nearer, { lastDay: '2050-07-01' }))).toEqual([
      'lastDay later',
    ]);
    expect((await take('end', as('beheer'), nearer, { lastDay: today })).json()).toMatchObject({
      validTo: today,
    });
  });

  it('is not done in the past or before it began', async () => {
    const running = await given({ personId: somebody().personId });
    expect(faultsOf(await take('end', as('beheer'), running, { lastDay: yesterday }))).toEqual([
      'lastDay before-start',
      'lastDay in-the-past',
    ]);
    const future = await given({ personId: somebody().personId, validFrom: '2050-07-01' });
    expect(faultsOf(await take('end', as('beheer'), future, { lastDay: tomorrow }))).toEqual([
      'lastDay before-start',
    ]);
    expect((await take('end', as('beheer'), future)).json()).toMatchObject({ state: 'ended' });
  });

  it('is for the administrator alone', async () => {
    const assignment = await given({ personId: somebody().personId });
    for (const name of ['simon', 'fatima', 'anna', 'hans'] as const)
      expect(problemOf(await take('end', as(name), assignment))).toBe('403 not-permitted');
  });

  it('is final: what has ended is neither ended, confirmed nor withdrawn again', async () => {
    const assignment = await confirmed({ personId: somebody().personId, role: 'auditor' });
    const ended: Assignment = (await take('end', as('beheer'), assignment)).json();
    for (const step of ['end', 'confirm', 'withdraw'] as const)
      expect(problemOf(await take(step, as('tweede'), ended))).toBe('403 not-permitted');
  });
});

describe('at midnight, Dutch time', () => {
  it.each([
    ['in summer', '2050-06-15T21:59:59Z', '2050-06-15T22:00:00Z', today, tomorrow],
    ['in winter', '2051-01-15T22:59:59Z', '2051-01-15T23:00:00Z', '2051-01-15', '2051-01-16'],
  ])('%s one role ends and the next begins, in a session that goes on', async (_, last, first, day, next) => {
    const { name, personId } = somebody();
    await confirmed({ personId, role: 'auditor', validTo: day });
    await confirmed({ personId, role: 'integrity-adviser', validFrom: next });
    api.setTime(new Date(last));
    const client = await organisation.signInBy(name, 'strong');
    expect(await rolesIn(client)).toEqual(['auditor', 'employee']);
    api.setTime(new Date(first));
    expect(await rolesIn(client)).toEqual(['employee', 'integrity-adviser']);
  });

  it('a role that still waits when it should begin does not begin', async () => {
    const { name, personId } = somebody();
    const waiting = await given({ personId, role: 'auditor', validFrom: tomorrow, validTo: tomorrow });
    api.setTime(new Date('2050-06-15T22:30:00Z'));
    expect(await rolesOf(name)).toEqual(['employee']);
    const simon = await organisation.signIn('simon');
    expect((await simon.get(`/role-assignments/${waiting.id}`)).json()).toMatchObject({ state: 'waiting' });
    // And when the time it was meant for is over, there is nothing left to confirm.
    api.setTime(new Date('2050-06-16T22:30:00Z'));
    expect(problemOf(await take('confirm', await organisation.signIn('simon'), waiting))).toBe(
      '403 not-permitted',
    );
  });
});

describe('nobody gets a role by their own hand', () => {
  const confidential: readonly Role[] = ['administrator', 'integrity-adviser', 'municipal-secretary'];

  afterAll(async () => {
    // Whatever was tried: everybody of the staff is what they were.
    for (const [name, roles] of Object.entries(staff))
      expect(await rolesIn(as(name as Name)), name).toEqual(roles.toSorted());
  });

  it.each(['manager', ...confidential])('by giving it to themselves: %s', async (role) => {
    const personId = personOf('beheer');
    expect(problemOf(await give(as('beheer'), { personId, role }))).toBe('403 not-permitted');
    const asSubstitute = { personId, role, validTo: tomorrow, substituteFor: personOf('simon') };
    expect(problemOf(await give(as('beheer'), asSubstitute))).toBe('403 not-permitted');
  });

  it('by confirming what they gave', async () => {
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    const answer = await take('confirm', as('beheer'), waiting);
    expect(problemOf(answer)).toBe('403 not-permitted');
    expect(answer.json().detail).toBe('Iemand anders moet dit bevestigen.');
  });

  it.each<Name>(['beheer', 'simon', 'fatima'])('by confirming what is given to them: %s', async (name) => {
    const waiting = await given({ personId: personOf(name), role: 'investigator' }, 'tweede');
    expect(problemOf(await take('confirm', as(name), waiting))).toBe('403 not-permitted');
    await take('withdraw', as('tweede'), waiting);
  });

  it('by having their own role given to a friend who stands in for them', async () => {
    const friend = somebody();
    const waiting = await given({
      personId: friend.personId,
      role: 'municipal-secretary',
      validTo: tomorrow,
      substituteFor: personOf('simon'),
    });
    expect(problemOf(await take('confirm', as('simon'), waiting))).toBe('403 not-permitted');
    expect((await take('confirm', as('fatima'), waiting)).statusCode).toBe(200);
  });

  it('by standing in for themselves', async () => {
    const { personId } = somebody();
    await given({ personId, role: 'risk-manager' });
    const wanted = { personId, role: 'risk-manager', validTo: tomorrow, substituteFor: personId };
    expect(faultsOf(await give(as('beheer'), wanted))).toEqual([
      'role held-already',
      'substituteFor oneself',
    ]);
  });

  it.each([
    { needsConfirmation: false },
    { confirmedByPersonId: nobody },
    { confirmedBy: nobody, confirmedAt: noon.toISOString() },
    { givenByPersonId: nobody },
    { givenBy: nobody },
    { state: 'in-force' },
    { id: nobody },
    { version: 9 },
    { organisationId: nobody },
    { endedAt: null },
  ])('by saying more than is asked: %j', async (more) => {
    const wanted = { personId: somebody().personId, role: 'auditor', validFrom: today };
    const answer = await as('beheer').post('/role-assignments', { ...wanted, ...more });
    expect(faultsOf(answer)).toEqual(
      Object.keys(more)
        .map((field) => `${field} unknown-field`)
        .toSorted(),
    );
  });

  it('by saying more when it is ended', async () => {
    const assignment = await given({ personId: somebody().personId, validTo: tomorrow });
    const answer = await take('end', as('beheer'), assignment, { lastDay: tomorrow, role: 'administrator' });
    expect(faultsOf(answer)).toEqual(['role unknown-field']);
  });

  it('by adding a person who has it', async () => {
    const answer = await as('hans').post('/persons', { name: 'Met een rol', roles: ['administrator'] });
    expect(faultsOf(answer)).toEqual(['roles unknown-field']);
  });

  it('by making a friend administrator in one step', async () => {
    const { name, personId } = somebody();
    const waiting = await given({ personId, role: 'administrator' });
    const friend = await organisation.signInBy(name, 'strong');
    const own = await given({ personId: somebody().personId, role: 'auditor' });
    for (const assignment of [waiting, own])
      expect(problemOf(await take('confirm', friend, assignment))).toBe('403 not-permitted');
    expect(problemOf(await give(friend, { personId: personOf('beheer') }))).toBe('403 not-permitted');
    expect(await rolesIn(friend)).toEqual(['employee']);
  });

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('by %s: there is no such thing', async (method) => {
    const { id } = await given({ personId: somebody().personId, role: 'auditor' });
    for (const path of [`/role-assignments/${id}`, '/role-assignments', `/role-assignments/${id}/_confirm`]) {
      const answer = await as('beheer').ask(method, path, { body: { needsConfirmation: false }, version: 1 });
      expect(answer.statusCode).toBe(404);
    }
    expect((await as('beheer').get(`/role-assignments/${id}`)).json()).toMatchObject({
      state: 'waiting',
      version: 1,
    });
  });

  it('in a session that shows too little', async () => {
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    for (const assurance of ['pending', 'password', 'provider'] as const) {
      const weak = await organisation.signInBy('tweede', assurance);
      expect(problemOf(await give(weak, { personId: somebody().personId }))).toBe('403 step-up-needed');
      expect(problemOf(await take('confirm', weak, waiting))).toBe('403 step-up-needed');
    }
  });

  describe('by way of an account', () => {
    function makeAccount(personId: string, signInName: string): Promise<Answer> {
      return as('beheer').post('/accounts', { personId, signInName, email: 'beheer@voorbeeld.example' });
    }

    function change(accountId: string, step: 'deactivate' | 'reactivate', version: number): Promise<Answer> {
      return as('beheer').post(`/accounts/${accountId}/_${step}`, undefined, { version });
    }

    it('with a mail address of their own: whoever confirms sees name and address', async () => {
      const personId = (await as('hans').post('/persons', { name: 'Stroman' })).json().id;
      expect((await makeAccount(personId, 'stroman')).statusCode).toBe(201);
      const waiting = await given({ personId, role: 'integrity-adviser' });
      expect((await as('simon').get(`/role-assignments/${waiting.id}`)).json()).toMatchObject({
        person: { name: 'Stroman' },
        signInName: 'stroman',
        email: 'beheer@voorbeeld.example',
        may: { confirm: true },
      });
    });

    it('a new one for who holds a confidential role, or waits for one', async () => {
      const personId = (await as('hans').post('/persons', { name: 'Zonder account' })).json().id;
      await api.asSuperuser(
        `insert into role_assignment (organisation_id, id, person_id, role, valid_from, given_at)
         values ($1, gen_random_uuid(), $2, 'integrity-adviser', $3, now())`,
        [organisation.id, personId, today],
      );
      expect(problemOf(await makeAccount(personId, 'zonder'))).toBe('409 conflict');

      const { personId: waitingPerson, accountId } = somebody();
      await given({ personId: waitingPerson, role: 'integrity-adviser' });
      await change(accountId, 'deactivate', 1);
      expect(problemOf(await makeAccount(waitingPerson, 'wachtend'))).toBe('409 conflict');
    });

    it('a second one: for themselves, or for anybody', async () => {
      expect(problemOf(await makeAccount(personOf('beheer'), 'beheer-2'))).toBe('409 conflict');
      expect(problemOf(await makeAccount(somebody().personId, 'nog-een'))).toBe('409 conflict');
    });

    it('an old one that is made active beside the new', async () => {
      const { personId, accountId } = somebody();
      await change(accountId, 'deactivate', 1);
      expect((await makeAccount(personId, 'opnieuw')).statusCode).toBe(201);
      expect(problemOf(await change(accountId, 'reactivate', 2))).toBe('409 conflict');
    });

    it('of two at the same moment for one person, one is made', async () => {
      const personId = (await as('hans').post('/persons', { name: 'Tweemaal' })).json().id;
      const answers = await Promise.all([makeAccount(personId, 'een'), makeAccount(personId, 'twee')]);
      expect(statusesOf(answers)).toEqual([201, 409]);
    });

    it('made at the same moment as a confidential role is given: the role waits, and shows the account', async () => {
      const personId = (await as('hans').post('/persons', { name: 'Gelijktijdig' })).json().id;
      const [account, role] = await Promise.all([
        makeAccount(personId, 'gelijktijdig'),
        give(as('tweede'), { personId, role: 'auditor' }),
      ]);
      expect(account.statusCode).toBe(201);
      if (role.statusCode === 201)
        expect((await as('simon').get(`/role-assignments/${role.json().id}`)).json()).toMatchObject({
          state: 'waiting',
          signInName: 'gelijktijdig',
        });
      else expect(faultsOf(role)).toEqual(['personId no-account']);
    });
  });
});

describe('the database itself', () => {
  let application: pg.Client;
  let ids: Readonly<Record<'holder' | 'giver' | 'confirmer' | 'account', string>>;

  beforeAll(async () => {
    application = new pg.Client({ connectionString: api.database.applicationUrl });
    await application.connect();
    ids = {
      holder: personOf('collega-0'),
      giver: personOf('beheer'),
      confirmer: personOf('simon'),
      account: organisation.people.beheer!.accountId,
    };
  });

  afterAll(() => application.end());

  /** What becomes of SQL by the application, outside all of its code; nothing of it stays. */
  async function attempt(sql: string, parameters: readonly unknown[]): Promise<string> {
    await application.query('begin');
    try {
      await application.query(`select set_config('app.organisation_id', $1, true)`, [organisation.id]);
      const { rowCount } = await application.query(sql, [...parameters]);
      return `done: ${rowCount}`;
    } catch (error) {
      return error instanceof pg.DatabaseError ? `${error.code}` : 'no answer';
    } finally {
      await application.query('rollback');
    }
  }

  function insert(table: string, columns: Readonly<Record<string, unknown>>): Promise<string> {
    const names = Object.keys(columns);
    return attempt(
      `insert into ${table} (id, ${names.join(', ')})
       values (gen_random_uuid(), ${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(columns),
    );
  }

  it.each<[string, (who: typeof ids) => object, string]>([
    ['takes a role that was given and confirmed as it should be', () => ({}), 'done: 1'],
    ['refuses who gives to themselves', ({ giver }) => ({ person_id: giver }), '23514'],
    ['refuses who confirms what they gave', ({ giver }) => ({ confirmed_by_person_id: giver }), '23514'],
    ['refuses who confirms what they get', ({ holder }) => ({ confirmed_by_person_id: holder }), '23514'],
    [
      'refuses who confirms who stands in for them',
      ({ confirmer }) => ({ substitute_for: confirmer, valid_to: tomorrow }),
      '23514',
    ],
    ['refuses a confirmation by nobody', () => ({ confirmed_by: null }), '23514'],
    ['refuses a confirmation by an account of nobody', () => ({ confirmed_by_person_id: null }), '23514'],
    ['refuses a confirmation without a moment', () => ({ confirmed_at: null }), '23514'],
    ['refuses a confirmation that was not asked for', () => ({ needs_confirmation: false }), '23514'],
    [
      'refuses a giver who is nobody, so that anybody could confirm',
      () => ({ given_by: null, given_by_person_id: null }),
      '23514',
    ],
    ['refuses an account that gives without its person', () => ({ given_by_person_id: null }), '23514'],
    [
      'refuses who stands in for themselves',
      ({ holder }) => ({ substitute_for: holder, valid_to: tomorrow }),
      '23514',
    ],
    ['refuses who stands in without an end', ({ giver }) => ({ substitute_for: giver }), '23514'],
    ['refuses an end before the beginning', () => ({ valid_to: yesterday }), '23514'],
    ['refuses a person of nowhere', () => ({ person_id: nobody }), '23503'],
  ])('%s', async (_, changes, outcome) => {
    const columns = {
      person_id: ids.holder,
      role: 'integrity-adviser',
      valid_from: today,
      given_by: ids.account,
      given_by_person_id: ids.giver,
      given_at: noon,
      needs_confirmation: true,
      confirmed_by: ids.account,
      confirmed_by_person_id: ids.confirmer,
      confirmed_at: noon,
      ...changes(ids),
    };
    expect(await insert('role_assignment', columns)).toBe(outcome);
  });

  it.each([
    'person_id = person_id',
    `role = 'administrator'`,
    'given_by = null, given_by_person_id = null',
    'needs_confirmation = false',
    `valid_from = '2020-01-01'`,
    'substitute_for = null',
  ])('does not let what was written be changed: %s', async (change) => {
    expect(await attempt(`update role_assignment set ${change}`, [])).toBe('42501');
  });

  it('does not let a role be removed, with the trace of it', async () => {
    expect(await attempt('delete from role_assignment', [])).toBe('42501');
    expect(await attempt('delete from second_factor_restoration', [])).toBe('42501');
  });

  it.each<[string, (who: typeof ids) => object, string]>([
    ['takes a new beginning that was asked and confirmed as it should be', () => ({}), 'done: 1'],
    ['refuses who asks it for themselves', ({ giver }) => ({ person_id: giver }), '23514'],
    ['refuses who confirms what they asked', ({ giver }) => ({ confirmed_by_person_id: giver }), '23514'],
    ['refuses who confirms their own', ({ holder }) => ({ confirmed_by_person_id: holder }), '23514'],
    ['refuses one that is both confirmed and withdrawn', () => ({ withdrawn_at: noon }), '23514'],
    ['refuses a confirmation by nobody', () => ({ confirmed_by: null }), '23514'],
  ])('%s', async (_, changes, outcome) => {
    const columns = {
      account_id: ids.account,
      person_id: ids.holder,
      requested_by: ids.account,
      requested_by_person_id: ids.giver,
      requested_at: noon,
      confirmed_by: ids.account,
      confirmed_by_person_id: ids.confirmer,
      confirmed_at: noon,
      ...changes(ids),
    };
    expect(await insert('second_factor_restoration', columns)).toBe(outcome);
  });

  it.each(['administrator', 'integrity-adviser', 'auditor', 'mayor'])(
    'takes no %s from an identity provider',
    async (role) => {
      const session = (roles: string) =>
        insert('session', {
          token_hash: Buffer.alloc(32),
          account_id: ids.account,
          method: 'provider',
          assurance: 'provider',
          provider_roles: `{employee,${roles}}`,
          may_enrol: false,
          device: '',
          created_at: noon,
          last_seen_at: noon,
          expires_at: noon,
        });
      expect([await session('manager'), await session(role)]).toEqual(['done: 1', '23514']);
    },
  );
});

describe('the last administrator', () => {
  const one = { eva: ['employee', 'administrator'], wim: ['employee', 'municipal-secretary'] } as const;
  const two = { ...one, mia: ['employee', 'administrator'] } as const;

  async function assignmentOf(
    client: TestClient,
    personId: string,
    role = 'administrator',
  ): Promise<Assignment> {
    const { items } = (await client.get(`/role-assignments?personId=${personId}&role=${role}`)).json();
    return items[0];
  }

  async function end(client: TestClient, personId: string, body: object = {}): Promise<Answer> {
    return take('end', client, await assignmentOf(client, personId), body);
  }

  async function deactivate(client: TestClient, accountId: string): Promise<Answer> {
    const { version } = (await client.get(`/accounts/${accountId}`)).json();
    return client.post(`/accounts/${accountId}/_deactivate`, undefined, { version });
  }

  async function administratorsOf({ id }: TestOrganisation): Promise<number> {
    const [row] = await api.asSuperuser<{ count: number }>(
      `select count(*)::int as count from role_assignment r join account a using (organisation_id, person_id)
        where organisation_id = $1 and role = 'administrator' and ended_at is null and valid_to is null
          and (confirmed_at is not null or not needs_confirmation) and deactivated_at is null`,
      [id],
    );
    return row!.count;
  }

  it('can not go: not at once, not later, and not by their account', async () => {
    const there = await another(one);
    const eva = await there.signIn('eva');
    const { personId, accountId } = there.people.eva!;
    for (const answer of [
      await end(eva, personId),
      await end(eva, personId, { lastDay: '2051-01-01' }),
      await deactivate(eva, accountId),
    ]) {
      expect(problemOf(answer)).toBe('409 conflict');
      expect(answer.json().detail).toContain('laatste beheerder');
    }
    expect(await rolesIn(eva)).toContain('administrator');
    expect(await administratorsOf(there)).toBe(1);
  });

  it('can go when there is another, who then is the last', async () => {
    const there = await another(two);
    const [eva, mia] = [await there.signIn('eva'), await there.signIn('mia')];
    expect((await end(eva, there.people.eva!.personId)).statusCode).toBe(200);
    expect(await rolesIn(eva)).toEqual(['employee']);
    expect(problemOf(await end(mia, there.people.mia!.personId))).toBe('409 conflict');
  });

  it.each<[string, string]>([
    ['whose role has an end', `valid_to = '2060-01-01'`],
    ['whose role is still to begin', `valid_from = '2050-06-16'`],
    ['whose role has ended', 'ended_at = now()'],
  ])('is the last also when there is another %s', async (_, change) => {
    const there = await another(two);
    const eva = await there.signIn('eva');
    await api.asSuperuser(
      `update role_assignment set ${change} where person_id = $1 and role = 'administrator'`,
      [there.people.mia!.personId],
    );
    expect(problemOf(await end(eva, there.people.eva!.personId))).toBe('409 conflict');
    expect(problemOf(await deactivate(eva, there.people.eva!.accountId))).toBe('409 conflict');
  });

  it.each<[string, string]>([
    ['whose account is deactivated', 'deactivated_at = now()'],
    ['who was invited and has not come', 'password_hash = null'],
  ])('is the last also when there is another %s', async (_, change) => {
    const there = await another(two);
    const eva = await there.signIn('eva');
    await api.asSuperuser(`update account set ${change} where id = $1`, [there.people.mia!.accountId]);
    expect(problemOf(await end(eva, there.people.eva!.personId))).toBe('409 conflict');
    expect(problemOf(await deactivate(eva, there.people.eva!.accountId))).toBe('409 conflict');
  });

  it('is the last also while another waits for confirmation', async () => {
    const there = await another({ ...one, noa: ['employee'] });
    const [eva, wim] = [await there.signIn('eva'), await there.signIn('wim')];
    const { personId } = there.people.noa!;
    const waiting: Assignment = (await give(eva, { personId, role: 'administrator' })).json();
    expect(problemOf(await end(eva, there.people.eva!.personId))).toBe('409 conflict');
    expect((await take('confirm', wim, waiting)).statusCode).toBe(200);
    expect((await end(eva, there.people.eva!.personId)).statusCode).toBe(200);
  });

  type Act = (by: TestClient, there: TestOrganisation, whom: 'eva' | 'mia') => Promise<() => Promise<Answer>>;

  /** Ready to be sent: what has to be known was looked up. */
  const ending: Act = async (by, there, whom) => {
    const assignment = await assignmentOf(by, there.people[whom]!.personId);
    return () => take('end', by, assignment);
  };
  const deactivating: Act = async (by, there, whom) => {
    const { accountId } = there.people[whom]!;
    const { version } = (await by.get(`/accounts/${accountId}`)).json();
    return () => by.post(`/accounts/${accountId}/_deactivate`, undefined, { version });
  };

  it.each<[string, Act, Act, 'themselves' | 'each other']>([
    ['end the role of each other', ending, ending, 'each other'],
    ['deactivate each other', deactivating, deactivating, 'each other'],
    ['end the role of, and deactivate, each other', ending, deactivating, 'each other'],
    ['end their own role', ending, ending, 'themselves'],
    ['deactivate themselves', deactivating, deactivating, 'themselves'],
    ['end their own role, and deactivate themselves', ending, deactivating, 'themselves'],
  ])('is left over when two %s at the same moment', async (_, first, second, whom) => {
    for (let round = 0; round < 3; round += 1) {
      const there = await another(two);
      const [eva, mia] = [await there.signIn('eva'), await there.signIn('mia')];
      const mutual = whom === 'each other';
      const acts = [
        await first(eva, there, mutual ? 'mia' : 'eva'),
        await second(mia, there, mutual ? 'eva' : 'mia'),
      ];
      const answers = await Promise.all(acts.map((act) => act()));
      expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
      // Who was too late was the last one, or is no administrator any more.
      const [late] = answers.filter(({ statusCode }) => statusCode !== 200);
      expect([401, 403, 409]).toContain(late?.statusCode);
      expect(await administratorsOf(there)).toBe(1);
    }
  });
});

describe('at the same moment', () => {
  it('a role is confirmed or withdrawn, and not both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { name, personId } = somebody();
      const waiting = await given({ personId, role: 'auditor' });
      const [confirm, withdraw] = await Promise.all([
        take('confirm', as('simon'), waiting),
        take('withdraw', as('beheer'), waiting),
      ]);
      expect([confirm.statusCode, withdraw.statusCode].filter((status) => status === 200)).toHaveLength(1);
      const late = confirm.statusCode === 200 ? withdraw : confirm;
      expect([403, 412]).toContain(late.statusCode);
      const { state } = (await as('simon').get(`/role-assignments/${waiting.id}`)).json();
      expect(state).toBe(confirm.statusCode === 200 ? 'in-force' : 'withdrawn');
      expect((await rolesOf(name)).includes('auditor')).toBe(state === 'in-force');
    }
  });

  it('a role is confirmed once', async () => {
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    const answers = await Promise.all(
      (['simon', 'fatima', 'tweede'] as const).map((name) => take('confirm', as(name), waiting)),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const actions = (await entriesOf(waiting.id)).map(({ action }) => action);
    expect(actions).toEqual(['people.role-given', 'people.role-confirmed']);
  });

  it('a role is given once', async () => {
    const { personId } = somebody();
    const answers = await Promise.all(
      (['beheer', 'tweede'] as const).map((name) => give(as(name), { personId })),
    );
    expect(statusesOf(answers)).toEqual([201, 400]);
  });

  it('a role is ended once', async () => {
    const assignment = await given({ personId: somebody().personId });
    const answers = await Promise.all(
      (['beheer', 'tweede'] as const).map((name) => take('end', as(name), assignment)),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  it('a role is given, and the account deactivated: then nobody has it', async () => {
    const { personId, accountId } = somebody();
    const [, deactivated] = await Promise.all([
      give(as('beheer'), { personId }),
      as('tweede').post(`/accounts/${accountId}/_deactivate`, undefined, { version: 1 }),
    ]);
    expect(deactivated.statusCode).toBe(200);
    const sessions = await api.asSuperuser('select from session where account_id = $1', [accountId]);
    expect(sessions).toEqual([]);
  });
});

describe('whoever changes what they did not see', () => {
  it('is told to look first, or again', async () => {
    const running = await given({ personId: somebody().personId, validTo: '2050-07-01' });
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    await take('end', as('beheer'), running, { lastDay: '2050-06-30' });
    const { accountId } = somebody();
    const restoration = (await as('beheer').post(`/accounts/${accountId}/second-factor-restorations`)).json();
    const paths = [
      `/role-assignments/${running.id}/_end`,
      `/role-assignments/${waiting.id}/_confirm`,
      `/role-assignments/${waiting.id}/_withdraw`,
      `/accounts/${accountId}/_deactivate`,
      `/accounts/${accountId}/_reactivate`,
      `/second-factor-restorations/${restoration.id}/_confirm`,
      `/second-factor-restorations/${restoration.id}/_withdraw`,
    ];
    for (const path of paths) {
      const body = path.endsWith('_end') ? {} : undefined;
      expect([path, problemOf(await as('tweede').post(path, body))]).toEqual([path, '428 version-required']);
      expect([path, problemOf(await as('tweede').post(path, body, { version: 99 }))]).toEqual([
        path,
        '412 version-conflict',
      ]);
    }
  });
});

describe('sessions', () => {
  it('end with the account, at once, and do not come back with it', async () => {
    const { name, accountId } = somebody();
    const client = await organisation.signInHalf(name);
    const answer = await as('beheer').post(`/accounts/${accountId}/_deactivate`, undefined, { version: 1 });
    expect(answer.json()).toMatchObject({
      state: 'deactivated',
      deactivatedAt: noon.toISOString(),
      version: 2,
    });
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
    const again = await organisation
      .visitor()
      .post('/sessions', { signInName: name, password: testPassword });
    expect(again.statusCode).toBe(401);
    await as('beheer').post(`/accounts/${accountId}/_reactivate`, undefined, { version: 2 });
    expect((await client.get('/sessions/current')).statusCode).toBe(401);
    expect(await rolesOf(name)).toEqual(['employee']);
  });

  it('follow a role that is given, confirmed and ended, from one request to the next', async () => {
    const { name, personId } = somebody();
    const client = await organisation.signInBy(name, 'strong');
    const waiting = await given({ personId, role: 'auditor' });
    expect(await rolesIn(client)).toEqual(['employee']);
    const assignment: Assignment = (await take('confirm', as('simon'), waiting)).json();
    expect(await rolesIn(client)).toEqual(['auditor', 'employee']);
    await take('end', as('beheer'), assignment);
    expect(await rolesIn(client)).toEqual(['employee']);
  });

  it('in which too little was shown have such a role asleep', async () => {
    const { name, personId } = somebody();
    const client = await organisation.signInHalf(name);
    await confirmed({ personId, role: 'auditor' });
    expect((await client.get('/sessions/current')).json()).toMatchObject({
      roles: ['employee'],
      dormantRoles: ['auditor'],
    });
  });
});

describe('reading who holds which role', () => {
  it.each<Name>(['beheer', 'simon', 'fatima', 'anna', 'carla', 'aukje'])(
    'is done by %s without learning how people sign in',
    async (name) => {
      const { personId } = somebody();
      await given({ personId, role: 'risk-manager' });
      const own = await given({ personId, role: 'auditor' });
      const mayConfirm = ['simon', 'fatima'].includes(name);
      const { items } = (await as(name).get(`/role-assignments?personId=${personId}&pageSize=100`)).json();
      expect(items).toHaveLength(3);
      for (const item of [...items, (await as(name).get(`/role-assignments/${own.id}`)).json()]) {
        const shown = item.role === 'auditor' && mayConfirm;
        expect(item.may.confirm).toBe(shown);
        expect(item.signInName === null).toBe(!shown);
        expect(item.email === null).toBe(!shown);
      }
    },
  );

  it('shows the address for as long as there is something to decide, and no longer', async () => {
    const { name, personId } = somebody();
    const waiting = await given({ personId, role: 'auditor' });
    expect((await as('simon').get(`/role-assignments/${waiting.id}`)).json()).toMatchObject({
      signInName: name,
      email: `${name}@voorbeeld.example`,
    });
    const answer = await take('confirm', as('simon'), waiting);
    expect(answer.json()).toMatchObject({ signInName: null, email: null });
    expect(answer.body).not.toContain('@');
  });

  it('is the only way but accounts by which an address could be read: no list of people has one', async () => {
    for (const name of Object.keys(staff) as Name[])
      for (const path of ['/persons?pageSize=100', '/sessions', '/second-factor-restorations']) {
        const answer = await as(name).get(path);
        expect(answer.body).not.toContain('@');
      }
  });

  it('is by person, by role, by state, and the latest given first', async () => {
    const { personId } = somebody();
    const first = await given({ personId, role: 'risk-manager' });
    api.setTime(new Date(noon.getTime() + 1000));
    const last = await given({ personId, role: 'auditor' });
    const list = async (query: string): Promise<string[]> => {
      const { items } = (await as('aukje').get(`/role-assignments?${query}`)).json();
      return items.map(({ id }: Assignment) => id);
    };
    expect((await list(`personId=${personId}`)).slice(0, 2)).toEqual([last.id, first.id]);
    expect(await list(`personId=${personId}&role=risk-manager`)).toEqual([first.id]);
    expect(await list(`personId=${personId}&state=waiting`)).toEqual([last.id]);
    expect(await list(`personId=${nobody}`)).toEqual([]);
    expect((await as('aukje').get('/role-assignments?state=lost&role=emperor')).statusCode).toBe(400);
  });

  it('tells of each role what it takes', async () => {
    const roles = (await as('aukje').get('/roles')).json();
    const of = (role: string) => roles.find((one: { role: string }) => one.role === role);
    expect(of('employee')).toEqual({
      role: 'employee',
      name: 'Medewerker',
      needsSecondPerson: false,
      needsSecondFactor: false,
      byProvider: true,
    });
    expect(of('administrator')).toMatchObject({
      needsSecondPerson: true,
      needsSecondFactor: true,
      byProvider: false,
    });
  });

  it('calls a role by its name in the language of the reader, wherever it stands', async () => {
    const { personId } = somebody();
    await given({ personId, role: 'mayor' });
    const inEnglish = { headers: { 'accept-language': 'en' } };
    const names = (answer: Answer, key: string) => answer.json().items.map((one: never) => one[key]);
    const held = `/role-assignments?personId=${personId}&role=mayor`;
    expect(names(await as('aukje').get(held, inEnglish), 'roleName')).toEqual(['Mayor']);
    expect(names(await as('aukje').get(held), 'roleName')).toEqual(['Burgemeester']);
    const roles = (await as('aukje').get('/roles', inEnglish)).json();
    expect(roles.find(({ role }: { role: string }) => role === 'mayor').name).toBe('Mayor');
    const blocks = async (asked: object) =>
      (await as('anna').get('/building-blocks?pageSize=200', asked))
        .json()
        .items.flatMap(({ owner }: { owner: { kind: string; role: string; name: string } | null }) =>
          owner?.role === 'human-resources' ? [owner.name] : [],
        );
    expect(new Set(await blocks(inEnglish))).toEqual(new Set(['Human resources']));
    expect(new Set(await blocks({}))).toEqual(new Set(['Personeel en organisatie']));
  });
});

describe('what is written down', () => {
  it('is each step, by whose hand, with ids and codes and no names', async () => {
    const { name, personId } = somebody();
    const waiting = await given({ personId, role: 'auditor', validTo: '2050-12-31' });
    const assignment: Assignment = (await take('confirm', as('simon'), waiting)).json();
    await take('end', as('tweede'), assignment, { lastDay: tomorrow });
    const entries = await entriesOf(waiting.id);
    const accountOf = (who: string) => organisation.people[who]!.accountId;
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['people.role-given', accountOf('beheer')],
      ['people.role-confirmed', accountOf('simon')],
      ['people.role-ended', accountOf('tweede')],
    ]);
    expect(JSON.parse(entries[0]!.content)).toEqual({
      after: {
        personId,
        role: 'auditor',
        validFrom: today,
        validTo: '2050-12-31',
        substituteFor: null,
        needsConfirmation: true,
      },
    });
    expect(JSON.parse(entries[2]!.content)).toMatchObject({ after: { validTo: tomorrow } });
    for (const { content } of entries) expect(content).not.toContain(name);
  });

  it('is a withdrawal too', async () => {
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    await take('withdraw', as('simon'), waiting);
    expect((await entriesOf(waiting.id)).map(({ action }) => action)).toEqual([
      'people.role-given',
      'people.role-withdrawn',
    ]);
  });

  it('is nothing of what was refused', async () => {
    const waiting = await given({ personId: somebody().personId, role: 'auditor' });
    await take('confirm', as('beheer'), waiting);
    await take('confirm', as('simon'), { ...waiting, version: 9 });
    expect(await entriesOf(waiting.id)).toHaveLength(1);
  });

  it('is every step with an account', async () => {
    const personId = (await as('hans').post('/persons', { name: 'Met account' })).json().id;
    const made = { personId, signInName: 'Met-Account', email: 'met@voorbeeld.example' };
    const account = (await as('beheer').post('/accounts', made)).json();
    expect(account).toMatchObject({ state: 'invited', signInName: 'met-account', version: 1 });
    await as('beheer').post(`/accounts/${account.id}/invitations`);
    await as('beheer').post(`/accounts/${account.id}/_deactivate`, undefined, { version: 1 });
    await as('beheer').post(`/accounts/${account.id}/_reactivate`, undefined, { version: 2 });
    const entries = await entriesOf(account.id);
    expect(entries.map(({ action }) => action)).toEqual([
      'identity.account-created',
      'identity.link-requested',
      'identity.link-requested',
      'identity.account-deactivated',
      'identity.account-reactivated',
    ]);
    for (const { content } of entries) expect(content).toBe('{}');
  });
});

describe('a new beginning for who lost their second factor', () => {
  interface Restoration {
    readonly id: string;
    readonly version: number;
  }

  function request(by: TestClient, accountId: string): Promise<Answer> {
    return by.post(`/accounts/${accountId}/second-factor-restorations`);
  }

  function step(what: 'confirm' | 'withdraw', by: TestClient, { id, version }: Restoration): Promise<Answer> {
    return by.post(`/second-factor-restorations/${id}/_${what}`, undefined, { version });
  }

  function makeLink(accountId: string): Promise<string> {
    return api.database.asOrganisation(organisation.id, () =>
      api.app.get(OneTimeLinkService).make(operatorActor, accountId, 'invitation'),
    );
  }

  it('takes away all they signed in with, when a second person has confirmed it', async () => {
    const { name, accountId, personId } = somebody();
    const session = await organisation.signInHalf(name);
    const { secret } = (await session.post('/second-factors')).json();
    const older = await makeLink(accountId);
    const asked = await request(as('beheer'), accountId);
    expect(asked.statusCode).toBe(201);
    expect(asked.json()).toMatchObject({
      accountId,
      person: { personId },
      state: 'waiting',
      requestedBy: { personId: personOf('beheer') },
      may: { confirm: false, withdraw: true },
    });
    expect((await session.get('/sessions/current')).statusCode).toBe(200);
    await api.asSuperuser('delete from link_request');

    const answer = await step('confirm', as('simon'), asked.json());
    expect(answer.json()).toMatchObject({
      state: 'confirmed',
      confirmedBy: { personId: personOf('simon') },
      may: { confirm: false, withdraw: false },
    });
    expect((await session.get('/sessions/current')).statusCode).toBe(401);
    const visitor = organisation.visitor();
    const old = await visitor.post('/sessions', { signInName: name, password: testPassword });
    expect(old.statusCode).toBe(401);
    const late = await visitor.post('/account-activations', { token: older, password: testPassword });
    expect(late.statusCode).toBe(404);
    expect(await api.asSuperuser('select account_id, purpose from link_request')).toEqual([
      { account_id: accountId, purpose: 'invitation' },
    ]);
    const left = await api.asSuperuser(
      'select from second_factor where account_id = $1 union all select from recovery_code where account_id = $1',
      [accountId],
    );
    expect(left).toEqual([]);

    await visitor.post('/account-activations', { token: await makeLink(accountId), password: testPassword });
    const anew = await organisation.signInHalf(name);
    expect((await anew.get('/sessions/current')).json()).toMatchObject({ mayEnrol: true });
    expect((await anew.post('/second-factors')).json().secret).not.toBe(secret);
    expect((await entriesOf(accountId)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['identity.second-factor-removed', 'identity.link-requested']),
    );
    expect((await entriesOf(asked.json().id)).map(({ action }) => action)).toEqual([
      'people.second-factor-restoration-requested',
      'people.second-factor-restoration-confirmed',
    ]);
  });

  it('is not asked for by whose it is, and not by who is no administrator', async () => {
    const own = organisation.people.beheer!.accountId;
    expect(problemOf(await request(as('beheer'), own))).toBe('403 not-permitted');
    for (const name of ['simon', 'fatima', 'hans', 'anna'] as const)
      expect(problemOf(await request(as(name), somebody().accountId))).toBe('403 not-permitted');
  });

  it('is not confirmed by who asked, nor by whose it is', async () => {
    const asked: Restoration = (await request(as('beheer'), somebody().accountId)).json();
    expect(problemOf(await step('confirm', as('beheer'), asked))).toBe('403 not-permitted');
    const ofSimon: Restoration = (await request(as('beheer'), organisation.people.simon!.accountId)).json();
    expect(problemOf(await step('confirm', as('simon'), ofSimon))).toBe('403 not-permitted');
    expect((await step('withdraw', as('simon'), ofSimon)).json()).toMatchObject({ state: 'withdrawn' });
    for (const name of ['anna', 'hans', 'carla', 'aukje'] as const)
      expect(problemOf(await step('confirm', as(name), asked))).toBe('403 not-permitted');
  });

  it('is asked for once at a time, also at the same moment', async () => {
    const { accountId } = somebody();
    const answers = await Promise.all([request(as('beheer'), accountId), request(as('tweede'), accountId)]);
    expect(statusesOf(answers)).toEqual([201, 409]);
    expect(problemOf(await request(as('beheer'), accountId))).toBe('409 conflict');
    const asked = answers.find(({ statusCode }) => statusCode === 201)!;
    await step('withdraw', as('simon'), asked.json());
    expect((await request(as('beheer'), accountId)).statusCode).toBe(201);
  });

  it('is confirmed or withdrawn, and not both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { name, accountId } = somebody();
      const asked: Restoration = (await request(as('beheer'), accountId)).json();
      const [confirm, withdraw] = await Promise.all([
        step('confirm', as('simon'), asked),
        step('withdraw', as('fatima'), asked),
      ]);
      expect([confirm.statusCode, withdraw.statusCode].filter((status) => status === 200)).toHaveLength(1);
      const signedIn = await organisation
        .visitor()
        .post('/sessions', { signInName: name, password: testPassword });
      expect(signedIn.statusCode).toBe(confirm.statusCode === 200 ? 401 : 204);
    }
  });

  it('is not for an account that is deactivated, has no mail address or does not exist', async () => {
    const [gone, silent] = [somebody(), somebody()];
    await as('beheer').post(`/accounts/${gone.accountId}/_deactivate`, undefined, { version: 1 });
    await api.asSuperuser('update account set email = null where id = $1', [silent.accountId]);
    for (const { accountId } of [gone, silent])
      expect(problemOf(await request(as('beheer'), accountId))).toBe('409 conflict');
    expect(problemOf(await request(as('beheer'), nobody))).toBe('404 not-found');
  });

  it('is read by those who decide, and by nobody else', async () => {
    for (const name of ['beheer', 'simon', 'fatima'] as const)
      expect((await as(name).get('/second-factor-restorations')).statusCode).toBe(200);
    for (const name of ['anna', 'carla', 'aukje', 'hans'] as const)
      expect(problemOf(await as(name).get('/second-factor-restorations'))).toBe('403 not-permitted');
  });
});

describe('accounts', () => {
  async function person(): Promise<string> {
    return (await as('hans').post('/persons', { name: 'Nieuwe collega' })).json().id;
  }

  it('are made for a person, with a link for its owner that the administrator never sees', async () => {
    const personId = await person();
    await api.asSuperuser('delete from outbox_event');
    const answer = await as('beheer').post('/accounts', {
      personId,
      signInName: 'nieuw',
      email: 'nieuw@voorbeeld.example',
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      personId,
      personName: 'Nieuwe collega',
      signInName: 'nieuw',
      email: 'nieuw@voorbeeld.example',
      state: 'invited',
      hasSecondFactor: false,
      isTied: false,
    });
    expect(answer.body).not.toMatch(/token|password/i);
    const [event] = await api.asSuperuser<{ payload: object }>('select payload from outbox_event');
    expect(Object.keys(event!.payload)).toEqual(['linkRequestId']);
  });

  it('have a name of their own, whatever the capitals', async () => {
    const answer = await as('beheer').post('/accounts', {
      personId: await person(),
      signInName: 'ANNA',
      email: 'x@voorbeeld.example',
    });
    expect(faultsOf(answer)).toEqual(['signInName taken']);
  });

  it('are for people who exist', async () => {
    const wanted = { personId: nobody, signInName: 'spook', email: 'x@voorbeeld.example' };
    expect(faultsOf(await as('beheer').post('/accounts', wanted))).toEqual(['personId unknown-person']);
  });

  it.each([
    ['passwordHash', 'x'],
    ['providerSubject', 'x'],
    ['authenticatorSecret', 'JBSWY3DPEHPK3PXP'],
    ['roles', ['administrator']],
    ['deactivatedAt', null],
  ])('are not made with %s', async (field, value) => {
    const wanted = { personId: await person(), signInName: `met-${field}`, email: 'x@voorbeeld.example' };
    expect(faultsOf(await as('beheer').post('/accounts', { ...wanted, [field]: value }))).toEqual([
      `${field} unknown-field`,
    ]);
  });

  it('are deactivated once: the moment at which that was stays', async () => {
    const { accountId } = somebody();
    const deactivate = (version: number) =>
      as('beheer').post(`/accounts/${accountId}/_deactivate`, undefined, { version });
    await deactivate(1);
    api.setTime(new Date(noon.getTime() + 60_000));
    expect(problemOf(await deactivate(2))).toBe('409 conflict');
    expect((await as('beheer').get(`/accounts/${accountId}`)).json()).toMatchObject({
      deactivatedAt: noon.toISOString(),
    });
  });

  it('are invited again only where a mail would arrive and help', async () => {
    const [gone, silent] = [somebody(), somebody()];
    await as('beheer').post(`/accounts/${gone.accountId}/_deactivate`, undefined, { version: 1 });
    await api.asSuperuser('update account set email = null where id = $1', [silent.accountId]);
    for (const { accountId } of [gone, silent])
      expect(problemOf(await as('beheer').post(`/accounts/${accountId}/invitations`))).toBe('409 conflict');
  });
});
