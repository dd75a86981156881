import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

// Real: the API and PostgreSQL. Not real: the network, and the day.

const year = 2027;
const day = `${year}-08-16`;
const importId = '00000000-0000-7000-8000-000000000001';

let api: TestApi;
let organisation: TestOrganisation;
let adviser: TestClient;
let count = 0;

beforeAll(async () => {
  api = await openTestApi();
});

afterAll(() => api.close());
afterEach(() => vi.restoreAllMocks());

beforeEach(async () => {
  moveTo(day);
  organisation = await api.createOrganisation(`taken-${++count}`, {
    adviseur: ['employee', 'integrity-adviser'],
    secretaris: ['employee', 'municipal-secretary'],
    raad: ['employee', 'works-council'],
    beheerder: ['employee', 'administrator'],
    tweede: ['employee', 'administrator'],
    manager: ['employee', 'manager'],
    anna: ['employee'],
    bram: ['employee'],
  });
  adviser = await organisation.signIn('adviseur');
});

const moveTo = (today: string) => api.setTime(new Date(`${today}T09:00:00Z`));
const personOf = (name: string) => organisation.people[name]?.personId ?? '';

interface Line {
  readonly title: { readonly nl: string; readonly en: string };
  readonly note: { readonly nl: string } | null;
  readonly path: string;
  readonly dueOn: string | null;
  readonly since: string | null;
  readonly isLate: boolean;
  readonly isOfOthers: boolean;
}

async function tasksOf(client: TestClient): Promise<readonly Line[]> {
  const answer = await client.get('/tasks/current');
  expect(answer.statusCode).toBe(200);
  return answer.json().tasks;
}

/** What waits for somebody, in a few words; (in brackets) of others, with ! when late. */
async function waitingFor(name: string): Promise<string[]> {
  const client = name === 'adviseur' ? adviser : await organisation.signIn(name);
  return (await tasksOf(client)).map(({ title, isLate, isOfOthers }) => {
    const said = `${isLate ? '! ' : ''}${title.nl}`;
    return isOfOthers ? `(${said})` : said;
  });
}

function made(answer: Answer) {
  if (answer.statusCode >= 400) throw new Error(answer.body);
  return answer.statusCode === 204 ? undefined : answer.json();
}

async function blocks(): Promise<{ id: string; code: string; name: string; version: number }[]> {
  return (await adviser.get('/building-blocks')).json().items;
}

async function openYear(): Promise<(title: string, given?: object) => Promise<{ id: string }>> {
  const [block] = await blocks();
  made(await adviser.post('/annual-cycles', { year }));
  return async (title, given = {}) =>
    made(
      await adviser.post(`/annual-cycles/${year}/actions`, {
        buildingBlockId: block?.id,
        title,
        quarter: 3,
        ...given,
      }),
    );
}

async function told(client: TestClient, id: string, progress: object): Promise<Answer> {
  const { version } = (await client.get(`/actions/${id}`)).json();
  return client.post(`/actions/${id}/progress-notes`, progress, { version });
}

const ownedBy = (name: string) => ({ owner: { kind: 'person', personId: personOf(name) } });

it('nothing waits for anybody in a new organisation', async () => {
  for (const name of Object.keys(organisation.people))
    expect([name, await waitingFor(name)]).toEqual([name, []]);
});

