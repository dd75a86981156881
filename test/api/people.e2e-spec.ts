import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import { type Answer, statusesOf, type TestClient } from '../support/test-client.js';

/** Who works where, in which function, under whom. Real: the API and PostgreSQL. Not real: the network. */

let api: TestApi;
let organisation: TestOrganisation;
/** Human resources. */
let hugo: TestClient;
/** Manages a department, and holds the role that goes with it. */
let dora: TestClient;
/** An employee. */
let bram: TestClient;
let adviser: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('mensen', {
    hugo: ['employee', 'human-resources'],
    dora: ['employee', 'manager'],
    bram: ['employee'],
    ada: ['employee', 'integrity-adviser'],
    sam: ['employee'],
  });
  hugo = await organisation.signIn('hugo');
  dora = await organisation.signIn('dora');
  bram = await organisation.signIn('bram');
  adviser = await organisation.signIn('ada');
});

afterAll(() => api.close());

let counter = 0;
const unique = (word: string): string => `${word}-${(counter += 1)}`;
const personOf = (name: string): string => organisation.people[name]?.personId ?? '';

async function newDepartment(wanted: object = {}) {
  const answer = await hugo.post('/departments', {
    code: unique('afd'),
    name: 'Burgerzaken',
    kind: 'Afdeling',
    validFrom: '2020-01-01',
    ...wanted,
  });
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  return answer.json();
}

async function newPerson(name: string): Promise<string> {
  return (await hugo.post('/persons', { name })).json().id;
}

function employ(personId: string, wanted: object): Promise<Answer> {
  return hugo.post(`/persons/${personId}/employments`, {
    personnelNumber: unique('p'),
    kind: 'employee',
    hoursPerWeek: 36,
    validFrom: '2020-01-01',
    ...wanted,
  });
}

async function employed(personId: string, wanted: object) {
  const answer = await employ(personId, wanted);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  return answer.json();
}

const managerOn = async (personId: string, day: string) =>
  (await hugo.get(`/persons/${personId}/manager?on=${day}`)).json().manager?.personId ?? null;

const codesIn = (answer: Answer): string[] =>
  (answer.json().errors ?? []).map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);

