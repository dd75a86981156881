import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

/** Two colours and a logo. Real: the API and PostgreSQL. Not real: the browser that shows them. */

let api: TestApi;
let organisation: TestOrganisation;
let cora: TestClient;
let version: number;

beforeAll(async () => {
  api = await openTestApi();
});

afterAll(() => api.close());

beforeEach(async () => {
  organisation = await api.createOrganisation(`stijl-${crypto.randomUUID().slice(0, 8)}`, {
    cora: ['employee', 'communication-adviser'],
    bram: ['employee'],
  });
  cora = await organisation.signIn('cora');
  version = (await cora.get('/house-style')).json().version;
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function sendLogo(
  bytes: Buffer,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const headers = { 'if-match': `"${version}"` };
  return cora.upload('/house-style', fields, { name, type: 'image/png', bytes }, headers, 'PATCH');
}

async function logosKept(): Promise<number> {
  const [row] = await api.asSuperuser<{ count: number }>(
    `select count(*)::int as count from file where organisation_id = $1`,
    [organisation.id],
  );
  return row?.count ?? 0;
}

describe('the house style of an organisation', () => {
  it('is there from the first day, for who is not signed in as well', async () => {
    const answer = await organisation.visitor().get('/house-style');
    expect(answer.json()).toMatchObject({ brandColour: '#0b3a4f', actionColour: '#0b5a7a', hasLogo: false });
    expect((await organisation.visitor().get('/house-style/logo')).statusCode).toBe(404);
  });

  it('is a style sheet of two properties, and of nothing else', async () => {
    await cora.patch('/house-style', version, { brandColour: '#123ABC' });
    const answer = await organisation.visitor().get('/house-style/style-sheet');
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(answer.body).toBe(':root { --house-brand: #123abc; --house-action: #0b5a7a; }\n');
  });

  it('refuses colours that can not be read beside white, all at once', async () => {
    const answer = await cora.patch('/house-style', version, {
      brandColour: '#ffd54a',
      actionColour: '#777777',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([
      { path: 'brandColour', code: 'contrast-too-low' },
      { path: 'actionColour', code: 'contrast-too-low' },
    ]);
    expect((await cora.get('/house-style')).json().version).toBe(version);
  });

  it.each(['red', '#fff', '#12345g', '#0b3a4f;}*{display:none', 'url(x)', '', null, 7])(
    'takes %j for no colour',
    async (brandColour) => {
      const answer = await cora.patch('/house-style', version, { brandColour });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors[0].path).toBe('brandColour');
    },
  );

  it('has a logo of which one is kept, and that can go', async () => {
    expect((await sendLogo(png, 'logo.png')).json()).toMatchObject({ hasLogo: true });
    const shown = await organisation.visitor().get('/house-style/logo');
    expect(shown.headers['content-type']).toBe('image/png');
    expect(shown.rawPayload.equals(png)).toBe(true);

    version += 1;
    const both = await sendLogo(png, 'beter.png', { actionColour: '#7a0b3a' });
    expect(both.json()).toMatchObject({ hasLogo: true, actionColour: '#7a0b3a' });
    expect(await logosKept()).toBe(1);
    const published = async () => (await organisation.visitor().at('GET', '/published')).body;
    expect(await published()).toContain('<img class="mark" src="/api/v1/house-style/logo?version=');

    await cora.patch('/house-style', version + 1, { removeLogo: true });
    expect(await published()).toContain('<svg class="mark"');
    expect((await organisation.visitor().get('/house-style/logo')).statusCode).toBe(404);
    expect(await logosKept()).toBe(0);
  });

  it('takes no picture that can hold a script, and keeps nothing of it', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const name of ['logo.svg', 'logo.png']) expect((await sendLogo(svg, name)).statusCode).toBe(415);
    expect((await sendLogo(Buffer.concat([png, Buffer.alloc(600_000)]), 'groot.png')).statusCode).toBe(413);
    expect(await logosKept()).toBe(0);
  });

  it('is never overwritten by who has not seen how it was', async () => {
    await cora.patch('/house-style', version, { brandColour: '#0a0a0a' });
    expect((await cora.patch('/house-style', version, { brandColour: '#0b0b0b' })).statusCode).toBe(412);
    expect((await sendLogo(png, 'logo.png')).statusCode).toBe(412);
    expect(await logosKept()).toBe(0);
  });

  it('is set by few, and that is recorded', async () => {
    const bram = await organisation.signIn('bram');
    expect((await bram.patch('/house-style', version, { brandColour: '#0a0a0a' })).statusCode).toBe(403);
    await cora.patch('/house-style', version, { brandColour: '#0a0a0a' });
    const entries = await api.asSuperuser(
      `select e.action, c.content from audit_entry e join audit_content c on c.entry_id = e.id
        where e.organisation_id = $1 and e.object_type = 'house-style'`,
      [organisation.id],
    );
    expect(entries).toMatchObject([
      {
        action: 'house-style.changed',
        content: { before: { brandColour: '#0b3a4f' }, after: { brandColour: '#0a0a0a' } },
      },
    ]);
  });
});
