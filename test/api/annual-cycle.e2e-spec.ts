import { Clock } from '@weerbaar/kernel/clock';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import { type Answer, type TestClient, statusesOf } from '../support/test-client.js';

// Real: the API and PostgreSQL. Not real: the network. The years follow the clock of the machine.

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let year: number;
let blockId: string;

beforeAll(async () => {
  api = await openTestApi();
  year = Number(api.app.get(Clock).today().slice(0, 4));
  organisation = await api.createOrganisation('jaarcyclus', {
    anna: ['employee', 'integrity-adviser'],
    bram: ['employee'],
    hugo: ['employee', 'human-resources'],
    vera: ['employee', 'confidential-adviser-integrity'],
    kees: ['employee', 'works-council'],
    sanne: ['employee', 'auditor'],
    beheer: ['employee', 'administrator'],
  });
  anna = await organisation.signIn('anna');
  blockId = (await anna.get('/building-blocks')).json().items[0].id;
  for (const opened of [year - 1, year, year + 1]) await anna.post('/annual-cycles', { year: opened });
});

afterAll(() => api.close());

function newAction(changes: object = {}, inYear = year): Promise<Answer> {
  const action = { buildingBlockId: blockId, title: 'Gedragscode herzien', quarter: 1, ...changes };
  return anna.post(`/annual-cycles/${inYear}/actions`, action);
}

function ownedBy(name: string): object {
  return { owner: { kind: 'person', personId: organisation.people[name]?.personId } };
}

describe('the cycle of a year', () => {
  it('is opened once', async () => {
    expect((await anna.get(`/annual-cycles/${year}`)).json()).toMatchObject({ year, phase: 'plan' });
    expect((await anna.post('/annual-cycles', { year })).statusCode).toBe(409);
    const twice = await Promise.all([1, 2].map(() => anna.post('/annual-cycles', { year: year - 2 })));
    expect(statusesOf(twice)).toEqual([201, 409]);
  });

  it.each([1999, 2222, '2026', null, 2026.5])('is not opened for %j', async (wrong) => {
    expect((await anna.post('/annual-cycles', { year: wrong })).json()).toMatchObject({
      status: 400,
      errors: [expect.objectContaining({ path: 'year' })],
    });
  });

  it('is not opened far ahead', async () => {
    expect((await anna.post('/annual-cycles', { year: year + 3 })).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'year', code: 'too-far-ahead' }],
    });
  });

  it('goes from phase to phase, one at a time', async () => {
    const path = `/annual-cycles/${year - 2}`;
    expect((await anna.patch(path, 1, { phase: 'report' })).statusCode).toBe(409);
    expect((await anna.patch(path, 1, { phase: 'execute' })).json()).toMatchObject({
      phase: 'execute',
      version: 2,
    });
    expect((await anna.patch(path, 1, { phase: 'evaluate' })).statusCode).toBe(412);
  });
});

