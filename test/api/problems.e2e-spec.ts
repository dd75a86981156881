import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import { type Answer, type Asked, type TestClient, statusesOf } from '../support/test-client.js';

// Real: the API with its hooks, parsers, pipes and filters, and PostgreSQL. Not real: the network.

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let blockId: string;
const year = 2026;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('fouten', {
    anna: ['employee', 'integrity-adviser'],
    bram: ['employee'],
  });
  anna = await organisation.signIn('anna');
  await anna.post('/annual-cycles', { year });
  blockId = (await anna.get('/building-blocks')).json().items[0].id;
});

afterAll(() => api.close());

function problem(answer: Answer, status: number, type: string) {
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const body = answer.json();
  expect(body).toMatchObject({
    type: `/api/v1/problems/${type}`,
    status,
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
  });
  requireHeaders(answer);
  expect(answer.body).not.toMatch(/node_modules|\.ts:|\bat .*\(|select |insert |violates|syntax|relation/i);
  return body;
}

function requireHeaders({ headers }: Answer): void {
  expect(headers['api-version']).toMatch(/^\d+\.\d+\.\d+$/);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
}

function newAction(changes: object = {}): Promise<Answer> {
  return anna.post(`/annual-cycles/${year}/actions`, {
    buildingBlockId: blockId,
    title: 'Gedragscode herzien',
    quarter: 1,
    ...changes,
  });
}

describe('an address', () => {
  it.each([
    '/api/v1/bestaat-niet',
    '/api/v2/annual-cycles',
    '/bestaat-niet',
    '/api/v1/annual-cycles/',
    '/api/v1/annual-cycles/2026/',
  ])('%s that does not exist is not found', async (url) => {
    problem(await anna.at('GET', url), 404, 'not-found');
  });

  it('of a host that belongs to nobody tells nothing', async () => {
    for (const url of ['/', '/api/v1/publications', '/api/v1/openapi.json', '/api/v1/annual-cycles'])
      problem(await anna.movedTo('elders.example').at('GET', url), 404, 'unknown-host');
  });

  it('of an organisation that was just made is its own, also when it was asked for too early', async () => {
    const early = anna.movedTo('nieuw.localhost');
    problem(await early.get('/publications'), 404, 'unknown-host');
    await api.createOrganisation('nieuw', {});
    expect((await early.get('/publications')).statusCode).toBe(200);
  });

  it('is decided by the host itself, not by what a stranger says it was forwarded for', async () => {
    const answer = await anna.movedTo('elders.example').get('/annual-cycles', {
      headers: { 'x-forwarded-host': organisation.host },
    });
    problem(answer, 404, 'unknown-host');
    expect(
      (await anna.get('/annual-cycles', { headers: { 'x-forwarded-host': 'elders.example' } })).statusCode,
    ).toBe(200);
  });

  it('may have a port and capitals', async () => {
    expect((await anna.movedTo('Fouten.localhost:3000').get('/annual-cycles')).statusCode).toBe(200);
  });

  it.each([
    '/actions/geen-verwijzing',
    '/actions/1',
    '/actions/%00',
    "/actions/' or 1=1 --",
    '/renderings/..%2f..%2fetc%2fpasswd',
    '/building-blocks/null',
  ])('with something else than an id (%s) is refused', async (path) => {
    const answer = await anna.get(path.replaceAll(' ', '%20'));
    problem(answer, 400, 'malformed-request');
  });

  it.each(['1999', '2101', 'vorig', '2026.5', '%00', '99999999999999999999'])(
    'with year %s is refused',
    async (value) => {
      const body = problem(await anna.get(`/annual-cycles/${value}/actions`), 400, 'invalid-input');
      expect(body.errors).toEqual([expect.objectContaining({ path: 'year' })]);
    },
  );

  it('with a year nobody opened is not found', async () => {
    problem(await anna.get('/annual-cycles/2031/actions'), 404, 'not-found');
  });

  it.each(['/annual-cycles/%', '/annual-cycles/%ff', '/annual-cycles/%E0%A4%A'])(
    'that can not be decoded (%s) is refused',
    async (path) => {
      problem(await anna.get(path), 400, 'malformed-request');
    },
  );

  it('that is very long is refused', async () => {
    problem(await anna.get(`/actions/${'a'.repeat(5_000)}`), 400, 'malformed-request');
  });

  it('of a chapter or a format can hold anything without falling over', async () => {
    const opened = await anna.post(`/annual-cycles/${year}/annual-documents`, { kind: 'plan' });
    const id = opened.json().id as string;
    for (const odd of ['%00', '__proto__', 'constructor', "'; drop table action; --"]) {
      problem(await anna.get(`/annual-documents/${id}/chapters/${encodeURI(odd)}`), 404, 'not-found');
      problem(await anna.get(`/publications/${id}/files/${encodeURI(odd)}`), 404, 'not-found');
      problem(
        await anna.post(`/themes/${encodeURI(odd)}/_reorder`, { buildingBlockIds: [], seenIds: [] }),
        404,
        'not-found',
      );
    }
  });
});

describe('a query', () => {
  it.each([
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
    ['page=een', 'page'],
    ['pageSize=201', 'pageSize'],
    ['pageSize=1&pageSize=2', 'pageSize'],
    ['quarter=5', 'quarter'],
    ['status=klaar', 'status'],
    ['status[]=done', 'status[]'],
    ['ownerPersonId=anna', 'ownerPersonId'],
    ['onbekend=1', 'onbekend'],
  ])('%s is refused', async (query, path) => {
    const body = problem(await anna.get(`/annual-cycles/${year}/actions?${query}`), 400, 'invalid-input');
    expect(body.errors).toEqual([expect.objectContaining({ path })]);
  });

  it('for a page past the end gives an empty page', async () => {
    const answer = await anna.get(`/annual-cycles/${year}/actions?page=99`);
    expect(answer.json()).toEqual({ items: [], page: 99, pageSize: 50, total: expect.any(Number) });
  });
});

describe('a body', () => {
  it.each([
    ['half', '{"year": '],
    ['text', 'year=2026'],
    ['empty', ''],
    ['with a trailing comma', '{"year": 2026,}'],
    ['that reaches for the prototype', '{"__proto__": {"year": 2026}}'],
    ['that reaches for the constructor', '{"constructor": {"prototype": {"year": 2026}}}'],
  ])('that is not JSON (%s) can not be read', async (_, payload) => {
    const answer = await anna.post('/annual-cycles', undefined, {
      payload,
      headers: { 'content-type': 'application/json' },
    });
    problem(answer, 400, 'malformed-request');
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['text', 'x'],
    ['a number', 3],
    ['truth', true],
  ])('that is %s instead of an object is refused', async (_, body) => {
    const answer = await anna.post('/annual-cycles', body);
    expect(answer.statusCode).toBe(400);
    problem(answer, 400, answer.json().type.split('/').at(-1));
  });

  it('that is absent is refused', async () => {
    const answer = await anna.post('/annual-cycles');
    problem(answer, 400, 'invalid-input');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'of type %s is not accepted',
    async (type) => {
      const answer = await anna.post('/annual-cycles', undefined, {
        payload: 'year=2027',
        headers: { 'content-type': type },
      });
      problem(answer, 415, 'unsupported-media-type');
    },
  );

  it('larger than the limit is refused', async () => {
    const answer = await anna.post('/annual-cycles', { year: 2027, ballast: 'x'.repeat(2 * 1024 * 1024) });
    problem(answer, 413, 'too-large');
  });

  it('that is nested a hundred thousand deep is refused', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
      const asked: Asked = {
        payload: `{"year":2027,"x":${deep}}`,
        headers: { 'content-type': 'application/json' },
      };
      const answer = await anna.post('/annual-cycles', undefined, asked);
      problem(answer, 400, 'malformed-request');
      const body: Asked = {
        payload: `{"body":${deep}}`,
        headers: { 'content-type': 'application/json', 'if-match': '"0"' },
      };
      const unknown = '00000000-0000-7000-8000-000000000000';
      const chapter = await anna.ask('PUT', `/annual-documents/${unknown}/chapters/foreword`, body);
      problem(chapter, 400, 'malformed-request');
    }
    expect((await anna.get('/annual-cycles')).statusCode).toBe(200);
  });

  const wrong = {
    title: '',
    quarter: 5,
    budget: 12.345,
    hours: -1,
    priority: 'urgent',
    owner: { kind: 'somebody' },
    buildingBlockId: 'x',
    onbekend: 1,
  };

  it('tells all its faults at once, in Dutch', async () => {
    const { errors, title } = problem(await newAction(wrong), 400, 'invalid-input');
    expect(title).toBe('De gegevens kloppen niet');
    const codes = Object.fromEntries(
      errors.map(({ path, code }: { path: string; code: string }) => [path, code]),
    );
    expect(codes).toEqual({
      title: 'required',
      quarter: 'too-high',
      budget: 'number',
      hours: 'too-low',
      priority: 'choice',
      'owner.kind': 'choice',
      buildingBlockId: 'identifier',
      onbekend: 'unknown-field',
    });
    const message = (path: string) => errors.find((error: { path: string }) => error.path === path)?.message;
    expect(message('title')).toBe('Vul dit in.');
    expect(message('quarter')).toBe('Vul 4 of lager in.');
  });

  it('and in English for who prefers that', async () => {
    const answer = await anna.post(`/annual-cycles/${year}/actions`, wrong, {
      headers: { 'accept-language': 'en-GB,en;q=0.9,nl;q=0.1' },
    });
    const { errors, title } = problem(answer, 400, 'invalid-input');
    expect(title).toBe('The input is not right');
    expect(errors.map(({ message }: { message: string }) => message)).toContain('Enter 4 or less.');
    expect(errors).toHaveLength(8);
  });

  it.each(['toString', 'constructor', 'hasOwnProperty'])(
    'with a field called %s does no harm',
    async (name) => {
      const { id } = (await newAction({ [name]: 'x' })).json();
      const answer = await anna.patch(`/actions/${id}`, 1, { [name]: 'x', hours: 1 });
      expect(answer.json()).toMatchObject({ id, hours: 1 });
    },
  );

  it('keeps text readable and without what can not be stored', async () => {
    const answer = await newAction({ title: 'Gift\u0000en \ud800en \u202egeschenken\u202c\tvan é ' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json().title).toBe('Giften en geschenken van é');
    const onlyControls = await newAction({ title: '\u0000\u0007\u202e' });
    expect(problem(onlyControls, 400, 'invalid-input').errors).toEqual([
      { path: 'title', code: 'required', message: 'Vul dit in.' },
    ]);
  });

  it('can hold what looks like SQL, markup or a template, and gives it back as it was', async () => {
    const title = `'; drop table action; -- <script>alert(1)</script> #{7*7} $\{7*7} {{7*7}} %s \\`;
    const answer = await newAction({ title });
    expect(answer.json().title).toBe(title);
    expect((await anna.get(`/actions/${answer.json().id}`)).json().title).toBe(title);
  });

  it('can not set what is not for the sender to set', async () => {
    const answer = await newAction({
      id: blockId,
      organisationId: blockId,
      version: 9,
      number: 900,
      status: 'done',
      cycleId: blockId,
    });
    const { errors } = problem(answer, 400, 'invalid-input');
    expect(errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'cycleId',
      'id',
      'number',
      'organisationId',
      'status',
      'version',
    ]);
  });
});

