import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '@weerbaar/kernel/clock';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';
import { openWire, request, type Wire } from '../support/wire.js';

/**
 * What a browser is told with every answer, whatever kind of answer it is. A new kind gets a line in `kinds`.
 * Real: the API, a worker that makes the documents, and for the last part the network. Not real: TLS, which a
 * proxy ends; the API is told of it by its settings.
 */

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let wire: Wire;
/** Addresses of what was made before the tests. */
const made = { action: '', policyFile: '', publication: '', rendering: '' };
const year = 2026;

beforeAll(async () => {
  api = await openTestApi({ WEERBAAR_TLS: 'on', WEERBAAR_SECURITY_CONTACT: 'mailto:cvd@voorbeeld.example' });
  await api.startWorker();
  organisation = await api.createOrganisation('buitenmuur', {
    anna: ['employee', 'integrity-adviser', 'municipal-secretary', 'works-council'],
    bram: ['employee'],
  });
  anna = await organisation.signIn('anna');
  await anna.post('/annual-cycles', { year });
  const buildingBlockId = (await anna.get('/building-blocks')).json().items[0].id as string;
  made.action = await makeAction(buildingBlockId);
  made.policyFile = await makePolicyFile(buildingBlockId);
  made.publication = await makePublication();
  made.rendering = await makeRendering(made.publication);
  wire = await openWire(api.app);
});

afterAll(() => api.close());

async function makeAction(buildingBlockId: string): Promise<string> {
  const action = { buildingBlockId, title: 'Gedragscode herzien', quarter: 1 };
  return `/actions/${(await anna.post(`/annual-cycles/${year}/actions`, action)).json().id}`;
}

async function makePolicyFile(buildingBlockId: string): Promise<string> {
  const announced = { title: 'Gedragscode', kind: 'regulation' };
  const { id } = (await anna.post(`/building-blocks/${buildingBlockId}/policy-documents`, announced)).json();
  const adopted = { adoptedOn: '2025-02-04', adoptedBy: 'college', validFrom: '2025-03-01' };
  const file = { name: 'code.pdf', bytes: Buffer.from('%PDF-1.7\ntekst\n%%EOF\n') };
  await anna.upload(`/policy-documents/${id}/versions`, adopted, file);
  return `/policy-documents/${id}/versions/1/file`;
}

async function makePublication(): Promise<string> {
  const { id } = (await anna.post(`/annual-cycles/${year}/annual-documents`, { kind: 'report' })).json();
  const act = async (what: string, sent?: object): Promise<Answer> => {
    const { version } = (await anna.get(`/annual-documents/${id}`)).json();
    return anna.post(`/annual-documents/${id}/${what}`, sent, { version });
  };
  await act('_submit');
  const decidedOn = api.app.get(Clock).today();
  for (const outcome of ['approved', 'approved', 'discussed', 'approved', 'informed'])
    await act('adoption-decisions', { outcome, decidedOn });
  expect((await act('_publish')).statusCode).toBe(204);
  while ((await anna.get('/publications')).json().length === 0) await sleep(100);
  return `/publications/${id}/files`;
}

/** The files of a document as those inside get them. */
async function makeRendering(publication: string): Promise<string> {
  const [, , documentId] = publication.split('/');
  const listed = await anna.get(`/annual-documents/${documentId}/renderings`);
  return `/renderings/${listed.json().items[0].id}/files`;
}

interface Kind {
  readonly status: number;
  readonly ask: () => Promise<Answer>;
  /** Its scripts may make markup out of text. */
  readonly markupFromText?: true;
  /** May be read by pages of every other website. */
  readonly open?: true;
  /** Pages of ours may show it in a frame. */
  readonly framedBySelf?: true;
}

const visitor = (): TestClient => organisation.visitor();
const json = { headers: { 'content-type': 'application/json' } };

