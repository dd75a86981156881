import { AuditSealer, AuditVerification } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

// Real: the API, PostgreSQL as the application role. Not real: the network.

/** A name that a spreadsheet would run. */
const formula = '=1+1';

let api: TestApi;
let organisation: TestOrganisation;
let audra: TestClient;
let anna: TestClient;
let blockId: string;
let today: string;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('logboek', {
    anna: ['employee', 'integrity-adviser'],
    bram: ['employee'],
    audra: ['employee', 'auditor'],
    beheer: ['employee', 'administrator'],
    ona: ['works-council'],
    oscar: ['employee', 'works-council'],
    [formula]: ['employee', 'integrity-adviser'],
  });
  today = api.app.get(Clock).today();
  anna = await organisation.signIn('anna');
  audra = await organisation.signIn('audra');
  blockId = (await anna.get('/building-blocks')).json().items[0].id;
  await changeBlock(anna, { name: 'Gedragscode "nieuw"; herzien' });
});

afterAll(() => api.close());

async function changeBlock(client: TestClient, changes: object): Promise<void> {
  const { version } = (await client.get(`/building-blocks/${blockId}`)).json();
  const answer = await client.patch(`/building-blocks/${blockId}`, version, changes);
  expect(answer.statusCode).toBe(200);
}

