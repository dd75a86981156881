import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';

// Real: the API and PostgreSQL. Not real: the network, and the day.

const year = 2027;
const inQuarter3 = new Date(`${year}-08-16T09:00:00Z`);
const round = `/annual-cycles/${year}/progress-rounds/3`;

let api: TestApi;
let organisation: TestOrganisation;
let adviser: TestClient;
let blockId: string;
let count = 0;

beforeAll(async () => {
  api = await openTestApi();
});

afterAll(() => api.close());
afterEach(() => vi.restoreAllMocks());

beforeEach(async () => {
  api.setTime(inQuarter3);
  organisation = await api.createOrganisation(`ronde-${++count}`, {
    adviseur: ['employee', 'integrity-adviser'],
    anna: ['employee'],
    bram: ['employee'],
    hugo: ['employee', 'human-resources'],
    sanne: ['employee', 'auditor'],
    kees: ['employee', 'works-council'],
  });
  adviser = await organisation.signIn('adviseur');
  blockId = (await adviser.get('/building-blocks')).json().items[0].id;
  await adviser.post('/annual-cycles', { year });
});

const personOf = (name: string) => organisation.people[name]?.personId ?? '';
const owned = (name: string) => ({ owner: { kind: 'person', personId: personOf(name) } });

async function add(title: string, given: object = {}): Promise<string> {
  const action = { buildingBlockId: blockId, title, quarter: 3, ...given };
  const answer = await adviser.post(`/annual-cycles/${year}/actions`, action);
  expect(answer.statusCode).toBe(201);
  return answer.json().id;
}

async function report(client: TestClient, id: string, given: object = {}): Promise<void> {
  const progress = { quarter: 3, status: 'running', note: 'Het loopt', ...given };
  const { version } = (await client.get(`/actions/${id}`)).json();
  expect((await client.post(`/actions/${id}/progress-notes`, progress, { version })).statusCode).toBe(201);
}

async function owners(client = adviser) {
  const answer = await client.get(round);
  expect(answer.statusCode).toBe(200);
  return answer.json().owners as {
    owner: { name: string } | null;
    hasReported: boolean;
    reminding: string | null;
    remindedAt: string | null;
    actions: { title: string; isReported: boolean; lastNote: { quarter: number; note: string } | null }[];
  }[];
}

/** Each owner with their actions; those that were reported in brackets. */
async function overview(): Promise<Record<string, string[]>> {
  return Object.fromEntries(
    (await owners()).map(({ owner, actions }) => [
      owner?.name.split(' ')[0] ?? 'nobody',
      actions.map(({ title, isReported }) => (isReported ? `(${title})` : title)),
    ]),
  );
}

/** Sign-in names of those whom a question how it goes waits for. */
async function asked(): Promise<string[]> {
  const rows = await api.asSuperuser<{ name: string }>(
    `select a.sign_in_name as name from notice n join account a on a.person_id = n.person_id
      where n.organisation_id = $1 and n.kind = 'annual-cycle.progress-asked' order by 1`,
    [organisation.id],
  );
  return rows.map(({ name }) => name);
}

