import { Logger } from '@nestjs/common';
import { processLogger } from '@weerbaar/kernel/logging';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';

/**
 * What the log of the process learns of people: nothing. Real: the API, PostgreSQL, and everything the process
 * writes out, which is what a service manager would keep.
 */

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let written: string;

const name = 'Jansen-Pietersen';
const year = 2026;

beforeAll(async () => {
  api = await openTestApi();
  // The logger of the product; what the tests open beside the API has none.
  Logger.overrideLogger(processLogger());
  organisation = await api.createOrganisation('logboek', { anna: ['employee', 'integrity-adviser'] });
  anna = await organisation.signIn('anna');
  await anna.post('/annual-cycles', { year });
});

afterAll(() => api.close());

beforeEach(() => {
  written = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written += String(chunk);
      return true;
    });
});

afterEach(() => vi.restoreAllMocks());

async function newAction() {
  const { items } = (await anna.get('/building-blocks')).json();
  const action = { buildingBlockId: items[0].id, title: `Gesprek met ${name}`, quarter: 1 };
  return anna.post(`/annual-cycles/${year}/actions`, action);
}

it('a request is not news, however it ends and whatever it holds', async () => {
  await newAction();
  await organisation.visitor().post('/sessions', { signInName: name, password: name });
  await organisation.visitor().post('/account-activations', { token: name, password: name });
  await anna.get(`/actions/${name}?page=${name}`, {
    headers: { cookie: `session=${name}`, 'user-agent': name, referer: `https://${name}.example/` },
  });
  await anna.post('/annual-cycles', undefined, {
    payload: `{"year": "${name}`,
    headers: { 'content-type': 'application/json' },
  });
  await anna.movedTo(`${name}.example`).get('/publications');
  expect(written).toBe('');
});

it('a fault of ours is told with its route, its code and the number in the answer, and nobody in it', async () => {
  await api.asSuperuser(`create function quote_it() returns trigger language plpgsql as
    $$ begin raise exception 'not possible: %', new.title; end $$`);
  await api.asSuperuser(
    'create trigger broken before insert on action for each row execute function quote_it()',
  );
  const answer = await newAction();
  await api.asSuperuser('drop trigger broken on action');
  expect(answer.json()).toMatchObject({ status: 500, type: '/api/v1/problems/unexpected-error' });
  expect(answer.body).not.toContain(name);
  expect(written).toContain(answer.json().instance.replace('urn:uuid:', ''));
  expect(written).toContain('/api/v1/annual-cycles/:year/actions');
  expect(written).toContain('P0001');
  expect(written).not.toContain(name);
  expect(written).not.toMatch(/session=|insert into/i);
});