describe('findings', () => {
  it('come from five sources and can become an action', async () => {
    const sources = [
      'previous-report',
      'developments',
      'own-instruments',
      'adviser-reports',
      'audits-and-investigations',
    ];
    const findings: { id: string }[] = [];
    for (const source of sources) {
      const added = await anna.post(`/annual-cycles/${year}/findings`, {
        source,
        title: `Bevinding uit ${source}`,
      });
      expect(added.statusCode).toBe(201);
      findings.push(added.json());
    }
    const { items, total } = (await anna.get(`/annual-cycles/${year}/findings`)).json();
    expect(total).toBe(5);
    expect(new Set(items.map(({ source }: { source: string }) => source))).toEqual(new Set(sources));
    const action = await newAction({ findingId: findings[0]?.id });
    expect(action.json().findingId).toBe(findings[0]?.id);
    expect((await anna.get(`/findings/${findings[0]?.id}`)).json().actionCount).toBe(1);
    expect((await anna.get(`/annual-cycles/${year}/findings?source=developments`)).json().total).toBe(1);
  });

  it('of another year do not become an action of this one', async () => {
    const { id } = (
      await anna.post(`/annual-cycles/${year - 1}/findings`, { source: 'developments', title: 'Oud' })
    ).json();
    expect((await newAction({ findingId: id })).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'findingId', code: 'unknown-finding' }],
    });
  });

  it('are put to rest with a reason, and opened again', async () => {
    const add = (title: string) =>
      anna.post(`/annual-cycles/${year}/findings`, { source: 'developments', title });
    const { id } = (await add('Wet in voorbereiding')).json();
    const change = (version: number, reasonForNoAction: string | null) =>
      anna.patch(`/findings/${id}`, version, { reasonForNoAction });
    const reason = 'De wet geldt nog niet.';
    expect((await change(1, reason)).json()).toMatchObject({ reasonForNoAction: reason, version: 2 });
    expect((await change(1, null)).statusCode).toBe(412);
    expect((await change(2, '')).statusCode).toBe(400);
    expect((await change(2, null)).json()).toMatchObject({ reasonForNoAction: null, version: 3 });
    await change(3, reason);
    await newAction({ findingId: id });
    expect((await anna.get(`/findings/${id}`)).json()).toMatchObject({
      actionCount: 1,
      reasonForNoAction: null,
    });
    expect((await change(4, reason)).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'reasonForNoAction', code: 'has-action' }],
    });
    expect((await anna.patch(`/findings/${id}`, 4, { title: 'Wet' })).statusCode).toBe(200);
  });

  it('are added by who has something to contribute, and changed by the integrity adviser', async () => {
    const wanted = { source: 'adviser-reports', title: 'Uit het jaarverslag van de vertrouwenspersoon' };
    const vera = await organisation.signIn('vera');
    const added = await vera.post(`/annual-cycles/${year}/findings`, wanted);
    expect(added.statusCode).toBe(201);
    expect((await vera.patch(`/findings/${added.json().id}`, 1, { title: 'Anders' })).statusCode).toBe(403);
    const hugo = await organisation.signIn('hugo');
    expect((await hugo.post(`/annual-cycles/${year}/findings`, wanted)).statusCode).toBe(403);
  });
});

