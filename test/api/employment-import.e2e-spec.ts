import { JobRuns } from '@weerbaar/kernel/jobs';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

/** Real: API, worker, queue and database. Not real: the network, and the HR system. */

let api: TestApi;
let organisation: TestOrganisation;
let clerk: TestClient;
let hosts = 0;

beforeAll(async () => {
  api = await openTestApi({ WEERBAAR_IMPORT_MEGABYTES: '1' });
  await api.startWorker();
});
afterAll(() => api.close());

beforeEach(async () => {
  hosts += 1;
  organisation = await api.createOrganisation(`inlezen-${hosts}`, {
    hanna: ['human-resources', 'employee'],
    beer: ['administrator', 'employee'],
    emma: ['employee'],
  });
  clerk = await organisation.signIn('hanna');
  for (const [code, name] of [
    ['BZ', 'Burgerzaken'],
    ['FIN', 'Financiën'],
  ])
    made(await clerk.post('/departments', { code, name, kind: 'Afdeling', validFrom: '2000-01-01' }));
  made(
    await clerk.post('/job-functions', { code: 'BAL', name: 'Medewerker balie', validFrom: '2000-01-01' }),
  );
});

const headings =
  'Personeelsnummer;Naam;E-mailadres;Afdelingscode;Functiecode;Uren per week;Personeelsnummer leidinggevende;Datum in dienst;Datum uit dienst';
const anna = '1001;Anna de Vries;anna@voorbeeld.example;BZ;BAL;32,5;1002;2019-03-01;';
const bram = '1002;Bram Jansen;bram@voorbeeld.example;BZ;;36;;01-05-2015;';
const chris = '1003;Chris Bakker;;FIN;BAL;24;1002;2021-09-01;';
const day = '2026-11-01';

function csv(...rows: readonly string[]): Buffer {
  return Buffer.from([headings, ...rows].join('\r\n') + '\r\n');
}

function made(answer: Answer) {
  if (answer.statusCode >= 400) throw new Error(answer.body);
  return answer.json();
}

function upload(
  bytes: Buffer,
  fields: Readonly<Record<string, string>> = {},
  client = clerk,
): Promise<Answer> {
  return client.upload(
    '/employment-imports',
    { referenceDay: day, ...fields },
    { name: 'hr.csv', type: 'text/csv', bytes },
  );
}

async function settled(id: string) {
  return vi.waitFor(
    async () => {
      const found = made(await clerk.get(`/employment-imports/${id}`));
      if (['planning', 'applying'].includes(found.state)) throw new Error(`still ${found.state}`);
      return found;
    },
    { timeout: 20_000, interval: 100 },
  );
}

/** A dry run. */
async function compared(bytes: Buffer, fields: Readonly<Record<string, string>> = {}) {
  return settled(made(await upload(bytes, fields)).id as string);
}

async function confirmed(found: { id: string; version: number }, body: object = {}) {
  made(await clerk.post(`/employment-imports/${found.id}/_confirm`, body, { version: found.version }));
  return settled(found.id);
}

async function applied(bytes: Buffer, fields: Readonly<Record<string, string>> = {}, body: object = {}) {
  return confirmed(await compared(bytes, fields), body);
}

async function linesOf(id: string, query = '') {
  return made(await clerk.get(`/employment-imports/${id}/lines${query}`)).items;
}

async function employmentOf(name: string) {
  const [person] = made(await clerk.get(`/persons?q=${encodeURIComponent(name)}`)).items;
  return person && made(await clerk.get(`/persons/${person.id}/employments`));
}