describe('departments', () => {
  it('are a tree, read from the top', async () => {
    const cluster = await newDepartment({ kind: 'Cluster', name: 'Samenleving' });
    const department = await newDepartment({ parentId: cluster.id });
    const team = await newDepartment({ parentId: department.id, kind: 'Team' });
    const tree = (await bram.get('/departments')).json() as { id: string; depth: number }[];
    const seen = tree.filter(({ id }) => [cluster.id, department.id, team.id].includes(id));
    expect(seen.map(({ id, depth }) => [id, depth])).toEqual([
      [cluster.id, 0],
      [department.id, 1],
      [team.id, 2],
    ]);
  });

  it('are called and placed on a day as they were on that day', async () => {
    const [old, other] = [await newDepartment(), await newDepartment()];
    const { id, version } = await newDepartment({ parentId: old.id, name: 'Sociale zaken' });
    const change = { from: '2024-07-01', parentId: other.id, name: 'Werk en inkomen' };
    const moved = await hugo.post(`/departments/${id}/_change`, change, { version });
    expect(moved.json()).toMatchObject({ version: version + 1, name: 'Werk en inkomen', parentId: other.id });
    const before = (await hugo.get(`/departments/${id}?on=2024-06-30`)).json();
    expect(before).toMatchObject({ name: 'Sociale zaken', parentId: old.id });
    expect(before.periods).toHaveLength(2);
  });

  it('show colleagues today and nothing of how it was or will be', async () => {
    const { id } = await newDepartment();
    expect((await bram.get(`/departments/${id}`)).json()).toMatchObject({
      periods: null,
      may: { change: false },
    });
    expect((await bram.get(`/departments/${id}?on=2021-01-01`)).statusCode).toBe(403);
    expect((await bram.get('/departments?on=2099-01-01')).statusCode).toBe(403);
    expect((await adviser.get('/departments?on=2021-01-01')).statusCode).toBe(200);
  });

  it('never contain themselves, not even years from now', async () => {
    const top = await newDepartment();
    const below = await newDepartment({ parentId: top.id });
    const lowest = await newDepartment({ parentId: below.id });
    const asked = { from: '2090-01-01', parentId: lowest.id };
    const refused = await hugo.post(`/departments/${top.id}/_change`, asked, { version: top.version });
    expect([refused.statusCode, codesIn(refused)]).toEqual([400, ['parentId circle']]);
    const itself = { from: '2024-01-01', parentId: top.id };
    expect(codesIn(await hugo.post(`/departments/${top.id}/_change`, itself, { version: 1 }))).toEqual([
      'parentId circle',
    ]);
  });

  it('are not moved into each other by two people at once', async () => {
    const [one, other] = [await newDepartment(), await newDepartment()];
    const move = (what: { id: string }, parent: { id: string }) =>
      hugo.post(
        `/departments/${what.id}/_change`,
        { from: '2024-01-01', parentId: parent.id },
        { version: 1 },
      );
    expect(statusesOf(await Promise.all([move(one, other), move(other, one)]))).toEqual([200, 400]);
  });

  it('end when nobody works there any more and nothing is below them', async () => {
    const top = await newDepartment();
    const below = await newDepartment({ parentId: top.id });
    const end = (department: { id: string }, version: number, lastDay: string | null) =>
      hugo.post(`/departments/${department.id}/_end`, { lastDay }, { version });
    expect((await end(top, 1, '2024-12-31')).statusCode).toBe(409);
    expect((await end(below, 1, '2024-06-30')).statusCode).toBe(200);
    expect((await end(top, 1, '2024-12-31')).statusCode).toBe(200);
    expect((await hugo.get(`/departments/${top.id}?on=2024-12-31`)).statusCode).toBe(200);
    expect((await hugo.get(`/departments/${top.id}`)).statusCode).toBe(404);
    expect(codesIn(await end(below, 2, null))).toEqual(['parentId not-in-force']);
    expect((await end(top, 2, null)).statusCode).toBe(200);
    expect((await end(below, 2, null)).statusCode).toBe(200);
  });

  it('bear a code that no other bears at the same time', async () => {
    const first = await newDepartment({ validTo: '2022-12-31' });
    const again = { name: 'x', kind: 'Team', code: first.code };
    const during = await hugo.post('/departments', { ...again, validFrom: '2022-12-31' });
    expect([during.statusCode, codesIn(during)]).toEqual([400, ['code taken']]);
    expect((await hugo.post('/departments', { ...again, validFrom: '2023-01-01' })).statusCode).toBe(201);
  });
});

