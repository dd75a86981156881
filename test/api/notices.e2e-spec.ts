import { ActionService } from '@weerbaar/annual-cycle';
import { Clock } from '@weerbaar/kernel/clock';
import { systemActor } from '@weerbaar/kernel/context';
import type { ReadMail } from '@weerbaar/kernel/mail';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';

// Real: the API, the worker with its queue, PostgreSQL. Not real: the mail server; mails are put in a folder.

let api: TestApi;
let organisation: TestOrganisation;
let count = 0;

beforeAll(async () => {
  api = await openTestApi();
  await api.startWorker();
});

afterAll(() => api.close());
afterEach(() => vi.restoreAllMocks());

beforeEach(async () => {
  organisation = await api.createOrganisation(`melden-${++count}`, {
    beheerder: ['employee', 'administrator'],
    tweede: ['employee', 'administrator'],
    secretaris: ['employee', 'municipal-secretary'],
    adviseur: ['employee', 'integrity-adviser'],
    anna: ['employee'],
    bram: ['employee'],
  });
  await api.asSuperuser(
    `update account set email = sign_in_name || '@melden-' || $2 || '.example' where organisation_id = $1`,
    [organisation.id, count],
  );
});

const today = () => api.app.get(Clock).today();
const addressOf = (name: string) => `${name}@melden-${count}.example`;
const personOf = (name: string) => organisation.people[name]?.personId ?? '';

async function wantsMailAtOnce(name: string): Promise<void> {
  const client = await organisation.signIn(name);
  expect((await client.patch('/mail-preferences/current', 0, { timing: 'at-once' })).statusCode).toBe(200);
}

/** Kinds of what waits for people, by their name. */
async function waiting(): Promise<Record<string, string[]>> {
  const notices = await api.asSuperuser<{ kind: string; name: string }>(
    `select n.kind, a.sign_in_name as name from notice n join account a on a.person_id = n.person_id
      where n.organisation_id = $1 order by n.kind, a.sign_in_name`,
    [organisation.id],
  );
  return Object.fromEntries(
    [...Map.groupBy(notices, ({ kind }) => kind)].map(([kind, of]) => [kind, of.map(({ name }) => name)]),
  );
}

const mailsTo = (name: string): readonly ReadMail[] =>
  api.mails().filter(({ headers }) => headers.get('to') === addressOf(name));

async function mailTo(name: string): Promise<ReadMail> {
  return vi.waitUntil(() => mailsTo(name)[0], 20_000);
}

const giveRole = async (client: TestClient, name: string) => {
  const answer = await client.post('/role-assignments', {
    personId: personOf(name),
    role: 'investigator',
    validFrom: today(),
  });
  expect(answer.statusCode).toBe(201);
  return answer.json() as { id: string; version: number };
};

describe('a role that waits for a second person', () => {
  it('is told to all who can be that person, and no more when one of them has done it', async () => {
    const { id, version } = await giveRole(await organisation.signIn('beheerder'), 'tweede');
    expect(await waiting()).toEqual({ 'people.role-waits': ['secretaris'] });

    const secretary = await organisation.signIn('secretaris');
    const answer = await secretary.post(`/role-assignments/${id}/_confirm`, undefined, { version });
    expect(answer.statusCode).toBe(200);
    expect(await waiting()).toEqual({});
  });

  it('is told no more when it is taken back', async () => {
    const administrator = await organisation.signIn('beheerder');
    const { id, version } = await giveRole(administrator, 'anna');
    expect(await waiting()).toEqual({ 'people.role-waits': ['secretaris', 'tweede'] });
    await administrator.post(`/role-assignments/${id}/_withdraw`, undefined, { version });
    expect(await waiting()).toEqual({});
  });

  it('is mailed at once to who wants that, without a name and with a link to where it can be done', async () => {
    await wantsMailAtOnce('secretaris');
    await giveRole(await organisation.signIn('beheerder'), 'anna');
    const mail = await mailTo('secretaris');
    expect(mail.headers.get('subject')).toBe('Rollen die op uw bevestiging wachten');
    expect(mail.text).toContain(`http://${organisation.host}:3000/organisation/roles\n`);
    expect(mail.text).not.toMatch(/anna|investigator|onderzoeker/iu);
    expect(mailsTo('tweede')).toEqual([]);
  });
});

describe('somebody who lost their second factor', () => {
  it('is urgent: who can let them in hears of it at once, whatever they chose', async () => {
    const secretary = await organisation.signIn('secretaris');
    await secretary.patch('/mail-preferences/current', 0, { timing: 'never' });
    const administrator = await organisation.signIn('beheerder');
    const accountId = organisation.people['adviseur']?.accountId;
    const answer = await administrator.post(`/accounts/${accountId}/second-factor-restorations`);
    expect(answer.statusCode).toBe(201);

    for (const name of ['secretaris', 'tweede'])
      expect((await mailTo(name)).headers.get('subject')).toBe('Aanvragen om iemand weer toegang te geven');
    expect(mailsTo('beheerder')).toEqual([]);

    const { id, version } = answer.json() as { id: string; version: number };
    await secretary.post(`/second-factor-restorations/${id}/_confirm`, undefined, { version });
    expect(await waiting()).toEqual({});
  });
});

async function plan() {
  const adviser = await organisation.signIn('adviseur');
  const year = Number(today().slice(0, 4));
  await adviser.post('/annual-cycles', { year });
  const [block] = (await adviser.get('/building-blocks')).json().items;
  const add = async (owner: object | null, quarter = 1) => {
    const action = { buildingBlockId: block.id, title: 'Gedragscode herzien', quarter, owner };
    return (await adviser.post(`/annual-cycles/${year}/actions`, action)).json();
  };
  return { adviser, year, add };
}