describe('an import', () => {
  it('shows first what it would do, and does that when it is confirmed', async () => {
    const found = await compared(csv(anna, bram, chris));
    expect(found).toMatchObject({
      state: 'planned',
      totals: { added: 3, changed: 0, ended: 0, unchanged: 0, fault: 0 },
      endsMany: false,
      may: { confirm: true },
    });
    expect(await employmentOf('anna de vries')).toBe(undefined);
    const [line] = await linesOf(found.id, '?kind=added&pageSize=1');
    expect(line).toMatchObject({ row: 2, personnelNumber: '1001', name: 'Anna de Vries', faults: [] });
    expect(line.differences).toContainEqual({ field: 'departmentCode', before: null, after: 'BZ' });

    expect(await confirmed(found)).toMatchObject({ state: 'applied' });
    const [employment] = await employmentOf('anna de vries');
    expect(employment).toMatchObject({
      personnelNumber: '1001',
      validFrom: '2019-03-01',
      validTo: null,
      periods: [
        { department: { name: 'Burgerzaken' }, hoursPerWeek: 32.5, manager: { name: 'Bram Jansen' } },
      ],
    });
  });

  it('of many into an organisation of few does not read all of them at each row', async () => {
    await applied(csv(anna, bram, chris));
    // As it stands in an installation that is in use: the database knows that there are few.
    for (const table of ['person', 'person_name_word', 'employment', 'employment_period'])
      await api.asSuperuser(`vacuum analyze ${table}`);
    const read = async () => {
      const [row] = await api.asSuperuser<{ read: number; added: number }>(
        `select sum(seq_tup_read)::int as read, sum(n_tup_ins)::int as added from pg_stat_user_tables
          where relname in ('person', 'person_name_word', 'employment', 'employment_period')`,
      );
      return row ?? { read: 0, added: 0 };
    };
    const before = await read();
    const many = Array.from(
      { length: 400 },
      (_, index) => `${2000 + index};Nieuw ${index};;BZ;;;;2020-01-01;`,
    );
    await applied(csv(anna, bram, chris, ...many));
    const after = await vi.waitFor(
      async () => {
        const now = await read();
        if (now.added - before.added < 2000) throw new Error('not counted yet');
        return now;
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(after.read - before.read).toBeLessThan(20_000);
  });

  it('of the same file once more changes nothing', async () => {
    await applied(csv(anna, bram, chris));
    const before = await employmentOf('anna de vries');
    const again = await compared(csv(anna, bram, chris));
    expect(again.totals).toMatchObject({ added: 0, changed: 0, ended: 0, unchanged: 3, fault: 0 });
    expect(await confirmed(again)).toMatchObject({ state: 'applied' });
    expect(await employmentOf('anna de vries')).toEqual(before);
  });

  it('changes from the day of the file, and ends who is not in it any more', async () => {
    await applied(csv(anna, bram, chris));
    const moved = anna.replace(';BZ;', ';FIN;');
    const found = await compared(csv(moved, bram), { referenceDay: '2026-11-15' });
    expect(found.totals).toMatchObject({ changed: 1, ended: 1, missing: 1, unchanged: 1, running: 3 });
    expect(found.endsMany).toBe(true);
    const [ended] = await linesOf(found.id, '?kind=ended');
    expect(ended).toMatchObject({
      row: null,
      personnelNumber: '1003',
      differences: [{ field: 'validTo', before: null, after: '2026-11-14' }],
    });
    const refused = await clerk.post(
      `/employment-imports/${found.id}/_confirm`,
      {},
      { version: found.version },
    );
    expect(refused.json()).toMatchObject({ errors: [{ path: 'endsMany', code: 'many-ended' }] });
    expect(await confirmed(found, { endsMany: true })).toMatchObject({ state: 'applied' });
    const [employment] = await employmentOf('anna de vries');
    expect(employment.periods).toMatchObject([
      { department: { name: 'Burgerzaken' }, validTo: '2026-11-14' },
      { department: { name: 'Financiën' }, validFrom: '2026-11-15' },
    ]);
    expect(await employmentOf('chris bakker')).toMatchObject([{ validTo: '2026-11-14' }]);
  });
});

describe('a file', () => {
  const plain = [anna, bram, chris].join('\n').replaceAll('Anna', 'Zoë');

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${headings}\n${plain}\n`)],
    ['UTF-8 with CRLF', Buffer.from(`${headings}\n${plain}`.replaceAll('\n', '\r\n'))],
    ['Windows-1252', Buffer.from(`${headings}\n${plain}\n`, 'latin1')],
    ['tabs', Buffer.from(`${headings}\n${plain}\n`.replaceAll(';', '\t'))],
    [
      'commas and quotes',
      Buffer.from(`${headings}\n${plain}\n`.replaceAll('32,5', '"32,5"').replaceAll(';', ',')),
    ],
  ])('may come in %s', async (_, bytes) => {
    const found = await compared(bytes);
    expect(found.totals).toMatchObject({ added: 3, fault: 0 });
    const [line] = await linesOf(found.id);
    expect(line).toMatchObject({ row: 2, name: 'Zoë de Vries' });
    expect(line.differences).toContainEqual({ field: 'hoursPerWeek', before: null, after: 32.5 });
  });

  it('may have headings of its own', async () => {
    const bytes = Buffer.from('Nr;Naam;Kostenplaats;Sinds;BSN\n1;Anna;BZ;2020-01-01;123456782\n');
    const columns = { personnelNumber: 'Nr', departmentCode: 'Kostenplaats', validFrom: 'Sinds' };
    const found = await compared(bytes, { columns: JSON.stringify(columns) });
    expect(found).toMatchObject({ columns: { ...columns, name: 'Naam' }, totals: { added: 1, fault: 0 } });
    // What nobody asked for is not kept.
    expect(JSON.stringify(await api.asSuperuser('select * from employment_import_line'))).not.toContain(
      '123456782',
    );
  });

  it.each([
    ['without bytes', Buffer.alloc(0), 400, 'file'],
    ['with other headings', Buffer.from('a;b\n1;2\n'), 400, 'columns.personnelNumber'],
    ['in UTF-16', Buffer.from(`\ufeff${headings}\n${anna}\n`, 'utf16le'), 400, 'file'],
    [
      'with a quote that is never closed in the headings',
      Buffer.from(`"${headings}\n${anna}\n`),
      400,
      'file',
    ],
    ['of more than the limit', Buffer.from(`${headings}\n${'x'.repeat(1024 * 1024)}`), 413, undefined],
    ['that is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 400, undefined],
  ])('%s is refused, and nothing of it is kept', async (_, bytes, status, path) => {
    const answer = await upload(bytes);
    expect(answer.statusCode).toBe(status);
    if (path !== undefined)
      expect(answer.json().errors).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
    expect(made(await clerk.get('/employment-imports')).total).toBe(0);
    expect(
      await api.asSuperuser('select id from file where organisation_id = $1', [organisation.id]),
    ).toEqual([]);
  });

  it('that is none is asked for, and so is its day', async () => {
    const answer = await clerk.post('/employment-imports', { referenceDay: day });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'file', code: 'required' }] });
    const undated = await upload(csv(anna), { referenceDay: 'morgen' });
    expect(undated.json()).toMatchObject({ status: 400, errors: [{ path: 'referenceDay' }] });
  });

  it('with only headings ends nobody', async () => {
    await applied(csv(anna, bram, chris));
    const found = await compared(csv());
    expect(found).toMatchObject({ totals: { fault: 1 }, may: { confirm: false } });
    const refused = await clerk.post(
      `/employment-imports/${found.id}/_confirm`,
      { endsMany: true },
      { version: found.version },
    );
    expect(refused.statusCode).toBe(409);
  });

  it('that can not be read from some row on says from which', async () => {
    const found = await compared(csv(bram, '"1003;Chris'));
    expect(await linesOf(found.id, '?kind=fault')).toMatchObject([
      { row: null, faults: [{ code: 'unreadable', message: expect.stringContaining('rij 3') }] },
    ]);
  });
});

