import { fillOrganisation, type FullOrganisation } from '../isolation/support/full-organisation.js';
import { openTestApi, type TestApi } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';

// Real: the API and PostgreSQL, with something in every table. Not real: the network.

let api: TestApi;
let ours: FullOrganisation;
let anna: TestClient;
let bram: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  ours = await fillOrganisation(api, 'ons');
  anna = await ours.signIn('anna');
  bram = await ours.signIn('bram');
});

afterAll(() => api.close());

type Rows = readonly Readonly<Record<string, unknown>>[];

async function overviewOf(client: TestClient) {
  const answer = await client.get('/personal-data/_export?format=json');
  expect(answer.statusCode, answer.body).toBe(200);
  const overview = answer.json<{ name: string; parts: readonly { id: string; rows: Rows }[] }>();
  const parts = Object.fromEntries(overview.parts.map(({ id, rows }) => [id, rows]));
  return { ...overview, parts, text: answer.body };
}

describe('the data of oneself', () => {
  it('holds what every part knows', async () => {
    const { name, parts } = await overviewOf(bram);
    expect(name).toBe('bram van ons');
    expect(parts).toMatchObject({
      'people.person': [{ name: 'bram van ons' }],
      'people.employments': [{ personnelNumber: '1', department: 'Burgerzaken', kind: 'employee' }],
      'people.roles': [{ role: 'employee' }, { role: 'manager', endedAt: null }],
      'people.rights-reviewed': [{ role: 'manager', outcome: null }],
      'people.second-factor-restorations': [{ confirmedAt: null }],
      'identity.accounts': [{ signInName: 'bram', email: 'bram@voorbeeld.example', hasPassword: true }],
      'identity.sessions': expect.arrayContaining([expect.objectContaining({ method: 'password' })]),
      'catalogue.memberships': [{ name: expect.any(String) }],
      'annual-cycle.actions': [{ title: 'Gedragscode herzien' }, { title: 'Gedragscode bespreken' }],
      'annual-cycle.reminders': [{ quarter: 1 }],
    });
    const byAnna = await overviewOf(anna);
    expect(byAnna.parts).toMatchObject({
      'people.rights-to-review': [{ role: 'manager' }],
      'annual-cycle.progress': [{ note: 'Begonnen' }],
      'annual-cycle.decisions': expect.arrayContaining([expect.objectContaining({ outcome: 'approved' })]),
      'catalogue.assessments': [{ judgement: 'partial' }],
      'catalogue.document-versions': [{ title: 'Gedragscode' }],
      'files.uploaded': expect.arrayContaining([expect.objectContaining({ name: 'code.pdf' })]),
      'audit.done-by-you': expect.arrayContaining([
        expect.objectContaining({ action: 'people.rights-review-started' }),
      ]),
    });
  });

  it('names nobody else, and gives no secrets', async () => {
    const { text } = await overviewOf(bram);
    const { accountId = '', personId = '' } = ours.people.anna ?? {};
    for (const of of ['anna', accountId, personId]) expect(text).not.toContain(of);
    const [secret] = await api.asSuperuser<{ hash: string }>(
      'select password_hash as hash from account where id = $1',
      [ours.ids.accountId],
    );
    expect(text).not.toContain(secret!.hash);
    expect(text).not.toMatch(/argon2|"secret"|token/i);
  });

  it('is a page to keep and read, in the language of who asks', async () => {
    const page = await bram.get('/personal-data/_export');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-disposition']).toContain('attachment');
    expect(page.headers['content-disposition']).toContain('mijn-gegevens.html');
    expect(page.body).toContain('<html lang="nl">');
    expect(page.body).toContain('Burgerzaken');
    expect(page.body).toContain('Leidinggevende');
    const english = await bram.get('/personal-data/_export', { headers: { 'accept-language': 'en' } });
    expect(english.headers['content-disposition']).toContain('my-data.html');
    expect(english.body).toContain('Your data in Weerbaar');
  });

  it('leaves an entry that says so, and not what was in it', async () => {
    await bram.get('/personal-data/_export');
    const entries = await api.asSuperuser<{ actor: string; object: string; content: object }>(
      `select e.actor_account_id as actor, e.object_id as object, c.content
         from audit_entry e join audit_content c on c.entry_id = e.id
        where e.organisation_id = $1 and e.action = 'people.personal-data-exported'
        order by e.occurred_at desc, e.id desc limit 1`,
      [ours.id],
    );
    const { accountId, personId } = ours.people.bram ?? {};
    expect(entries).toEqual([{ actor: accountId, object: personId, content: { after: { format: 'html' } } }]);
  });

  it('is complete when there is more than is read at once', async () => {
    const { accountId } = ours.people.bram ?? {};
    await api.asSuperuser(
      `insert into audit_entry (organisation_id, id, occurred_at, actor_kind, actor_account_id, action, object_type,
                                object_id, result, origin, correlation_id, content_hash)
       select organisation_id, gen_random_uuid(), occurred_at - make_interval(secs => n), actor_kind, $2, 'proof.many',
              object_type, object_id, result, origin, correlation_id, content_hash
         from (select * from audit_entry where organisation_id = $1 limit 1) as e, generate_series(1, 1234) as n`,
      [ours.id, accountId],
    );
    const { parts } = await overviewOf(bram);
    expect(parts['audit.done-by-you']!.filter(({ action }) => action === 'proof.many')).toHaveLength(1234);
  });

  it('is in the language that a link asks for, and else in that of the request', async () => {
    const named = async (query: string, language: string): Promise<unknown> =>
      (await bram.get(`/personal-data/_export${query}`, { headers: { 'accept-language': language } }))
        .headers['content-disposition'];
    expect(await named('?language=en', 'nl')).toContain('my-data.html');
    expect(await named('', 'en')).toContain('my-data.html');
    expect(await named('?language=nl', 'en')).toContain('mijn-gegevens.html');
  });

  it('is of nobody but who asks, and waits for the second factor', async () => {
    expect((await ours.visitor().get('/personal-data/_export')).statusCode).toBe(401);
    const half = await ours.signInHalf('anna');
    expect((await half.get('/personal-data/_export')).statusCode).toBe(403);
    const other = await anna.get(`/personal-data/_export?personId=${ours.ids.personId}`);
    expect(other.statusCode).toBe(400);
  });
});

describe('what is recorded of oneself', () => {
  const exported = async () =>
    (
      await api.asSuperuser<{ count: number }>(
        `select count(*)::int as count from audit_entry where action = 'people.personal-data-exported'`,
      )
    )[0]?.count;

  it('is not taken out by a link on another website', async () => {
    const before = await exported();
    for (const site of ['cross-site', 'same-site']) {
      const answer = await bram.get('/personal-data/_export', { headers: { 'sec-fetch-site': site } });
      expect(answer.statusCode).toBe(403);
    }
    expect(await exported()).toBe(before);
  });

  it('says of which organisation it is by the name that this gives itself', async () => {
    const { version } = (await anna.get('/organisation-profile')).json();
    await anna.patch('/organisation-profile', version, { name: 'Gemeente Eigennaam' });
    const answer = await anna.get('/personal-data/_export', { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.body).toContain('Gemeente Eigennaam');
  });

  it('is taken out twenty times an hour at most, and by others all the same', async () => {
    const statuses: number[] = [];
    for (let times = 0; times < 21; times += 1)
      statuses.push((await bram.get('/personal-data/_export')).statusCode);
    expect(statuses.at(-1)).toBe(429);
    expect((await anna.get('/personal-data/_export')).statusCode).toBe(200);
  });
});