describe('an action of the annual plan', () => {
  it('is told to its owner, and to the next one when it changes hands', async () => {
    const { adviser, year, add } = await plan();
    const { id, version } = await add({ kind: 'person', personId: personOf('anna') });
    expect(await waiting()).toEqual({ 'annual-cycle.action-assigned': ['anna'] });
    const [notice] = await api.asSuperuser('select path from notice where subject_id = $1', [id]);
    expect(notice).toEqual({ path: `/annual-cycles/${year}/actions/${id}` });
    const change = { owner: { kind: 'person', personId: personOf('bram') } };
    expect((await adviser.patch(`/actions/${id}`, version, change)).statusCode).toBe(200);
    expect(await waiting()).toEqual({ 'annual-cycle.action-assigned': ['bram'] });
  });

  it('is told to all who hold the role that owns it, except who made it so', async () => {
    const { add } = await plan();
    await add({ kind: 'role', role: 'administrator' });
    expect(await waiting()).toEqual({ 'annual-cycle.action-assigned': ['beheerder', 'tweede'] });
    await add({ kind: 'role', role: 'integrity-adviser' });
    await add(null);
    expect(await waiting()).toEqual({ 'annual-cycle.action-assigned': ['beheerder', 'tweede'] });
  });

  it('waits for nobody any more when it is done', async () => {
    const { add } = await plan();
    const { id } = await add({ kind: 'person', personId: personOf('anna') });
    const anna = await organisation.signIn('anna');
    const done = { quarter: 1, status: 'done', note: 'Klaar' };
    expect((await anna.post(`/actions/${id}/progress-notes`, done, { version: 1 })).statusCode).toBe(201);
    expect(await waiting()).toEqual({});
  });
});

describe('the quarter of an action', () => {
  it('is announced once to its owner when it is almost over, unless the action is done', async () => {
    const { adviser, year, add } = await plan();
    const owner = (name: string) => ({ kind: 'person', personId: personOf(name) });
    await add(owner('anna'), 4);
    await add(owner('bram'), 3);
    const done = await add(owner('tweede'), 4);
    const note = { quarter: 1, status: 'done', note: 'Klaar' };
    expect((await adviser.post(`/actions/${done.id}/progress-notes`, note, { version: 1 })).statusCode).toBe(
      201,
    );
    const remindOn = async (day: string) => {
      api.setTime(new Date(`${day}T06:30:00Z`));
      await api.database.asOrganisation(organisation.id, () =>
        api.app.get(ActionService).remindOwners(systemActor),
      );
      return (await waiting())['annual-cycle.action-due'];
    };

    expect(await remindOn(`${year}-12-17`)).toBeUndefined();
    expect(await remindOn(`${year}-12-18`)).toEqual(['anna']);
    expect(await remindOn(`${year}-12-31`)).toEqual(['anna']);
    const [notice] = await api.asSuperuser(
      `select due_on::text from notice where organisation_id = $1 and kind = 'annual-cycle.action-due'`,
      [organisation.id],
    );
    expect(notice).toEqual({ due_on: `${year}-12-31` });
  });
});

describe('a document on its way along the adoption route', () => {
  it('is told to who records the step at hand, each in turn', async () => {
    const adviser = await organisation.signIn('adviseur');
    const year = Number(today().slice(0, 4));
    const administrator = await organisation.signIn('beheerder');
    const { version: seen } = (await administrator.get('/adoption-routes/current')).json();
    const step = (body: string, kind: string, recordedByRole: string) => ({
      body,
      nameNl: body,
      nameEn: body,
      kind,
      recordedByRole,
    });
    const steps = [
      step('secretary', 'decision', 'municipal-secretary'),
      step('adviser', 'decision', 'integrity-adviser'),
      step('college', 'information', 'municipal-secretary'),
    ];
    expect((await administrator.put('/adoption-routes/current', seen, { steps })).statusCode).toBe(200);
    await adviser.post('/annual-cycles', { year });
    const { id } = (await adviser.post(`/annual-cycles/${year}/annual-documents`, { kind: 'plan' })).json();
    const act = async (client: TestClient, what: string, sent?: object) => {
      const { version } = (await client.get(`/annual-documents/${id}`)).json();
      const answer = await client.post(`/annual-documents/${id}/${what}`, sent, { version });
      expect([what, answer.statusCode < 300]).toEqual([what, true]);
    };
    const decidedOn = today();
    const secretary = await organisation.signIn('secretaris');
    const stepOf = async () => (await waiting())['annual-cycle.step-waits'];

    await act(adviser, '_submit');
    expect(await stepOf()).toEqual(['secretaris']);
    await act(secretary, 'adoption-decisions', { outcome: 'sent-back', decidedOn, reason: 'Te vaag' });
    expect(await stepOf()).toBeUndefined();
    await act(adviser, '_submit');
    expect(await stepOf()).toEqual(['secretaris']);
    await act(secretary, 'adoption-decisions', { outcome: 'approved', decidedOn });
    expect(await stepOf()).toEqual(['adviseur']);
    await act(adviser, 'adoption-decisions', { outcome: 'approved', decidedOn });
    expect(await stepOf()).toEqual(['secretaris']);
    await act(secretary, 'adoption-decisions', { outcome: 'informed', decidedOn });
    expect(await stepOf()).toBeUndefined();
  });
});