describe('a change', () => {
  it('without a version, or of an old one, changes nothing', async () => {
    const { id } = (await newAction()).json();
    problem(await anna.ask('PATCH', `/actions/${id}`, { body: { hours: 1 } }), 428, 'version-required');
    const first = await anna.patch(`/actions/${id}`, 1, { hours: 2 });
    expect(first.headers.etag).toBe('"2"');
    problem(await anna.patch(`/actions/${id}`, 1, { hours: 3 }), 412, 'version-conflict');
    for (const tag of ['*', '2', 'W/"2"', '"2", "3"', '"99999999999"'])
      problem(
        await anna.ask('PATCH', `/actions/${id}`, { body: { hours: 3 }, headers: { 'if-match': tag } }),
        412,
        'version-conflict',
      );
    expect((await anna.get(`/actions/${id}`)).json()).toMatchObject({ version: 2, hours: 2 });
  });

  it('of two people at once is made once', async () => {
    const { id } = (await newAction()).json();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((hours) => anna.patch(`/actions/${id}`, 1, { hours })),
    );
    expect(statusesOf(answers)).toEqual([200, 412, 412, 412]);
  });

  it('that was seen already is sent all the same: it shows more than what its version counts', async () => {
    const { id } = (await newAction()).json();
    const answer = await anna.get(`/actions/${id}`, { headers: { 'if-none-match': '"1"' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers.etag).toBe('"1"');
  });
});

describe('a session', () => {
  it('is needed, also when it is one that never was', async () => {
    problem(await organisation.visitor().get('/annual-cycles'), 401, 'not-signed-in');
    for (const cookie of [
      'session=',
      'session=x',
      `session=${'x'.repeat(4_000)}`,
      'session=%00',
      '__Host-session=x',
    ])
      problem(
        await organisation.visitor().get('/annual-cycles', { headers: { cookie } }),
        401,
        'not-signed-in',
      );
  });

  it('of an employee does not reach what is for the integrity adviser', async () => {
    const bram = await organisation.signIn('bram');
    problem(await bram.post('/annual-cycles', { year: 2027 }), 403, 'not-permitted');
    // Refused before the body is looked at: faults in it are none of their business.
    problem(await bram.post('/annual-cycles', { year: 'x' }), 403, 'not-permitted');
  });

  it.each(['cross-site', 'same-site'])('does not act for a page of another address (%s)', async (site) => {
    const headers = { 'sec-fetch-site': site };
    problem(await anna.post('/annual-cycles', { year: 2027 }, { headers }), 403, 'not-permitted');
    expect((await anna.get('/annual-cycles', { headers })).statusCode).toBe(200);
    const own = await anna.post(
      '/annual-cycles',
      { year: 2000 },
      { headers: { 'sec-fetch-site': 'same-origin' } },
    );
    expect([201, 409]).toContain(own.statusCode);
  });
});

describe('every other answer', () => {
  it.each([
    '/api/v1/annual-cycles',
    '/api/v1/publications',
    '/published',
    '/health/live',
    '/health/ready',
    '/reference',
  ])('of %s has the headers that protect a browser', async (url) => {
    const answer = await anna.at('GET', url);
    expect(answer.statusCode).toBe(200);
    requireHeaders(answer);
  });

  it('says whether it lives and is ready at any host, and nothing of an organisation', async () => {
    const stranger = anna.movedTo('10.0.0.7');
    expect((await stranger.at('GET', '/health/live')).json()).toEqual({ status: 'live' });
    expect((await stranger.at('GET', '/health/ready')).json()).toEqual({ status: 'ready' });
    problem(await stranger.at('GET', '/health/anders'), 404, 'not-found');
  });

  it('refuses a method that an address does not have', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
      const answer = await anna.at(method, '/api/v1/annual-cycles');
      expect([404, 405]).toContain(answer.statusCode);
      problem(answer, answer.statusCode, answer.json().type.split('/').at(-1));
    }
  });

  it('describes the API to every website', async () => {
    const answer = await organisation.visitor().get('/openapi.json');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.json().openapi).toBe('3.1.0');
  });

  it('names none of its files outside the reference', async () => {
    for (const url of [
      '/reference/package.json',
      '/reference/../package.json',
      '/reference/%2e%2e/package.json',
      '/reference/..%2f..%2fpackage.json',
    ])
      expect((await anna.at('GET', url)).statusCode).toBeGreaterThanOrEqual(400);
  });
});