describe('an action', () => {
  it('holds all that a plan says of it', async () => {
    const wanted = {
      buildingBlockId: blockId,
      title: 'Gedragscode herzien',
      intendedResult: 'Een code die past bij digitaal werken',
      owner: { kind: 'role', role: 'human-resources' },
      quarter: 3,
      budget: 12500.5,
      hours: 80,
      priority: 'high',
    };
    const added = await anna.post(`/annual-cycles/${year}/actions`, wanted);
    expect(added.statusCode).toBe(201);
    expect((await anna.get(`/actions/${added.json().id}`)).json()).toMatchObject({
      ...wanted,
      owner: { kind: 'role', role: 'human-resources', name: 'Personeel en organisatie' },
      status: 'planned',
      version: 1,
      carriedOverFrom: null,
      abilities: { edit: true, report: true },
    });
  });

  it.each<[string, object, string]>([
    ['quarter 5', { quarter: 5 }, 'quarter'],
    ['quarter 0', { quarter: 0 }, 'quarter'],
    ['quarter "1"', { quarter: '1' }, 'quarter'],
    ['quarter 2222', { quarter: 2222 }, 'quarter'],
    ['half a quarter', { quarter: 1.5 }, 'quarter'],
    ['no quarter', { quarter: null }, 'quarter'],
    ['a budget in tenths of cents', { budget: 10.125 }, 'budget'],
    ['a budget of almost nothing', { budget: 1e-7 }, 'budget'],
    ['a negative budget', { budget: -0.01 }, 'budget'],
    ['a budget in words', { budget: '1000' }, 'budget'],
    ['more money than there is', { budget: 1e12 }, 'budget'],
    ['half hours', { hours: 0.5 }, 'hours'],
    ['endless hours', { hours: 1e9 }, 'hours'],
    ['a title that is too long', { title: 'x'.repeat(301) }, 'title'],
    [
      'a block that does not exist',
      { buildingBlockId: '00000000-0000-7000-8000-000000000000' },
      'buildingBlockId',
    ],
    [
      'an owner that does not exist',
      { owner: { kind: 'person', personId: '00000000-0000-7000-8000-000000000000' } },
      'owner.personId',
    ],
    ['an owner without a name', { owner: { kind: 'person' } }, 'owner'],
    ['a role that everybody has', { owner: { kind: 'role', role: 'employee' } }, 'owner.role'],
    ['a role that does not exist', { owner: { kind: 'role', role: 'king' } }, 'owner.role'],
  ])('with %s is refused', async (_, changes, path) => {
    expect((await newAction(changes)).json()).toMatchObject({
      status: 400,
      errors: [expect.objectContaining({ path })],
    });
  });

  it('keeps cents exactly', async () => {
    for (const budget of [0, 0.1, 0.29, 1234.56, 999_999_999])
      expect((await newAction({ budget })).json().budget).toBe(budget);
  });

  it('gets a number of its own, also when many are added at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => newAction({}, year + 1)));
    const numbers = answers.map((answer) => answer.json().number as number).toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('can be left without owner, budget and hours, and be emptied again', async () => {
    const { id } = (await newAction({ ...ownedBy('bram'), budget: 10, hours: 1 })).json();
    const emptied = await anna.patch(`/actions/${id}`, 1, { owner: null, budget: null, hours: null });
    expect(emptied.json()).toMatchObject({
      owner: null,
      budget: null,
      hours: null,
      title: 'Gedragscode herzien',
    });
    for (const field of ['title', 'quarter', 'status', 'priority', 'buildingBlockId', 'intendedResult'])
      expect((await anna.patch(`/actions/${id}`, 2, { [field]: null })).statusCode).toBe(400);
  });

  it('remembers who changed what, and when', async () => {
    const { id } = (await newAction({ hours: 10 })).json();
    await anna.patch(`/actions/${id}`, 1, { hours: 20, quarter: 2 });
    const { items, total } = (await anna.get(`/actions/${id}/history`)).json();
    expect(total).toBe(2);
    expect(items).toMatchObject([
      {
        action: 'annual-cycle.action-changed',
        accountId: organisation.people.anna?.accountId,
        before: { hours: 10, quarter: 1 },
        after: { hours: 20, quarter: 2 },
      },
      { action: 'annual-cycle.action-added', before: null, after: { hours: 10, quarter: 1 } },
    ]);
    expect(items[0].occurredAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });
});

describe('progress', () => {
  it('is reported by the owner, who sees the action but does not change it', async () => {
    const { id } = (await newAction(ownedBy('bram'))).json();
    const bram = await organisation.signIn('bram');
    expect((await bram.get(`/actions/${id}`)).json().abilities).toEqual({ edit: false, report: true });
    const note = { quarter: 1, status: 'running', note: 'Eerste versie ligt er' };
    const reported = await bram.post(`/actions/${id}/progress-notes`, note, { version: 1 });
    expect(reported.statusCode).toBe(201);
    expect((await anna.get(`/actions/${id}`)).json()).toMatchObject({ status: 'running', version: 2 });
    expect((await bram.get(`/actions/${id}/progress-notes`)).json().items).toMatchObject([
      { year, quarter: 1, note: 'Eerste versie ligt er' },
    ]);
    expect((await bram.get(`/actions/${id}/history`)).json().items[0]).toMatchObject({
      accountId: organisation.people.bram?.accountId,
      after: { status: 'running' },
    });
    expect((await bram.patch(`/actions/${id}`, 2, { hours: 1 })).statusCode).toBe(403);
  });

  it('is reported by who has the role that owns it', async () => {
    const { id } = (await newAction({ owner: { kind: 'role', role: 'human-resources' } })).json();
    const hugo = await organisation.signIn('hugo');
    const note = { quarter: 1, status: 'running', note: 'Begonnen' };
    expect((await hugo.post(`/actions/${id}/progress-notes`, note, { version: 1 })).statusCode).toBe(201);
    const sanne = await organisation.signIn('sanne');
    expect((await sanne.get(`/actions/${id}`)).statusCode).toBe(200);
    expect((await sanne.post(`/actions/${id}/progress-notes`, note, { version: 2 })).statusCode).toBe(403);
  });

  it('of a plan in the making is not for the works council: it is asked for its opinion of the whole', async () => {
    const { id } = (await newAction({})).json();
    const kees = await organisation.signIn('kees');
    expect((await kees.get(`/actions/${id}`)).statusCode).toBe(404);
    expect((await kees.get(`/annual-cycles/${year}/actions`)).statusCode).toBe(403);
  });

  it('of a quarter that has not begun is refused', async () => {
    const { id } = (await newAction({}, year + 1)).json();
    const note = { quarter: 1, status: 'done', note: 'Nu al klaar' };
    const answer = await anna.post(`/actions/${id}/progress-notes`, note, { version: 1 });
    expect(answer.json()).toMatchObject({
      status: 400,
      errors: [{ path: 'quarter', code: 'in-the-future' }],
    });
    expect((await anna.get(`/actions/${id}`)).json().status).toBe('planned');
  });

  it('of an action that somebody else changed meanwhile is refused, and overwrites nothing', async () => {
    const { id } = (await newAction(ownedBy('bram'))).json();
    const bram = await organisation.signIn('bram');
    const report = (client: TestClient, status: string, asked = { version: 1 }) =>
      client.post(`/actions/${id}/progress-notes`, { quarter: 1, status, note: 'Zo staat het' }, asked);
    const answers = await Promise.all([report(bram, 'running'), report(anna, 'delayed')]);
    expect(statusesOf(answers)).toEqual([201, 412]);
    await anna.patch(`/actions/${id}`, 2, { status: 'stopped' });
    expect((await report(bram, 'done', { version: 2 })).statusCode).toBe(412);
    expect((await anna.get(`/actions/${id}`)).json().status).toBe('stopped');
    expect((await anna.get(`/actions/${id}/progress-notes`)).json().total).toBe(1);
    const unseen = await bram.post(`/actions/${id}/progress-notes`, {
      quarter: 1,
      status: 'done',
      note: 'Klaar',
    });
    expect(unseen.statusCode).toBe(428);
  });

  it('that comes late tells how it was, not how it is', async () => {
    const { id } = (await newAction({}, year - 1)).json();
    const report = (version: number, quarter: number, status: string) =>
      anna.post(`/actions/${id}/progress-notes`, { quarter, status, note: 'Zo staat het' }, { version });
    expect((await report(1, 2, 'done')).statusCode).toBe(201);
    expect((await report(2, 1, 'running')).json()).toMatchObject({ quarter: 1, status: 'running' });
    expect((await anna.get(`/actions/${id}`)).json()).toMatchObject({ status: 'done', version: 3 });
    expect((await report(3, 2, 'stopped')).statusCode).toBe(201);
    expect((await anna.get(`/actions/${id}`)).json().status).toBe('stopped');
  });

  it('needs a note', async () => {
    const { id } = (await newAction()).json();
    const wrong = { quarter: 1, status: 'klaar', note: ' ' };
    const answer = await anna.post(`/actions/${id}/progress-notes`, wrong, { version: 1 });
    expect(
      answer
        .json()
        .errors.map(({ path }: { path: string }) => path)
        .toSorted(),
    ).toEqual(['note', 'status']);
  });
});

describe('what was left open', () => {
  it('goes on in the next year once, however often and by how many it is asked', async () => {
    const from = year - 1;
    const open = (await newAction({ title: 'Loopt door', ...ownedBy('hugo'), budget: 99.99 }, from)).json();
    const done = (await newAction({ title: 'Is klaar' }, from)).json();
    await anna.patch(`/actions/${open.id}`, 1, { status: 'delayed' });
    await anna.patch(`/actions/${done.id}`, 1, { status: 'done' });
    const carryOver = () =>
      anna.post(`/annual-cycles/${year}/actions/_carry-over`, { actionIds: [open.id, open.id, done.id] });
    const openBefore = async () => (await anna.get(`/annual-cycles/${year}/open-before`)).json();
    expect(await openBefore()).toMatchObject({ actions: [{ id: open.id, title: 'Loopt door' }] });
    const counts = (await Promise.all([carryOver(), carryOver()])).map(
      (answer) => answer.json().carriedOver as number,
    );
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect((await carryOver()).json()).toEqual({ carriedOver: 0 });
    expect(await openBefore()).toEqual({ actions: [], ofEndedBlocks: 0 });
    const { items } = (await anna.get(`/annual-cycles/${year}/actions?pageSize=200`)).json();
    const carried = items.filter(
      ({ carriedOverFrom }: { carriedOverFrom: string | null }) => carriedOverFrom !== null,
    );
    expect(carried).toMatchObject([
      { title: 'Loopt door', status: 'planned', carriedOverFrom: open.id, budget: 99.99 },
    ]);
    const given = { source: 'developments', title: 'Vraagt om wat al loopt' };
    const finding = (await anna.post(`/annual-cycles/${year}/findings`, given)).json();
    await anna.patch(`/actions/${carried[0].id}`, carried[0].version, { findingId: finding.id });
    expect((await anna.get(`/findings/${finding.id}`)).json()).toMatchObject({ actionCount: 1 });
  });

  it('is told to its owner, and stays behind when it is not chosen or its block has ended', async () => {
    const of = async (title: string, changes: object) =>
      (await newAction({ title, ...changes }, year - 1)).json() as { id: string };
    const { items: blocks } = (await anna.get('/building-blocks')).json();
    const ended: { id: string; version: number } = blocks[1];
    const ofBram = await of('Van bram', ownedBy('bram'));
    const notChosen = await of('Later misschien', ownedBy('hugo'));
    const ofEnded = await of('Van een bouwsteen van toen', { buildingBlockId: ended.id, ...ownedBy('kees') });
    await api.asSuperuser(`update building_block set valid_to = $2 where id = $1`, [
      ended.id,
      `${year - 1}-12-31`,
    ]);
    const actionIds = [ofBram.id, ofEnded.id];
    const answer = await anna.post(`/annual-cycles/${year}/actions/_carry-over`, { actionIds });
    expect(answer.json()).toEqual({ carriedOver: 1 });
    expect((await anna.get(`/annual-cycles/${year}/open-before`)).json()).toMatchObject({
      actions: [{ id: notChosen.id, owner: { name: 'hugo van jaarcyclus' } }],
      ofEndedBlocks: 1,
    });
    const { items } = (await anna.get(`/annual-cycles/${year}/actions?pageSize=200`)).json();
    const carried = items.find(({ title }: { title: string }) => title === 'Van bram');
    const told = await api.asSuperuser<{ personId: string }>(
      `select person_id as "personId" from notice where subject_id = $1`,
      [carried.id],
    );
    expect(told).toEqual([{ personId: organisation.people.bram?.personId }]);
  });

  it('of a year that never was can not go on', async () => {
    const answer = await anna.post(`/annual-cycles/${year - 2}/actions/_carry-over`, { actionIds: [] });
    expect(answer.statusCode).toBe(404);
    expect((await anna.get(`/annual-cycles/${year - 2}/open-before`)).json()).toEqual({
      actions: [],
      ofEndedBlocks: 0,
    });
  });
});

describe('who may do what', () => {
  it.each(['bram', 'beheer'])('%s, without a role in the cycle, sees nothing of it', async (name) => {
    const client = await organisation.signIn(name);
    const { id } = (await newAction(ownedBy('hugo'))).json();
    for (const path of [
      '/annual-cycles',
      `/annual-cycles/${year}`,
      `/annual-cycles/${year}/actions`,
      `/annual-cycles/${year}/findings`,
      `/annual-cycles/${year}/annual-documents`,
    ])
      expect((await client.get(path)).statusCode).toBe(403);
    // Not theirs: as if it did not exist.
    for (const path of [`/actions/${id}`, `/actions/${id}/history`, `/actions/${id}/progress-notes`])
      expect((await client.get(path)).statusCode).toBe(404);
    const note = { quarter: 1, status: 'done', note: 'Niet van mij' };
    expect((await client.post(`/actions/${id}/progress-notes`, note, { version: 1 })).statusCode).toBe(404);
    for (const [path, body] of [
      ['/annual-cycles', { year }],
      [`/annual-cycles/${year}/actions`, {}],
      [`/annual-cycles/${year}/actions/_carry-over`, {}],
      [`/annual-cycles/${year}/annual-documents`, { kind: 'plan' }],
    ] as const)
      expect((await client.post(path, body)).statusCode).toBe(403);
  });

  it('nobody can make themselves owner', async () => {
    const { id } = (await newAction(ownedBy('hugo'))).json();
    const bram = await organisation.signIn('bram');
    expect((await bram.patch(`/actions/${id}`, 1, ownedBy('bram'))).statusCode).toBe(403);
  });
});