describe('faults', () => {
  it('are told per row with their column, in the language of the reader', async () => {
    const found = await compared(
      csv(anna.replace('Anna', '=cmd()'), bram.replace('BZ', 'XX'), chris, chris.replace(';FIN;', ';FIN;x;')),
    );
    expect(found).toMatchObject({ totals: { fault: 4 }, may: { confirm: false } });
    const shown = (await linesOf(found.id, '?kind=fault')).map(
      ({ row, faults }: { row: number; faults: { column: string; code: string }[] }) => [
        row,
        ...faults.map(({ column, code }) => `${column}: ${code}`),
      ],
    );
    expect(shown).toEqual([
      [2, 'Naam: formula'],
      [3, 'Afdelingscode: unknown-department'],
      [4, 'Personeelsnummer: repeated-number'],
      [
        5,
        'null: too-many-cells',
        'Uren per week: not-hours',
        'Datum in dienst: not-a-day',
        'Personeelsnummer: repeated-number',
      ],
    ]);
    const english = await clerk.get(`/employment-imports/${found.id}/lines?kind=fault&pageSize=1`, {
      headers: { 'accept-language': 'en' },
    });
    expect(english.json().items[0].faults[0].message).toContain('begins as a formula');
  });

  it('are corrected, and then the file can be applied', async () => {
    await compared(csv(anna.replace('BZ', 'XX'), bram));
    expect(await applied(csv(anna, bram))).toMatchObject({ state: 'applied', totals: { added: 2 } });
  });
});