const kinds: Readonly<Record<string, Kind>> = {
  'a list': { status: 200, ask: () => anna.get('/annual-cycles') },
  'a record': { status: 200, ask: () => anna.get(made.action) },
  'what was added': { status: 201, ask: () => anna.post('/annual-cycles', { year: 2027 }) },
  'nothing but success': {
    status: 204,
    ask: () => visitor().post('/password-resets', { signInName: 'niemand' }),
  },
  'faults in the input': { status: 400, ask: () => anna.post('/annual-cycles', { year: 'x' }) },
  'a body that is no JSON': {
    status: 400,
    ask: () => anna.post('/annual-cycles', undefined, { payload: '{', ...json }),
  },
  'a malformed address': { status: 400, ask: () => anna.get('/annual-cycles/%E0%A4%A') },
  'an address that is too long': { status: 400, ask: () => anna.get(`/actions/${'a'.repeat(5_000)}`) },
  'not signed in': { status: 401, ask: () => visitor().get('/annual-cycles') },
  'not permitted': {
    status: 403,
    ask: async () => (await organisation.signIn('bram')).get('/annual-cycles'),
  },
  'another website': {
    status: 403,
    ask: () => anna.post('/annual-cycles', {}, { headers: { origin: 'https://elders.example' } }),
  },
  'no such record': { status: 404, ask: () => anna.get('/actions/00000000-0000-7000-8000-000000000000') },
  'no such route': { status: 404, ask: () => anna.get('/bestaat-niet') },
  'no such page': { status: 404, ask: () => visitor().at('GET', '/bestaat-niet') },
  'no such method': { status: 404, ask: () => anna.ask('PUT', '/annual-cycles', { body: {} }) },
  'a preflight': { status: 404, ask: () => preflight('https://elders.example', '/annual-cycles') },
  'an unknown host': { status: 404, ask: () => visitor().movedTo('elders.example').get('/publications') },
  'a conflict': { status: 409, ask: () => anna.post('/annual-cycles', { year }) },
  'an old version': { status: 412, ask: () => anna.patch(made.action, 99, { hours: 1 }) },
  'a body that is too large': {
    status: 413,
    ask: () => anna.post('/annual-cycles', { ballast: 'x'.repeat(2_200_000) }),
  },
  'another media type': {
    status: 415,
    ask: () =>
      anna.post('/annual-cycles', undefined, { payload: 'x', headers: { 'content-type': 'text/plain' } }),
  },
  'no version': { status: 428, ask: () => anna.ask('PATCH', made.action, { body: { hours: 1 } }) },
  'an uploaded file': { status: 200, ask: () => anna.get(made.policyFile) },
  'a web page to look at before it goes out': {
    status: 200,
    ask: () => anna.get(`${made.rendering}/html`),
    framedBySelf: true,
  },
  'a PDF to look at before it goes out': {
    status: 200,
    ask: () => anna.get(`${made.rendering}/pdf`),
    framedBySelf: true,
  },
  'a published web page': { status: 200, ask: () => visitor().get(`${made.publication}/html`) },
  'a published PDF': { status: 200, ask: () => visitor().get(`${made.publication}/pdf`) },
  'a published spreadsheet': { status: 200, ask: () => visitor().get(`${made.publication}/spreadsheet`) },
  'the page of what is published': { status: 200, ask: () => visitor().at('GET', '/published') },
  'its style': { status: 200, ask: () => visitor().at('GET', '/published/style.css') },
  'its typeface': { status: 200, ask: () => visitor().at('GET', '/published/font.woff2') },
  'the API reference': { status: 200, ask: () => visitor().at('GET', '/reference'), markupFromText: true },
  'a script of the reference': { status: 200, ask: () => visitor().at('GET', '/reference/start.js') },
  'a static script': { status: 200, ask: () => visitor().at('GET', '/reference/swagger-ui-bundle.js') },
  'a static style': { status: 200, ask: () => visitor().at('GET', '/reference/swagger-ui.css') },
  'a static file that is not for the world': {
    status: 404,
    ask: () => visitor().at('GET', '/reference/package.json'),
  },
  'the description of the API': { status: 200, ask: () => visitor().get('/openapi.json'), open: true },
  'where to report a weakness': { status: 200, ask: () => visitor().at('GET', '/.well-known/security.txt') },
  'that it lives': { status: 200, ask: () => visitor().at('GET', '/health/live') },
  'that it is ready': { status: 200, ask: () => visitor().at('GET', '/health/ready') },
};

function preflight(origin: string, path: string): Promise<Answer> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  return visitor().at('OPTIONS', `/api/v1${path}`, { headers });
}

/** The same for all, letter by letter: said twice, a header would read "DENY, DENY" and be worth nothing. */
const everywhere = {
  'cache-control': 'no-store',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

type Headers = Readonly<Record<string, unknown>>;

function policyOf(headers: Headers): Readonly<Record<string, string>> {
  const directives = String(headers['content-security-policy'])
    .split(';')
    .map((directive) => /^\s*([a-z-]+) (.+?)\s*$/.exec(directive) ?? [])
    .map(([, name = '', sources = '']) => [name, sources] as const);
  // Of a directive that is there twice a browser takes the first.
  expect(new Set(directives.map(([name]) => name)).size).toBe(directives.length);
  return Object.fromEntries(directives);
}

/** Where scripts come from, and whether they can make markup out of text. */
function scriptsOf(headers: Headers): { from: string | undefined; markupFromText: boolean } {
  const policy = policyOf(headers);
  const from = policy['script-src'] ?? policy['default-src'];
  const trustedTypes = policy['require-trusted-types-for'] === "'script'";
  return { from, markupFromText: from !== "'none'" && !trustedTypes };
}

function requireWall(headers: Headers, framedBySelf = false): void {
  expect(headers).toMatchObject({
    ...everywhere,
    'x-frame-options': framedBySelf ? 'SAMEORIGIN' : 'DENY',
  });
  expect(headers['api-version']).toMatch(/^\d+\.\d+\.\d+$/);
  for (const feature of ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'payment'])
    expect(headers['permissions-policy']).toMatch(new RegExp(`(^|, )${feature}=\\(\\)(,|$)`));
  for (const telltale of ['server', 'x-powered-by', 'via', 'last-modified'])
    expect(headers).not.toHaveProperty(telltale);

  const { 'form-action': formAction, ...others } = policyOf(headers);
  expect(others).toMatchObject({
    'default-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': framedBySelf ? "'self'" : "'none'",
  });
  // What takes something in takes it from here alone.
  expect(["'self'", undefined]).toContain(others['frame-src']);
  expect(["'self'", "'none'"]).toContain(formAction);
  expect(["'self'", "'none'"]).toContain(scriptsOf(headers).from);
  for (const sources of Object.values(others)) expect(sources).not.toMatch(/unsafe|\*|https?:|blob:/);
}