describe('an owner', () => {
  it('sees what is to be reported and what should have been done, until it is', async () => {
    const add = await openYear();
    await add('Voor later', { ...ownedBy('anna'), quarter: 4 });
    const late = await add('Te laat', { ...ownedBy('anna'), quarter: 1 });
    const now = await add('Voor nu', ownedBy('anna'));
    await add('Van bram', ownedBy('bram'));
    const anna = await organisation.signIn('anna');
    expect(await tasksOf(anna)).toMatchObject([
      {
        title: { nl: 'Actie 2 afronden: Te laat', en: 'Finish action 2: Te laat' },
        path: `/annual-cycles/${year}/actions/${late.id}`,
        dueOn: `${year}-03-31`,
        isLate: true,
      },
      {
        title: { nl: 'Voortgang melden van 1 actie over kwartaal 2' },
        path: `/annual-cycles/${year}/progress/2/own`,
        isLate: true,
      },
      {
        title: { nl: 'Voortgang melden van 2 acties over kwartaal 3' },
        path: `/annual-cycles/${year}/progress/3/own`,
        dueOn: `${year}-09-30`,
        isLate: false,
      },
    ]);
    const report = async (id: string, status: string) =>
      made(await told(anna, id, { quarter: 3, status, note: 'Zo staat het' }));
    await report(late.id, 'running');
    expect(await waitingFor('anna')).toEqual([
      '! Actie 2 afronden: Te laat',
      'Voortgang melden van 1 actie over kwartaal 3',
    ]);
    await report(late.id, 'done');
    await report(now.id, 'running');
    expect(await waitingFor('anna')).toEqual([]);
  });

  it('sees what is of their role, and what goes on all year is never late', async () => {
    const add = await openYear();
    const { id } = await add('Spreekuur', { owner: { kind: 'role', role: 'manager' }, quarter: 1 });
    made(await adviser.patch(`/actions/${id}`, 1, { status: 'continuous' }));
    moveTo(`${year}-01-04`);
    expect(await waitingFor('manager')).toEqual(['Voortgang melden van 1 actie over kwartaal 1']);
    expect(await waitingFor('anna')).toEqual([]);
  });

  it('sees their block when its review date has passed, and whoever runs the system those of others', async () => {
    const [first, second] = await blocks();
    made(await adviser.patch(`/building-blocks/${first?.id}`, first?.version ?? 0, ownedBy('anna')));
    made(await adviser.patch(`/building-blocks/${second?.id}`, second?.version ?? 0, ownedBy('adviseur')));
    for (const block of [first, second])
      await api.asSuperuser(`update building_block set next_review_on = $2 where id = $1`, [
        block?.id,
        `${year}-08-15`,
      ]);
    expect(await waitingFor('anna')).toEqual([`! Bouwsteen ${first?.code} ${first?.name} herzien`]);
    expect((await waitingFor('adviseur')).toSorted()).toEqual([
      '! 1 bouwsteen van een ander is over de herzieningsdatum',
      `! Bouwsteen ${second?.code} ${second?.name} herzien`,
    ]);
    expect(await waitingFor('bram')).toEqual([]);
    const assessment = {
      aspect: 'existence',
      periodFrom: `${year}-01-01`,
      periodTo: `${year}-06-30`,
      judgement: 'sufficient',
      reason: 'Iedereen kent het',
      evidence: 'Steekproef',
    };
    const anna = await organisation.signIn('anna');
    made(await anna.post(`/building-blocks/${first?.id}/assessments`, assessment));
    expect(await waitingFor('anna')).toEqual([]);
  });
});