describe('bad input', () => {
  it('is told all at once', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    const answer = await hugo.post('/departments', {
      code: 'x',
      name: 'x',
      kind: 'x',
      validFrom: '2024-01-02',
      validTo: '2024-01-01',
      parentId: nobody,
      managerId: nobody,
    });
    expect(codesIn(answer)).toEqual(['validTo before-start', 'parentId unknown', 'managerId unknown-person']);
    const person = await newPerson('Fout');
    const employment = await employ(person, {
      departmentId: nobody,
      jobFunctionId: nobody,
      managerId: nobody,
      validTo: '2019-12-31',
    });
    expect(codesIn(employment)).toEqual([
      'validTo before-start',
      'departmentId unknown',
      'jobFunctionId unknown',
      'managerId unknown-person',
    ]);
  });

  it.each([
    ['a year that is a typing slip', { validFrom: '2222-01-01' }, 'validFrom day'],
    ['a day that does not exist', { validFrom: '2025-02-29' }, 'validFrom day'],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, 'name too-long'],
    ['a name of nothing but NUL', { name: '\0' }, 'name required'],
    ['a code that is no text', { code: 7 }, 'code text'],
  ])('%s is refused', async (_what, wrong, expected) => {
    const answer = await hugo.post('/departments', {
      code: unique('c'),
      name: 'x',
      kind: 'x',
      validFrom: '2024-01-01',
      ...wrong,
    });
    expect([answer.statusCode, codesIn(answer)]).toEqual([400, [expected]]);
  });

  it('a name of 200 characters fits', async () => {
    expect((await newDepartment({ name: 'é'.repeat(200) })).name).toBe('é'.repeat(200));
  });

  it.each([
    ['more hours than a week has', { hoursPerWeek: 169 }, 'hoursPerWeek too-high'],
    ['hours in thirds', { hoursPerWeek: 33.333 }, 'hoursPerWeek number'],
    ['a kind that does not exist', { kind: 'king' }, 'kind choice'],
  ])('%s are refused', async (_what, wrong, expected) => {
    const { id } = await newDepartment();
    const answer = await employ(personOf('sam'), { departmentId: id, ...wrong });
    expect([answer.statusCode, codesIn(answer)]).toEqual([400, [expected]]);
  });

  it('a version that was not seen changes nothing', async () => {
    const { id } = await newDepartment();
    const change = { from: '2024-01-01', name: 'Anders' };
    expect((await hugo.post(`/departments/${id}/_change`, change)).statusCode).toBe(428);
    expect((await hugo.post(`/departments/${id}/_change`, change, { version: 7 })).statusCode).toBe(412);
    const employment = await employed(await newPerson('Versie'), { departmentId: id });
    const path = `/employments/${employment.id}`;
    const asked = { from: '2024-01-01', hoursPerWeek: 8 };
    expect((await hugo.post(`${path}/_change`, asked, { version: 7 })).statusCode).toBe(412);
    expect((await hugo.post(`${path}/_end`, { lastDay: '2024-01-01' }, { version: 7 })).statusCode).toBe(412);
    expect((await hugo.patch(path, 7, { kind: 'trainee' })).statusCode).toBe(412);
    expect((await hugo.get(path)).json()).toMatchObject({ version: 1, validTo: null });
  });

  it('a change outside its days is refused', async () => {
    const { id } = await newDepartment({ validTo: '2025-12-31' });
    const change = async (asked: object) =>
      codesIn(await hugo.post(`/departments/${id}/_change`, { name: 'x', ...asked }, { version: 1 }));
    expect(await change({ from: '2019-12-31' })).toEqual(['from outside']);
    expect(await change({ from: '2026-01-01' })).toEqual(['from outside']);
    expect(await change({ from: '2025-01-01', until: '2026-01-01' })).toEqual(['until outside']);
    expect(await change({ from: '2025-01-02', until: '2025-01-01' })).toEqual(['until before-start']);
    expect(
      codesIn(await hugo.post(`/departments/${id}/_end`, { lastDay: '2019-12-31' }, { version: 1 })),
    ).toEqual(['lastDay before-start']);
    expect(codesIn(await hugo.post(`/departments/${id}/_end`, {}, { version: 1 }))).toEqual([
      'lastDay required',
    ]);
  });
});

describe('functions', () => {
  it('are designated from a day on, and before it they were not', async () => {
    const made = await hugo.post('/job-functions', {
      code: unique('f'),
      name: 'Inkoper',
      validFrom: '2020-01-01',
    });
    const { id, version } = made.json();
    const change = {
      from: '2025-03-01',
      isVulnerable: true,
      reportsFinancialInterests: true,
      conductCertificateProfile: '21, 53',
    };
    const changed = await hugo.post(`/job-functions/${id}/_change`, change, { version });
    expect(changed.json().periods).toMatchObject([
      { validTo: '2025-02-28', isVulnerable: false, conductCertificateProfile: null },
      { validFrom: '2025-03-01', validTo: null, isVulnerable: true, publishesSideActivities: false },
    ]);
    expect((await adviser.get('/job-functions')).body).toContain('Inkoper');
    expect((await bram.get('/job-functions')).statusCode).toBe(403);
    expect((await adviser.post('/job-functions', {})).statusCode).toBe(403);
  });

  it('do not end while somebody has them', async () => {
    const department = await newDepartment();
    const { id } = (
      await hugo.post('/job-functions', { code: unique('f'), name: 'Klerk', validFrom: '2020-01-01' })
    ).json();
    const employment = await employed(await newPerson('Kees'), {
      departmentId: department.id,
      jobFunctionId: id,
    });
    const end = () => hugo.post(`/job-functions/${id}/_end`, { lastDay: '2024-12-31' }, { version: 1 });
    expect((await end()).statusCode).toBe(409);
    await hugo.post(`/employments/${employment.id}/_end`, { lastDay: '2024-12-31' }, { version: 1 });
    expect((await end()).statusCode).toBe(200);
  });
});

