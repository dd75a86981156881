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
    expect(found.totals).toMatchObject({ changed: 1, ended: 1, unchanged: 1, running: 3 });
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