async function remind(): Promise<{ reminded: number }> {
  const answer = await adviser.post(`${round}/_remind`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** How many statements the database is asked while something is done. */
function countStatements(): (work: () => Promise<unknown>) => Promise<number> {
  const statements = vi.fn();
  const source = api.app.get(DataSource);
  const make = source.createQueryRunner.bind(source);
  vi.spyOn(source, 'createQueryRunner').mockImplementation((mode) => {
    const runner = make(mode);
    const query = runner.query.bind(runner);
    vi.spyOn(runner, 'query').mockImplementation((...given) => {
      statements();
      return query(...given);
    });
    return runner;
  });
  return async (work) => {
    statements.mockClear();
    await work();
    return statements.mock.calls.length;
  };
}

describe('a round', () => {
  it('asks for what is of this quarter or earlier and still open, and for what goes on all year', async () => {
    await add('van nu', owned('anna'));
    await add('van eerder', { ...owned('anna'), quarter: 1 });
    await add('van later', { ...owned('anna'), quarter: 4 });
    await report(adviser, await add('toen al klaar', { ...owned('anna'), quarter: 1 }), {
      quarter: 2,
      status: 'done',
    });
    await report(adviser, await add('nu klaar', { ...owned('bram'), quarter: 2 }), { status: 'done' });
    await report(adviser, await add('doorlopend', { quarter: 4 }), { quarter: 1, status: 'continuous' });
    expect(await overview()).toEqual({
      nobody: ['doorlopend'],
      anna: ['van nu', 'van eerder'],
      bram: ['(nu klaar)'],
    });
    const ofBram = (await owners()).find(({ owner }) => owner?.name.startsWith('bram'));
    expect(ofBram).toMatchObject({ hasReported: true, reminding: 'not-needed' });
  });

  it('tells the last note up to the quarter, and not one of later', async () => {
    const id = await add('van nu', { ...owned('anna'), quarter: 1 });
    await report(adviser, id, { quarter: 1, note: 'Eerst' });
    await report(adviser, id, { quarter: 2, note: 'Toen' });
    await report(adviser, id, { quarter: 2, note: 'Beter' });
    await report(adviser, id, { quarter: 1, note: 'Achteraf over het eerste' });
    const [before] = await owners();
    expect(before?.actions[0]).toMatchObject({ isReported: false, lastNote: { quarter: 2, note: 'Beter' } });
    const first = (await adviser.get(`/annual-cycles/${year}/progress-rounds/1`)).json();
    expect(first.owners[0].actions[0].lastNote).toMatchObject({ note: 'Achteraf over het eerste' });
  });

  it('asks the database as often for many actions as for few', async () => {
    const statements = countStatements();
    const owner = owned('anna');
    await add('een', owner);
    const few = await statements(owners);
    for (const title of ['twee', 'drie', 'vier', 'vijf', 'zes']) await add(title, owner);
    expect(few).toBeGreaterThan(3);
    expect(await statements(owners)).toBe(few);
  });

  it('is for who sees the plan while it is made; others see their own actions alone', async () => {
    await add('van anna', owned('anna'));
    await add('van bram', owned('bram'));
    await add('van personeel', { owner: { kind: 'role', role: 'human-resources' } });
    expect((await owners(await organisation.signIn('sanne'))).map(({ reminding }) => reminding)).toEqual([
      null,
      null,
      null,
    ]);
    const own = async (name: string) => {
      const client = await organisation.signIn(name);
      const { actions } = (await client.get(`${round}/own`)).json();
      return {
        whole: (await client.get(round)).statusCode,
        titles: actions.map((one: { title: string }) => one.title),
      };
    };
    expect(await own('anna')).toEqual({ whole: 403, titles: ['van anna'] });
    expect(await own('kees')).toEqual({ whole: 403, titles: [] });
    expect(await own('hugo')).toEqual({ whole: 200, titles: ['van personeel'] });
  });

  it.each([
    ['a year without a cycle', `/annual-cycles/${year + 1}/progress-rounds/1`, 404],
    ['no quarter', `/annual-cycles/${year}/progress-rounds/5`, 400],
  ])('of %s is not there', async (_, path, status) => {
    expect((await adviser.get(path)).statusCode).toBe(status);
    expect((await adviser.get(`${path}/own`)).statusCode).toBe(status);
    expect((await adviser.post(`${path}/_remind`)).statusCode).toBe(status);
  });
});

describe('the rest is reminded', () => {
  it('of what they did not report, with a page of their own and the last day of the quarter', async () => {
    await add('van anna', owned('anna'));
    await report(adviser, await add('van bram', owned('bram')));
    await add('van personeel', { owner: { kind: 'role', role: 'human-resources' } });
    await add('van niemand');
    expect(await remind()).toMatchObject({ reminded: 2 });
    expect(await asked()).toEqual(['anna', 'hugo']);
    const [notice] = await api.asSuperuser(
      `select path, due_on::text as due from notice where organisation_id = $1 and kind = 'annual-cycle.progress-asked'`,
      [organisation.id],
    );
    expect(notice).toEqual({ path: `/annual-cycles/${year}/progress/3/own`, due: `${year}-09-30` });
    const entries = await api.asSuperuser<{ content: object }>(
      `select c.content from audit_entry e join audit_content c on c.entry_id = e.id
        where e.organisation_id = $1 and e.action = 'annual-cycle.owners-reminded'`,
      [organisation.id],
    );
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries[0])).toContain(personOf('anna'));
    expect(JSON.stringify(entries[0])).not.toContain('anna van');
  });

  it('each by a notice of their own, and all of them as fast as one', async () => {
    const statements = countStatements();
    await add('van anna', owned('anna'));
    const one = await statements(remind);
    for (const name of ['bram', 'hugo', 'sanne', 'kees']) await add(`van ${name}`, owned(name));
    expect(await statements(remind)).toBe(one);
    expect(await asked()).toEqual(['anna', 'bram', 'hugo', 'kees', 'sanne']);
  });

  it('nobody twice on a day, and anew the next day, also of who was told before', async () => {
    await add('van anna', owned('anna'));
    const clicks = await Promise.all([1, 2, 3].map(() => remind()));
    expect(clicks.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1);
    expect((await owners())[0]).toMatchObject({
      reminding: 'reminded-today',
      remindedAt: inQuarter3.toISOString(),
    });
    await api.asSuperuser('delete from notice where organisation_id = $1', [organisation.id]);
    api.setTime(new Date(`${year}-08-17T09:00:00Z`));
    adviser = await organisation.signIn('adviseur');
    expect((await owners())[0]).toMatchObject({ reminding: 'possible' });
    expect(await remind()).toMatchObject({
      reminded: 1,
      round: { lastRemindedAt: `${year}-08-17T09:00:00.000Z` },
    });
    expect(await asked()).toEqual(['anna']);
  });

  it('but not who has no account, wants no mail, or reminds: they are named', async () => {
    await add('van de adviseur', owned('adviseur'));
    await add('van anna', owned('anna'));
    await add('van bram', owned('bram'));
    const bram = await organisation.signIn('bram');
    await bram.patch('/mail-preferences/current', 0, { timing: 'never' });
    await api.asSuperuser('update account set deactivated_at = now() where person_id = $1', [
      personOf('anna'),
    ]);
    expect(await remind()).toMatchObject({ reminded: 0, round: { lastRemindedAt: null } });
    expect((await owners()).map(({ owner, reminding }) => [owner?.name.split(' ')[0], reminding])).toEqual([
      ['adviseur', 'oneself'],
      ['anna', 'unreachable'],
      ['bram', 'unreachable'],
    ]);
    expect(await asked()).toEqual([]);
    const entries = await api.asSuperuser(
      `select from audit_entry where organisation_id = $1 and action = 'annual-cycle.owners-reminded'`,
      [organisation.id],
    );
    expect(entries).toEqual([]);
  });

  it('no more when they have reported everything, closed it or handed it over', async () => {
    const first = await add('een', owned('anna'));
    const second = await add('twee', owned('anna'));
    const other = await add('van bram', owned('bram'));
    const third = await add('van personeel', { owner: { kind: 'role', role: 'human-resources' } });
    await remind();
    expect(await asked()).toEqual(['anna', 'bram', 'hugo']);
    const anna = await organisation.signIn('anna');
    await report(anna, first);
    expect(await asked()).toEqual(['anna', 'bram', 'hugo']);
    await report(anna, second, { quarter: 2 });
    expect(await asked()).toEqual(['anna', 'bram', 'hugo']);
    await report(anna, second);
    expect(await asked()).toEqual(['bram', 'hugo']);
    await adviser.patch(`/actions/${other}`, 1, { status: 'stopped' });
    expect(await asked()).toEqual(['hugo']);
    await adviser.patch(`/actions/${third}`, 1, owned('sanne'));
    expect(await asked()).toEqual([]);
  });

  it('not before the quarter has begun, and by nobody but the integrity adviser', async () => {
    await add('van anna', owned('anna'));
    const later = `/annual-cycles/${year}/progress-rounds/4`;
    expect((await adviser.get(later)).json()).toMatchObject({ hasBegun: false, mayRemind: false });
    expect((await adviser.post(`${later}/_remind`)).statusCode).toBe(409);
    for (const name of ['anna', 'sanne', 'hugo']) {
      const client = await organisation.signIn(name);
      expect((await client.post(`${round}/_remind`)).statusCode).toBe(403);
    }
  });

  it('never of another organisation', async () => {
    await add('van anna', owned('anna'));
    const ours = organisation;
    organisation = await api.createOrganisation(`elders-${randomUUID().slice(0, 8)}`, {
      adviseur: ['employee', 'integrity-adviser'],
    });
    const stranger = await organisation.signIn('adviseur');
    expect((await stranger.post(`${round}/_remind`)).statusCode).toBe(404);
    organisation = ours;
    expect(await asked()).toEqual([]);
  });
});