describe('who manages whom', () => {
  it('is known for every day, through moves, changes of manager and named managers', async () => {
    const [first, second, named] = [
      await newPerson('Eerste'),
      await newPerson('Tweede'),
      await newPerson('Derde'),
    ];
    const top = await newDepartment({ managerId: first });
    const below = await newDepartment({ parentId: top.id });
    for (const manager of [first, second, named]) await employed(manager, { departmentId: top.id });
    const person = await newPerson('Wie');
    const employment = await employed(person, { departmentId: below.id, validFrom: '2021-01-01' });
    const act = (from: string, changes: object) =>
      hugo.post(`/departments/${below.id}/_change`, { from, ...changes }, { version: 1 });
    expect((await act('2024-07-01', { managerId: second })).statusCode).toBe(200);
    const asked = { from: '2025-02-01', until: '2025-03-31', managerId: named };
    await hugo.post(`/employments/${employment.id}/_change`, asked, { version: 1 });
    expect(await managerOn(person, '2020-12-31')).toBe(null);
    expect(await managerOn(person, '2021-01-01')).toBe(first);
    expect(await managerOn(person, '2024-06-30')).toBe(first);
    expect(await managerOn(person, '2024-12-31')).toBe(second);
    expect(await managerOn(person, '2025-02-01')).toBe(named);
    expect(await managerOn(person, '2025-03-31')).toBe(named);
    expect(await managerOn(person, '2025-04-01')).toBe(second);
    const team = await hugo.get(`/persons/${second}/team?on=2024-12-31`);
    expect(team.json().items).toMatchObject([{ id: person, departments: [{ name: 'Burgerzaken' }] }]);
  });

  it('the head of a department is managed from above, and so is everybody when the head has left', async () => {
    const [director, head, person] = [
      await newPerson('Directeur'),
      await newPerson('Hoofd'),
      await newPerson('Lid'),
    ];
    const top = await newDepartment({ managerId: director });
    const below = await newDepartment({ parentId: top.id, managerId: head });
    await employed(director, { departmentId: top.id });
    const { id } = await employed(head, { departmentId: below.id });
    await employed(person, { departmentId: below.id });
    expect(await managerOn(head, '2024-12-31')).toBe(director);
    expect(await managerOn(director, '2024-12-31')).toBe(null);
    expect(await managerOn(person, '2024-12-31')).toBe(head);
    await hugo.post(`/employments/${id}/_end`, { lastDay: '2024-12-31' }, { version: 1 });
    expect(await managerOn(person, '2024-12-31')).toBe(head);
    expect(await managerOn(person, '2025-01-01')).toBe(director);
  });

  it('never comes back to where it began', async () => {
    const [one, other] = [await newPerson('Een'), await newPerson('Ander')];
    const { id } = await newDepartment({ managerId: one });
    const ofOne = await employed(one, { departmentId: id });
    await employed(other, { departmentId: id });
    const change = { from: '2090-01-01', managerId: other };
    const path = `/employments/${ofOne.id}/_change`;
    expect((await hugo.post(path, change, { version: 1 })).statusCode).toBe(409);
    expect(codesIn(await hugo.post(path, { ...change, managerId: one }, { version: 1 }))).toEqual([
      'managerId oneself',
    ]);
    expect(await managerOn(one, '2095-01-01')).toBe(null);
  });

  it('follows the employment of the most hours of somebody who has two at once', async () => {
    const [chief, captain, person] = [
      await newPerson('Chef'),
      await newPerson('Commandant'),
      await newPerson('Dubbel'),
    ];
    const office = await newDepartment({ managerId: chief });
    const brigade = await newDepartment({ managerId: captain });
    await employed(chief, { departmentId: office.id });
    await employed(captain, { departmentId: brigade.id });
    await employed(person, { departmentId: brigade.id, kind: 'volunteer', hoursPerWeek: null });
    await employed(person, { departmentId: office.id, hoursPerWeek: 24.5 });
    expect(await managerOn(person, '2024-12-31')).toBe(chief);
    expect((await hugo.get(`/persons/${person}/employments`)).json()).toHaveLength(2);
    expect((await hugo.get(`/persons/${captain}/team`)).json().items).toMatchObject([{ id: person }]);
  });
});