describe('whoever runs the year', () => {
  it('sees how far the round is, until all have reported', async () => {
    const add = await openYear();
    const ofAnna = await add('Van anna', ownedBy('anna'));
    const ofBram = await add('Van bram', ownedBy('bram'));
    const report = async (id: string) =>
      made(await told(adviser, id, { quarter: 3, status: 'running', note: 'Goed' }));
    await report(ofAnna.id);
    expect(await tasksOf(adviser)).toMatchObject([
      { title: { nl: `Jaarplan ${year} maken` }, path: `/annual-cycles/${year}` },
      {
        title: { nl: 'Kwartaalronde 3: 1 van 2 eigenaren hebben gemeld' },
        path: `/annual-cycles/${year}/progress/3`,
        isLate: false,
      },
    ]);
    moveTo(`${year}-10-01`);
    adviser = await organisation.signIn('adviseur');
    expect(await waitingFor('adviseur')).toEqual([
      '! Kwartaalronde 3: 1 van 2 eigenaren hebben gemeld',
      `Jaarplan ${year} maken`,
      'Kwartaalronde 4: 0 van 2 eigenaren hebben gemeld',
    ]);
    await report(ofBram.id);
    expect(await waitingFor('adviseur')).toEqual([
      `Jaarplan ${year} maken`,
      'Kwartaalronde 4: 0 van 2 eigenaren hebben gemeld',
    ]);
  });

  it('and each body see a document at their step, and nobody else does', async () => {
    await openYear();
    const { id } = made(await adviser.post(`/annual-cycles/${year}/annual-documents`, { kind: 'plan' }));
    const act = async (client: TestClient, what: string, sent?: object) => {
      const { version } = made(await client.get(`/annual-documents/${id}`));
      made(await client.post(`/annual-documents/${id}/${what}`, sent, { version }));
    };
    expect(await tasksOf(adviser)).toMatchObject([
      { title: { nl: `Jaarplan ${year} maken` }, path: `/annual-documents/${id}` },
    ]);
    await act(adviser, '_submit');
    const secretary = await organisation.signIn('secretaris');
    expect(await tasksOf(secretary)).toMatchObject([
      {
        title: { nl: `Jaarplan ${year} ligt voor bij u`, en: `Annual plan ${year} is put before you` },
        note: { nl: 'Besluit van de gemeentesecretaris' },
        path: `/annual-documents/${id}`,
        since: `${day}T09:00:00.000Z`,
      },
    ]);
    expect(await waitingFor('adviseur')).toEqual([`(Jaarplan ${year} ligt voor)`]);
    for (const name of ['raad', 'manager', 'anna', 'beheerder']) expect(await waitingFor(name)).toEqual([]);

    const decide = (client: TestClient, outcome: string, given: object = {}) =>
      act(client, 'adoption-decisions', { outcome, decidedOn: day, ...given });
    await decide(secretary, 'approved');
    await decide(secretary, 'sent-back', { reason: 'Het budget ontbreekt' });
    expect(await waitingFor('secretaris')).toEqual([]);
    expect(await waitingFor('adviseur')).toEqual([`Jaarplan ${year} is teruggestuurd: pas het aan`]);

    await act(adviser, '_submit');
    expect(await waitingFor('secretaris')).toEqual([`Jaarplan ${year} ligt voor bij u`]);
    await decide(secretary, 'approved');
    await decide(secretary, 'approved');
    expect(await waitingFor('secretaris')).toEqual([]);
    expect(await waitingFor('raad')).toEqual([`Jaarplan ${year} ligt voor bij u`]);
    await decide(await organisation.signIn('raad'), 'discussed');
    expect(await waitingFor('raad')).toEqual([]);
    await decide(secretary, 'approved');
    await decide(secretary, 'informed');
    expect(await tasksOf(adviser)).toMatchObject([
      {
        title: { nl: `Jaarplan ${year} is vastgesteld: maak het openbaar` },
        path: `/annual-documents/${id}/publish`,
      },
    ]);
  });
});