describe('who leaves and has an account', () => {
  it('is told of: ending it is for an administrator', async () => {
    const { personId } = organisation.people.emma!;
    await api.asSuperuser(`update person set email = 'emma@voorbeeld.example' where id = $1`, [personId]);
    const name = `emma van ${organisation.host.split('.')[0]}`;
    await applied(csv(`1004;${name};emma@voorbeeld.example;BZ;;36;;2020-01-01;`, bram));
    expect(made(await clerk.get(`/persons/${personId}/employments`))).toHaveLength(1);
    const found = await compared(csv(bram));
    expect(found.totals).toMatchObject({ ended: 1, accountsRemaining: 1 });
    expect(await linesOf(found.id, '?accountRemains=true')).toMatchObject([{ personId, kind: 'ended' }]);
    await confirmed(found, { endsMany: true });
    expect((await organisation.signIn('emma')).cookieHeader).toContain('session');
  });
});

describe('the list of imports', () => {
  it('asks once how far all of them are, however many there are', async () => {
    const { id } = await compared(csv(bram));
    const last = await compared(csv(anna, bram));
    const runs = api.app.get(JobRuns);
    const [asked, askedOne] = [vi.spyOn(runs, 'aboutAll'), vi.spyOn(runs, 'about')];
    const { items } = made(await clerk.get('/employment-imports'));
    expect([asked.mock.calls.length, askedOne.mock.calls.length]).toEqual([2, 0]);
    vi.restoreAllMocks();
    expect(items).toMatchObject([
      { id: last.id, state: 'planned', jobState: 'done' },
      { id, state: 'outdated', jobState: 'done' },
    ]);
  });
});

describe('an import is only for who may change employments', () => {
  it('and nobody else sees its lines', async () => {
    const { id, version } = await compared(csv(bram));
    const emma = await organisation.signIn('emma');
    const path = `/employment-imports/${id}`;
    for (const answer of [
      await upload(csv(bram), {}, emma),
      await emma.get('/employment-imports'),
      await emma.get(path),
      await emma.get(`${path}/lines`),
      await emma.post(`${path}/_confirm`, {}, { version }),
    ])
      expect(answer.statusCode).toBe(403);
    const beer = await organisation.signIn('beer');
    expect((await beer.get(`${path}/lines`)).statusCode).toBe(200);
    expect((await clerk.post(`${path}/_confirm`, {})).statusCode).toBe(428);
  });
});