describe('who keeps departments and employments', () => {
  it('does not choose their own manager by them, today or later, nor whom they manage', async () => {
    const keepers = await api.createOrganisation(unique('afdelingen').toLowerCase(), {
      hugo: ['employee', 'human-resources'],
      hans: ['employee', 'human-resources'],
    });
    const [hr, colleague] = [await keepers.signIn('hugo'), await keepers.signIn('hans')];
    const made = async (path: string, body: object) => {
      const answer = await hr.post(path, body);
      expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
      return answer.json();
    };
    const since = { validFrom: '2020-01-01' };
    const place = { kind: 'Afdeling', ...since };
    const boss = await made('/persons', { name: 'Baas' });
    const friend = await made('/persons', { name: 'Vriend' });
    const top = await made('/departments', { code: 't', name: 'Top', ...place });
    const staff = await made('/departments', { code: 's', name: 'Staf', parentId: top.id, ...place });
    const personId = keepers.people.hugo?.personId ?? '';
    for (const [id, departmentId, number] of [
      [boss.id, staff.id, '1'],
      [friend.id, top.id, '2'],
    ])
      await made(`/persons/${id}/employments`, {
        personnelNumber: number,
        kind: 'employee',
        departmentId,
        ...since,
      });
    const ownJob = { personnelNumber: '3', kind: 'employee', departmentId: staff.id, ...since };
    expect((await colleague.post(`/persons/${personId}/employments`, ownJob)).statusCode).toBe(201);

    const change = (client: TestClient, body: object) =>
      client.post(`/departments/${staff.id}/_change`, body, { version: 1 });
    for (const wanted of [
      { managerId: friend.id, from: '2026-01-01' },
      { managerId: friend.id, from: '2099-01-01' },
      { managerId: personId, from: '2026-01-01' },
    ])
      expect((await change(hr, wanted)).statusCode).toBe(403);
    expect((await hr.get(`/departments/${staff.id}`)).json()).toMatchObject({ version: 1, manager: null });
    expect((await change(colleague, { managerId: boss.id, from: '2026-01-01' })).statusCode).toBe(200);

    const [ofFriend] = (await hr.get(`/persons/${friend.id}/employments`)).json();
    const move = (client: TestClient, body: object) =>
      client.post(`/employments/${ofFriend.id}/_change`, { from: '2026-01-01', ...body }, { version: 1 });
    const refused = await move(hr, { managerId: personId });
    expect([refused.statusCode, refused.json().detail]).toEqual([403, expect.stringContaining('collega')]);
    const newcomer = await made('/persons', { name: 'Nieuw' });
    const job = { personnelNumber: '4', kind: 'employee', departmentId: staff.id, ...since };
    const hire = (client: TestClient, body: object) =>
      client.post(`/persons/${newcomer.id}/employments`, { ...job, ...body });
    expect((await hire(hr, { managerId: personId })).statusCode).toBe(403);
    const [ofBoss] = (await hr.get(`/persons/${boss.id}/employments`)).json();
    const end = { lastDay: '2026-12-31' };
    expect((await hr.post(`/employments/${ofBoss.id}/_end`, end, { version: 1 })).statusCode).toBe(403);
    expect((await hr.get(`/persons/${newcomer.id}/employments`)).json()).toEqual([]);
    expect((await hire(hr, {})).statusCode).toBe(201);
    expect((await move(colleague, { managerId: personId })).statusCode).toBe(200);
  });
});