describe('whoever can be the second person', () => {
  it('sees a role that waits for them; who gave it sees that it waits; who gets it sees nothing', async () => {
    const administrator = await organisation.signIn('beheerder');
    const given = { personId: personOf('tweede'), role: 'auditor', validFrom: day };
    const { id, version } = made(await administrator.post('/role-assignments', given));
    expect(await waitingFor('secretaris')).toEqual(['1 rol wacht op uw bevestiging']);
    expect(await waitingFor('beheerder')).toEqual(['(1 rol die u gaf, wacht op een tweede persoon)']);
    for (const name of ['tweede', 'adviseur', 'anna']) expect(await waitingFor(name)).toEqual([]);
    const secretary = await organisation.signIn('secretaris');
    const body = JSON.stringify(await tasksOf(secretary));
    expect(body).not.toContain(personOf('tweede'));
    expect(body).not.toMatch(/tweede|auditor/);
    made(await secretary.post(`/role-assignments/${id}/_confirm`, undefined, { version }));
    expect(await waitingFor('secretaris')).toEqual([]);
    expect(await waitingFor('beheerder')).toEqual([]);
  });

  it('sees a request to let somebody in again', async () => {
    await api.asSuperuser(`update account set email = 'anna@taken.example' where person_id = $1`, [
      personOf('anna'),
    ]);
    const administrator = await organisation.signIn('beheerder');
    const path = `/accounts/${organisation.people['anna']?.accountId}/second-factor-restorations`;
    const { id, version } = made(await administrator.post(path));
    expect(await waitingFor('beheerder')).toEqual([
      '(1 verzoek van u om iemand weer toegang te geven, wacht op een tweede persoon)',
    ]);
    expect(await waitingFor('tweede')).toEqual(['1 verzoek om iemand weer toegang te geven, wacht op u']);
    const second = await organisation.signIn('tweede');
    made(await second.post(`/second-factor-restorations/${id}/_withdraw`, undefined, { version }));
    expect(await waitingFor('tweede')).toEqual([]);
  });

  it('sees the rights they sign for, late after the last day, until they have signed', async () => {
    const administrator = await organisation.signIn('beheerder');
    made(await administrator.post('/rights-reviews', { kind: 'quarterly', dueDay: `${year}-08-31` }));
    const reviewers = ['beheerder', 'tweede', 'secretaris'];
    const lines = await Promise.all(
      reviewers.map(async (name) => {
        const found = await tasksOf(await organisation.signIn(name));
        return found.filter((task) => task.path === '/rights-review-lines');
      }),
    );
    const [task] = lines.flat();
    expect(task).toMatchObject({ dueOn: `${year}-08-31`, isLate: false });
    const busy = reviewers[lines.findIndex((of) => of.length > 0)] ?? '';
    moveTo(`${year}-09-01`);
    const reviewer = await organisation.signIn(busy);
    expect((await tasksOf(reviewer))[0]).toMatchObject({ path: '/rights-review-lines', isLate: true });
    const { items } = made(await reviewer.get('/rights-review-lines?state=open&pageSize=200'));
    expect(task?.title.nl).toMatch(new RegExp(`^${items.length} recht(en)? controleren en aftekenen$`));
    for (const { id, version } of items)
      made(await reviewer.post(`/rights-review-lines/${id}/_sign`, { outcome: 'kept' }, { version }));
    expect(await waitingFor(busy)).toEqual([]);
  });

  it('sees rights that have no reviewer, when they hand them out', async () => {
    const administrator = await organisation.signIn('beheerder');
    made(await administrator.post('/rights-reviews', { kind: 'quarterly' }));
    await api.asSuperuser(
      `update rights_review_line set reviewer_person_id = null where organisation_id = $1`,
      [organisation.id],
    );
    const found = await tasksOf(administrator);
    expect(found).toMatchObject([
      { title: { nl: expect.stringContaining('zonder controleur') }, path: '/organisation/rights-reviews' },
    ]);
    expect(await waitingFor('secretaris')).toEqual([]);
  });

  it('sees nothing of it in a session that shows too little for the role', async () => {
    const administrator = await organisation.signIn('beheerder');
    const given = { personId: personOf('anna'), role: 'auditor', validFrom: day };
    made(await administrator.post('/role-assignments', given));
    const weak = await organisation.signInBy('secretaris', 'provider');
    expect(await tasksOf(weak)).toEqual([]);
    expect(await waitingFor('secretaris')).toEqual(['1 rol wacht op uw bevestiging']);
  });
});

it('a file of the HR system waits for who may confirm it, once it was compared', async () => {
  const administrator = await organisation.signIn('beheerder');
  await api.asSuperuser(
    `insert into employment_import (organisation_id, id, version, state, reference_day, sha256, headings, requested_at)
     values ($1, $2, 1, 'planning', $3, repeat('0', 64), '{}', now())`,
    [organisation.id, importId, day],
  );
  expect(await waitingFor('beheerder')).toEqual([]);
  await api.asSuperuser(
    `update employment_import set state = 'planned', totals = '{}', plan_hash = sha256 where id = $1`,
    [importId],
  );
  expect(await tasksOf(administrator)).toMatchObject([
    { path: `/organisation/employment-imports/${importId}` },
  ]);
  expect(await waitingFor('secretaris')).toEqual([]);
});

it('what waits in another organisation waits for nobody here', async () => {
  const add = await openYear();
  await add('Van anna', ownedBy('anna'));
  const other = await api.createOrganisation(`elders-${count}`, {
    adviseur: ['employee', 'integrity-adviser'],
  });
  expect(await tasksOf(await other.signIn('adviseur'))).toEqual([]);
});