function query(path: string, asked: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(asked).toString()}`;
}

function read(asked: Readonly<Record<string, string>> = {}, client = audra): Promise<Answer> {
  return client.get(query('/audit-entries', asked));
}

function exported(asked: Readonly<Record<string, string>> = {}, language = 'nl'): Promise<Answer> {
  return audra.get(query('/audit-entries/_export', asked), { headers: { 'accept-language': language } });
}

const changed = 'catalogue.building-block-changed';

describe('the audit log', () => {
  it('tells the auditor who did what to what, from where, when and with which result', async () => {
    const answer = await read({ objectId: blockId, action: changed });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      items: [
        {
          id: expect.any(String),
          occurredAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
          actorKind: 'person',
          accountId: organisation.people.anna?.accountId,
          personId: organisation.people.anna?.personId,
          actorName: 'anna van logboek',
          action: changed,
          objectType: 'building-block',
          objectId: blockId,
          result: 'done',
          origin: 'web',
          correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          before: { name: expect.any(String) },
          after: { name: 'Gedragscode "nieuw"; herzien' },
          erased: false,
          sequence: null,
          sealedAt: null,
        },
      ],
      page: 1,
      pageSize: 50,
      total: 1,
      totalIsExact: true,
    });
  });

  it('finds all a person did, and nothing of others', async () => {
    const personId = organisation.people.anna?.personId ?? '';
    const { items } = (await read({ personId })).json();
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      changed,
      'identity.stepped-up',
      'identity.signed-in',
    ]);
    const { total } = (await read({ personId, action: 'identity', from: today, to: today })).json();
    expect(total).toBe(2);
  });

  it('tells of a refused attempt to sign in that nobody is known to have made it', async () => {
    const attempt = { signInName: 'bram', password: `${testPassword}!` };
    expect((await organisation.visitor().post('/sessions', attempt)).statusCode).toBe(401);
    const { items } = (await read({ result: 'refused' })).json();
    expect(items).toMatchObject([
      {
        action: 'identity.sign-in-refused',
        objectId: organisation.people.bram?.accountId,
        result: 'refused',
        actorKind: 'system',
        personId: null,
        actorName: null,
      },
    ]);
  });

  it.each(['anna', 'bram', 'beheer', 'ona'])('is not for %s', async (name) => {
    const client = await organisation.signIn(name);
    for (const path of ['/audit-entries', '/audit-entries/_export', '/audit-entries?onbekend=1'])
      expect((await client.get(path)).statusCode).toBe(403);
  });

  it('is not for who is not signed in', async () => {
    for (const path of ['/audit-entries', '/audit-entries/_export'])
      expect((await organisation.visitor().get(path)).statusCode).toBe(401);
  });

  it('holds nothing of another organisation', async () => {
    const other = await api.createOrganisation('elders', { audra: ['auditor'], anna: ['employee'] });
    const stranger = await other.signIn('audra');
    expect((await read({}, stranger)).body).not.toContain('logboek');
    const { personId = '' } = organisation.people.anna ?? {};
    expect((await read({ personId }, stranger)).json()).toMatchObject({ items: [], total: 0 });
    expect((await read({ objectId: blockId }, stranger)).json()).toMatchObject({ items: [], total: 0 });
    const csv = await stranger.get('/audit-entries/_export');
    expect(csv.body).toContain('audra van elders');
    expect(csv.body).not.toContain('logboek');
  });
});

describe('filters that are not right', () => {
  const wrong = {
    personId: 'anna',
    objectType: 'Bouw Steen',
    objectId: 'Jan Jansen',
    from: '2026-02-02',
    to: '2026-02-01',
    action: 'identity.',
    result: 'mislukt',
    onbekend: '1',
  };
  const faults = {
    personId: 'identifier',
    objectType: 'pattern',
    objectId: 'pattern',
    to: 'before-first-day',
    action: 'pattern',
    result: 'choice',
    onbekend: 'unknown-field',
  };

  function codes(answer: Answer): Record<string, string> {
    expect(answer.statusCode).toBe(400);
    const { errors, type } = answer.json();
    expect(type).toBe('/api/v1/problems/invalid-input');
    return Object.fromEntries(errors.map(({ path, code }: { path: string; code: string }) => [path, code]));
  }

  it('are told all at once', async () => {
    const alsoWrong = { page: '201', pageSize: '50', olderThanId: 'x' };
    expect(codes(await read({ ...wrong, ...alsoWrong }))).toEqual({
      ...faults,
      page: 'too-far',
      olderThanId: 'identifier',
    });
    expect(codes(await exported(wrong))).toEqual(faults);
  });

  it('say how far one can page, and what to do', async () => {
    const answer = await read({ page: '51', pageSize: '200' });
    expect(answer.json().errors).toEqual([
      {
        path: 'page',
        code: 'too-far',
        message: 'Verder bladeren dan nummer 10000 kan niet. Zoek gerichter.',
      },
    ]);
    expect((await read({ page: '50', pageSize: '200' })).statusCode).toBe(200);
  });

  it('do not stand in the log', async () => {
    const before = (await read({ action: 'audit' })).json().total;
    await read(wrong);
    await exported(wrong);
    expect((await read({ action: 'audit' })).json().total).toBe(before + 1);
  });
});

describe('that it was read', () => {
  it('is in the log itself, with what was looked for and without names', async () => {
    const personId = organisation.people.anna?.personId ?? '';
    await read({ personId, from: today, pageSize: '10' });
    const { items } = (await read({ action: 'audit.read', pageSize: '1' })).json();
    expect(items).toMatchObject([
      {
        action: 'audit.read',
        personId: organisation.people.audra?.personId,
        objectType: 'audit-log',
        objectId: organisation.id,
        before: null,
        after: { personId, from: today, page: 1, pageSize: 10 },
      },
    ]);
    const written = await api.asSuperuser<{ text: string }>(
      `select e::text || c::text as text from audit_entry e join audit_content c on c.entry_id = e.id
        where e.action like 'audit.%'`,
    );
    expect(written.length).toBeGreaterThan(1);
    for (const { text } of written) expect(text).not.toMatch(/van logboek|Gedragscode/);
  });

  it('is there for an export too, with how much was taken away', async () => {
    const lines = (await exported({ objectId: blockId })).body.trimEnd().split('\r\n').length - 1;
    const { items } = (await read({ action: 'audit.exported', pageSize: '1' })).json();
    expect(items).toMatchObject([{ after: { objectId: blockId, entries: lines } }]);
  });

  it('leaves a log that verifies, and is sealed in it', async () => {
    await read();
    await exported();
    const { app, database } = api;
    await app.get(AuditSealer).seal(organisation.id);
    const report = await database.asOrganisation(organisation.id, () => app.get(AuditVerification).verify());
    expect(report).toMatchObject({ intact: true, unsealed: 0 });
    const { items } = (await read({ action: 'audit', pageSize: '1' })).json();
    expect(items[0]).toMatchObject({ sequence: report.sealed, sealedAt: expect.any(String) });
  });
});

describe('an export', () => {
  const header =
    'Volgnummer;Tijdstip (UTC);Soort handelende;Naam;Persoon;Account;Handeling;Soort object;Object;Resultaat;' +
    'Oorsprong;Verband;Voor;Na;Gewist;Verzegeld (UTC);Logregel';

  it('is a file that a Dutch spreadsheet opens, with a line for each entry', async () => {
    const answer = await exported({ action: changed, personId: organisation.people.anna?.personId ?? '' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename=logboek.csv',
      'cache-control': 'no-store',
    });
    const [first, line = '', ...rest] = answer.body.split('\r\n');
    expect(first).toBe(`\uFEFF${header}`);
    expect(rest).toEqual(['']);
    expect(line).toContain(';person;anna van logboek;');
    expect(line).toContain(`;${changed};building-block;${blockId};done;web;`);
    expect(line).toContain(`"{""name"":""Gedragscode \\""nieuw\\""; herzien""}";nee;`);
  });

  it('is in English for who prefers that', async () => {
    const answer = await exported({ action: changed }, 'en');
    expect(answer.body).toMatch(/^\uFEFFSequence;Time \(UTC\);Kind of actor;Name;/);
    expect(answer.headers['content-disposition']).toBe('attachment; filename=audit-log.csv');
  });

  it('gives a spreadsheet no formula to run', async () => {
    await changeBlock(await organisation.signIn(formula), {
      purpose: '=HYPERLINK("https://voorbeeld.example")',
    });
    const { body } = await exported({ personId: organisation.people[formula]?.personId ?? '' });
    expect(body).toContain(`;'${formula} van logboek;`);
    const cells = body.split(/;|\r\n/u);
    expect(cells.filter((cell) => /^"?[=+\-@\t]/u.test(cell))).toEqual([]);
  });

  it('says so when content was erased', async () => {
    const [entry] = (await read({ action: changed, pageSize: '1' })).json().items;
    await api.asSuperuser(
      'update audit_content set content = null, salt = null, erased_at = now() where entry_id = $1',
      [entry.id],
    );
    expect((await read({ action: changed })).json().items[0]).toMatchObject({
      id: entry.id,
      before: null,
      after: null,
      erased: true,
    });
    const [, line] = (await exported({ action: changed })).body.split('\r\n');
    expect(line).toContain(';;;ja;');
  });
});

describe('the history of a record', () => {
  it('says by name who did it', async () => {
    const { items } = (await anna.get(`/building-blocks/${blockId}/history`)).json();
    const names = items.map(({ actorName }: { actorName: string | null }) => actorName);
    expect(names).toContain('anna van logboek');
    expect(items.at(-1)).toMatchObject({ actorKind: 'operator', accountId: null, actorName: null });
  });

  it('tells those who may not see the record no name either', async () => {
    const year = Number(today.slice(0, 4));
    await anna.post('/annual-cycles', { year });
    const action = { buildingBlockId: blockId, title: 'Gedragscode herzien', quarter: 1 };
    const { id } = (await anna.post(`/annual-cycles/${year}/actions`, action)).json();
    const mine = await anna.get(`/actions/${id}/history`);
    expect(mine.json().items).toMatchObject([{ actorName: 'anna van logboek' }]);

    const member = await organisation.signIn('ona');
    const colleague = await organisation.signIn('oscar');
    const refused = [
      await member.get(`/building-blocks/${blockId}/history`),
      await member.get(`/actions/${id}/history`),
      await colleague.get(`/actions/${id}/history`),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 404]);
    for (const { body } of refused) expect(body).not.toContain('anna');
  });
});