describe('an employment', () => {
  it('is seen by the person, their manager, human resources and the integrity adviser, and by nobody else', async () => {
    const { id } = await newDepartment({ managerId: personOf('dora') });
    await employed(personOf('dora'), { departmentId: id });
    const made = await employed(personOf('bram'), { departmentId: id });
    const path = `/persons/${personOf('bram')}/employments`;
    for (const client of [bram, dora, hugo, adviser])
      expect((await client.get(path)).json()).toMatchObject([
        { id: made.id, personnelNumber: made.personnelNumber },
      ]);
    const sam = await organisation.signIn('sam');
    expect((await sam.get(path)).statusCode).toBe(403);
    expect((await sam.get(`/employments/${made.id}`)).statusCode).toBe(403);
    expect((await dora.get(`/persons/${personOf('hugo')}/employments`)).statusCode).toBe(403);
    const colleague = (await sam.get(`/persons/${personOf('bram')}`)).body;
    expect(colleague).toContain('Burgerzaken');
    for (const secret of [made.personnelNumber, '2020-01-01', 'hours'])
      expect(colleague).not.toContain(secret);
    expect((await sam.get(`/persons/${personOf('bram')}/manager`)).json().manager.personId).toBe(
      personOf('dora'),
    );
    expect((await sam.get(`/persons/${personOf('bram')}/manager?on=2021-01-01`)).statusCode).toBe(403);
    expect((await bram.get(`/persons/${personOf('bram')}/manager?on=2021-01-01`)).statusCode).toBe(200);
  });

  it('is not changed by whose it is: nobody chooses who decides on what they declare', async () => {
    const { id } = await newDepartment();
    const mine = { departmentId: id };
    expect((await employ(personOf('hugo'), mine)).statusCode).toBe(403);
  });

  it('begins in the future, and nothing of it is there before', async () => {
    const department = await newDepartment();
    const person = await newPerson('Straks');
    await employed(person, { departmentId: department.id, validFrom: '2090-01-01' });
    const listed = async (on: string) =>
      (await hugo.get(`/persons?on=${on}&departmentId=${department.id}`)).json().total;
    expect(await listed('2089-12-31')).toBe(0);
    expect(await listed('2090-01-01')).toBe(1);
    expect((await hugo.get(`/persons/${person}`)).json().departments).toEqual([]);
  });

  it('ends and never vanishes; what was corrected stays in the audit log', async () => {
    const department = await newDepartment();
    const person = await newPerson('Vertrekt');
    const { id } = await employed(person, { departmentId: department.id });
    const ended = await hugo.post(`/employments/${id}/_end`, { lastDay: '2024-06-30' }, { version: 1 });
    expect(ended.json()).toMatchObject({ version: 2, validTo: '2024-06-30' });
    const corrected = await hugo.patch(`/employments/${id}`, 2, { validFrom: '2020-02-01', kind: 'trainee' });
    expect(corrected.json()).toMatchObject({ version: 3, kind: 'trainee', validFrom: '2020-02-01' });
    expect((await hugo.patch(`/employments/${id}`, 3, { validFrom: '2024-07-01' })).statusCode).toBe(400);
    expect((await hugo.get(`/persons/${person}/employments`)).json()).toHaveLength(1);
    const traces = await api.asSuperuser<{ action: string; content: { before?: unknown; after?: unknown } }>(
      `select e.action, c.content from audit_entry e join audit_content c on c.entry_id = e.id
        where e.object_id = $1 order by e.id`,
      [id],
    );
    expect(traces.map(({ action }) => action)).toEqual([
      'people.employment-added',
      'people.employment-ended',
      'people.employment-corrected',
    ]);
    expect(traces[2]?.content).toMatchObject({
      before: { periods: [{ validFrom: '2020-01-01' }] },
      after: { periods: [{ validFrom: '2020-02-01' }], kind: 'trainee' },
    });
  });

  it('bears a personnel number that no other bears', async () => {
    const { id } = await newDepartment();
    const first = await employed(await newPerson('Een'), { departmentId: id });
    const second = await employed(await newPerson('Twee'), { departmentId: id });
    const again = await employ(await newPerson('Drie'), {
      departmentId: id,
      personnelNumber: first.personnelNumber,
    });
    expect(codesIn(again)).toEqual(['personnelNumber taken']);
    const corrected = await hugo.patch(`/employments/${second.id}`, 1, {
      personnelNumber: first.personnelNumber,
    });
    expect(codesIn(corrected)).toEqual(['personnelNumber taken']);
    const same = { personnelNumber: second.personnelNumber };
    expect((await hugo.patch(`/employments/${second.id}`, 1, same)).statusCode).toBe(200);
  });
});