function corsOf(headers: Headers): [string, unknown][] {
  return Object.entries(headers).filter(([name]) => name.startsWith('access-control-'));
}

describe('every kind of answer', () => {
  it.each(Object.entries(kinds))('protects a browser: %s', async (_, kind) => {
    const { statusCode, headers } = await kind.ask();
    expect(statusCode).toBe(kind.status);
    requireWall(headers, kind.framedBySelf);
    expect(scriptsOf(headers).markupFromText).toBe(kind.markupFromText ?? false);
    expect(corsOf(headers)).toEqual(kind.open ? [['access-control-allow-origin', '*']] : []);
  });

  it.each<[string, string, number]>([
    ['a page', request('GET /published', ['Host: buitenmuur.localhost']), 200],
    ['JSON', request('GET /api/v1/publications', ['Host: buitenmuur.localhost']), 200],
    ['a static file', request('GET /reference/swagger-ui.css', ['Host: buitenmuur.localhost']), 200],
    ['a problem', request('GET /api/v1/annual-cycles', ['Host: buitenmuur.localhost']), 401],
    ['a malformed address', request('GET /%', ['Host: buitenmuur.localhost']), 400],
    ['a target that is a star', request('GET *', ['Host: buitenmuur.localhost']), 404],
    ['a request without a host', request('GET /'), 400],
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['headers of 64 kB', request('GET /', [`Cookie: ${'x'.repeat(65_536)}`]), 431],
  ])('says everything once, over the wire: %s', async (_, bytes, status) => {
    const [answer] = await wire.send(bytes);
    expect(answer?.status).toBe(status);
    requireWall(answer?.headers ?? {});
    const names = answer?.lines.map(([name]) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});

it('a page names the policies by which text may become markup', async () => {
  const policy = policyOf((await visitor().at('GET', '/published')).headers);
  expect(policy).toMatchObject({
    'require-trusted-types-for': "'script'",
    'trusted-types': 'ProseMirrorClipboard',
  });
});

describe('signing out', () => {
  it('leaves nothing in the browser, and leaves other applications of the organisation alone', async () => {
    const bram = await organisation.signIn('bram');
    expect((await bram.get('/sessions/current')).headers).not.toHaveProperty('clear-site-data');
    const { headers, cookies } = await bram.ask('DELETE', '/sessions/current');
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    expect(cookies).toEqual([expect.objectContaining({ name: '__Host-session', value: '', path: '/' })]);
    expect(cookies[0]?.expires?.getTime()).toBeLessThan(api.app.get(Clock).now().getTime());
  });

  it('of somebody who is not signed in clears nothing', async () => {
    const { statusCode, headers } = await visitor().ask('DELETE', '/sessions/current');
    expect(statusCode).toBe(401);
    expect(headers).not.toHaveProperty('clear-site-data');
  });
});

describe('a page of another website', () => {
  const origin = 'https://elders.example';

  it.each([
    '/sessions',
    '/sessions/current',
    '/annual-cycles',
    '/publications',
    '/openapi.json',
    '/bestaat-niet',
  ])('gets nothing of %s, whatever it asks beforehand', async (path) => {
    const { headers } = await preflight(origin, path);
    expect(corsOf(headers)).toEqual([]);
    expect(headers).not.toHaveProperty('allow');
  });

  it.each(['/sessions/current', '/annual-cycles', '/publications'])(
    'can not read %s with the cookie of who visits it',
    async (path) => {
      const { headers } = await anna.get(path, { headers: { origin } });
      expect(corsOf(headers)).toEqual([]);
    },
  );

  it('can read the description of the API, at a host that is one, and as nobody in particular', async () => {
    const described = await anna.get('/openapi.json', { headers: { origin } });
    expect(corsOf(described.headers)).toEqual([['access-control-allow-origin', '*']]);
    const nowhere = await anna.movedTo('elders.example').get('/openapi.json', { headers: { origin } });
    expect(corsOf(nowhere.headers)).toEqual([]);
  });
});

describe('without TLS', () => {
  let plain: TestApi;

  beforeAll(async () => {
    plain = await openTestApi();
  });

  afterAll(() => plain.close());

  it('no browser is told to use https only', async () => {
    const there = await plain.createOrganisation('zonder', {});
    const urls = [
      '/published',
      '/api/v1/annual-cycles',
      '/api/v1/annual-cycles/%',
      '/reference',
      '/health/live',
    ];
    const answers = await Promise.all(urls.map((url) => there.visitor().at('GET', url)));
    const [unreadable] = await (await openWire(plain.app)).send('hello\r\n\r\n');
    for (const { headers } of [...answers, unreadable!]) {
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).toHaveProperty('x-content-type-options', 'nosniff');
    }
  });
});
