import type { ReadMail } from '@weerbaar/kernel/mail';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import { statusesOf, type TestClient } from '../support/test-client.js';

// Real: the API, the worker with its queue, PostgreSQL. Not real: the mail server; mails are put in a folder.

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let count = 0;

const path = '/mail-preferences/current';

beforeAll(async () => {
  api = await openTestApi();
});

afterAll(() => api.close());

beforeEach(async () => {
  organisation = await api.createOrganisation(`voorkeur-${++count}`, {
    anna: ['employee'],
    bram: ['employee'],
    beheerder: ['employee', 'administrator'],
  });
  await api.asSuperuser(`update account set email = sign_in_name || '@voorkeur.example'`);
  anna = await organisation.signIn('anna');
});

describe('how somebody is mailed', () => {
  it('is every morning, and in no language of their own, until they choose', async () => {
    const answer = await anna.get(path);
    expect(answer.json()).toEqual({ version: 0, language: null, timing: 'daily' });
    expect(answer.headers.etag).toBe('"0"');
  });

  it('is for them to change, one thing at a time', async () => {
    const first = await anna.patch(path, 0, { timing: 'at-once' });
    expect(first.json()).toEqual({ version: 1, language: null, timing: 'at-once' });
    const second = await anna.patch(path, 1, { language: 'en' });
    expect(second.json()).toEqual({ version: 2, language: 'en', timing: 'at-once' });
    const third = await anna.patch(path, 2, { language: null, timing: 'never' });
    expect([third.json(), third.headers.etag]).toEqual([
      { version: 3, language: null, timing: 'never' },
      '"3"',
    ]);
    expect((await anna.get(path)).json()).toEqual(third.json());
    expect((await (await organisation.signIn('bram')).get(path)).json()).toMatchObject({ version: 0 });
  });

  it('is recorded in the audit log: what was chosen, before and after', async () => {
    await anna.patch(path, 0, { timing: 'never' });
    const entries = await api.asSuperuser(
      `select action, object_id as "objectId" from audit_entry where action = 'identity.mail-preference-changed'
          and organisation_id = $1`,
      [organisation.id],
    );
    expect(entries).toEqual([
      { action: 'identity.mail-preference-changed', objectId: organisation.people['anna']?.accountId },
    ]);
  });

  it('is not changed by who has not seen what was chosen last', async () => {
    expect((await anna.ask('PATCH', path, { body: { timing: 'never' } })).statusCode).toBe(428);
    expect((await anna.patch(path, 1, { timing: 'never' })).statusCode).toBe(412);
    const both = await Promise.all([
      anna.patch(path, 0, { timing: 'never' }),
      anna.patch(path, 0, { timing: 'at-once' }),
    ]);
    expect(statusesOf(both)).toEqual([200, 412]);
  });

  it('is refused with all faults at once', async () => {
    const answer = await anna.patch(path, 0, {
      language: 'fr',
      timing: 'hourly',
      address: 'x@elders.example',
    });
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json() as { errors: { path: string }[] };
    expect(errors.map((error) => error.path).toSorted()).toEqual(['address', 'language', 'timing']);
    expect((await anna.patch(path, 0, { timing: null })).statusCode).toBe(400);
  });

  it('is nobody else’s business', async () => {
    expect((await organisation.visitor().get(path)).statusCode).toBe(401);
    expect((await organisation.visitor().patch(path, 0, { timing: 'never' })).statusCode).toBe(401);
  });
});

describe('the chosen language', () => {
  it('is that of a link as well, whoever asks for it in whatever language', async () => {
    await api.startWorker();
    await anna.patch(path, 0, { language: 'en' });
    const administrator = await organisation.signIn('beheerder');
    for (const name of ['anna', 'bram'])
      await administrator.post(`/accounts/${organisation.people[name]?.accountId}/invitations`);

    const subjectTo = async (name: string) =>
      (await mailTo(`${name}@voorkeur.example`)).headers.get('subject');
    expect(await subjectTo('anna')).toBe('Your access to Weerbaar');
    expect(await subjectTo('bram')).toBe('Uw toegang tot Weerbaar');
  });
});

async function mailTo(address: string): Promise<ReadMail> {
  const find = () => api.mails().find(({ headers }) => headers.get('to') === address);
  return vi.waitUntil(find, 20_000);
}