describe('finding people', () => {
  const namesFor = async (q: string): Promise<string[]> => {
    const answer = await bram.get(`/persons?q=${encodeURIComponent(q)}`);
    expect(answer.statusCode).toBe(200);
    return answer.json().items.map(({ name }: { name: string }) => name);
  };

  it('goes by the beginning of any word of the name, without accents or capitals', async () => {
    for (const name of ['Zoë van der Laeken', 'Özgür Laeknes', "Wim d'Angelico"]) await newPerson(name);
    expect(await namesFor('LAEK')).toEqual(['Zoë van der Laeken', 'Özgür Laeknes'].toSorted());
    expect(await namesFor('zoe laek')).toEqual(['Zoë van der Laeken']);
    expect(await namesFor('ozgur')).toEqual(['Özgür Laeknes']);
    expect(await namesFor('angeli')).toEqual(["Wim d'Angelico"]);
    expect(await namesFor('aeken')).toEqual([]);
  });

  it('takes nothing in it for a pattern', async () => {
    await newPerson('Procent Teken');
    expect(await namesFor('proc%')).toEqual(['Procent Teken']);
    expect(await namesFor('p_ocent')).toEqual([]);
    for (const signs of ['\\', '%', '[]']) expect(await namesFor(signs)).toEqual([]);
  });

  it('knows who works in a department and in those below it', async () => {
    const top = await newDepartment();
    const below = await newDepartment({ parentId: top.id });
    const person = await newPerson('Onderin');
    await employed(person, { departmentId: below.id });
    const found = (await bram.get(`/persons?departmentId=${top.id}&q=onder`)).json();
    expect(found).toMatchObject({
      total: 1,
      items: [{ id: person, departments: [{ departmentId: below.id }] }],
    });
    const none = `/persons?departmentId=00000000-0000-7000-8000-000000000000`;
    expect((await bram.get(none)).json().total).toBe(0);
    expect((await bram.get('/persons?on=2021-01-01')).statusCode).toBe(403);
    expect((await bram.get('/persons?departmentId=x')).statusCode).toBe(400);
  });

  it('does not tell colleagues who left, who is still to come, or that there is somebody to ask about', async () => {
    const { id: departmentId } = await newDepartment();
    const [left, coming, never, here] = [
      await newPerson('Weggaander Vroeger'),
      await newPerson('Weggaander Straks'),
      await newPerson('Weggaander Raadslid'),
      await newPerson('Weggaander Nu'),
    ];
    await employed(left, { departmentId, validTo: '2021-12-31' });
    await employed(coming, { departmentId, validFrom: '2099-01-01' });
    await employed(here, { departmentId });
    expect(await namesFor('weggaander')).toEqual(['Weggaander Nu', 'Weggaander Raadslid']);
    for (const path of ['', '/manager', '/team']) {
      const answers = [left, coming, never, here].map((id) => bram.get(`/persons/${id}${path}`));
      const statuses = (await Promise.all(answers)).map(({ statusCode }) => statusCode);
      expect(statuses, path).toEqual([404, 404, 200, 200]);
    }
    expect((await hugo.get('/persons?q=weggaander')).json().total).toBe(4);
    expect((await hugo.get(`/persons/${left}`)).statusCode).toBe(200);
  });

  it('finds their accounts in the same way, for who looks after those', async () => {
    const keeper = await api.createOrganisation(unique('accounts').toLowerCase(), {
      beer: ['employee', 'administrator'],
      loes: ['employee'],
    });
    const loes = keeper.people.loes?.personId ?? '';
    await api.asSuperuser(`update person set name = 'Loes van der Laeken' where id = $1`, [loes]);
    const beer = await keeper.signIn('beer');
    const found = async (query: string) => {
      const { items, total } = (await beer.get(`/accounts?${query}`)).json();
      expect(items).toHaveLength(total);
      return items.map(({ personId }: { personId: string }) => personId);
    };
    expect(await found('q=LAEK')).toEqual([loes]);
    expect(await found('q=loes%20laek')).toEqual([loes]);
    expect(await found(`personId=${loes}`)).toEqual([loes]);
    for (const nobody of ['q=aeken', 'q=%25', `personId=${loes}&q=beer`])
      expect(await found(nobody)).toEqual([]);
    expect(await found('')).toHaveLength(2);
    expect((await beer.get('/accounts?personId=x')).statusCode).toBe(400);
  });

  it('a renamed person is found by the new name', async () => {
    const id = await newPerson('Oude Naamgenoot');
    await api.asSuperuser(`update person set name = 'Nieuwe Achternaam' where id = $1`, [id]);
    expect(await namesFor('naamgenoot')).toEqual([]);
    expect(await namesFor('achternaam')).toEqual(['Nieuwe Achternaam']);
  });
});
