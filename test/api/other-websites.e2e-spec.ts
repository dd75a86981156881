import { openTestApi, type TestApi, type TestOrganisation, testPassword } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

/**
 * Another website that lets a browser of one of our people send something: to sign them in as somebody else, to
 * sign them out, or to act for them. Real: the API and its cookies. Not real: the browser, whose headers are written here.
 */

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  organisation = await api.createOrganisation('voorbeeld', { anna: ['employee', 'integrity-adviser'] });
  await api.createOrganisation('hun', { anna: ['employee'] });
  anna = await organisation.signIn('anna');
});

afterAll(() => api.close());

type Headers = Readonly<Record<string, string>>;

const file = { name: 'code.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') };
const nothing = '00000000-0000-7000-8000-000000000000';

/** What another website would want to send, and what comes of it at our own. */
const requests: Readonly<Record<string, { own: number; send: (headers: Headers) => Promise<Answer> }>> = {
  'to sign in': {
    own: 204,
    send: (headers) =>
      organisation.visitor().post('/sessions', { signInName: 'anna', password: testPassword }, { headers }),
  },
  'to sign out': {
    own: 200,
    send: async (headers) =>
      (await organisation.signIn('anna')).ask('DELETE', '/sessions/current', { headers }),
  },
  'to add something': {
    own: 409,
    send: (headers) => anna.post('/annual-cycles', { year: 2026 }, { headers }),
  },
  'to change something': {
    own: 404,
    send: (headers) => anna.ask('PATCH', `/actions/${nothing}`, { version: 1, body: { hours: 1 }, headers }),
  },
  'to send a file': {
    own: 400,
    send: (headers) => anna.upload(`/policy-documents/${nothing}/versions`, {}, file, headers),
  },
};

const others = {
  'another website': 'https://elders.example',
  'another website over http': 'http://elders.example',
  'a page that hides where it is': 'null',
  'a name that begins as ours': 'http://voorbeeld.localhost.evil.example',
  'a name that ends as ours': 'http://evilvoorbeeld.localhost',
  'a name under ours': 'http://evil.voorbeeld.localhost',
  'the name above ours': 'http://localhost',
  'another organisation': 'http://hun.localhost',
  'our name at another port': 'http://voorbeeld.localhost:8080',
  'our name with another scheme': 'https://voorbeeld.localhost',
  'our name as that of a user': 'http://voorbeeld.localhost@evil.example',
  'our name as a path': 'http://evil.example/voorbeeld.localhost',
  'our name with more behind it': 'http://voorbeeld.localhost/',
  'our name and another': 'http://voorbeeld.localhost, https://elders.example',
  'no address at all': 'voorbeeld.localhost',
  'a file': 'file://',
  'an extension of the browser': 'chrome-extension://abcdefghijklmnop',
  nothing: '',
} as const;

function requireRefused(answer: Answer): void {
  expect(answer.json()).toMatchObject({ status: 403, type: '/api/v1/problems/not-permitted' });
  expect(answer.headers).not.toHaveProperty('set-cookie');
}

describe.each(Object.entries(requests))('a request %s', (_, { own, send }) => {
  beforeAll(() => anna.post('/annual-cycles', { year: 2026 }));

  it.each(Object.entries(others))('by %s is refused', async (_name, origin) => {
    requireRefused(await send({ origin }));
    requireRefused(await send({ origin, 'sec-fetch-site': 'same-origin' }));
  });

  it.each(['cross-site', 'same-site', 'SAME-ORIGIN', 'same-origin, cross-site', ''])(
    'of which the browser says "%s" is refused, with an origin and without',
    async (site) => {
      requireRefused(await send({ 'sec-fetch-site': site }));
      requireRefused(await send({ 'sec-fetch-site': site, origin: 'http://voorbeeld.localhost' }));
    },
  );

  it.each<[string, Headers]>([
    ['a page of ours', { origin: 'http://voorbeeld.localhost', 'sec-fetch-site': 'same-origin' }],
    ['a page of ours in an older browser', { origin: 'http://voorbeeld.localhost' }],
    [
      'a page of ours at the port of the request',
      { host: 'voorbeeld.localhost:3000', origin: 'http://voorbeeld.localhost:3000' },
    ],
    ['a program', {}],
  ])('by %s is not', async (_name, headers) => {
    expect((await send(headers)).statusCode).toBe(own);
  });
});

describe('a form that another website sends without asking first', () => {
  const form = `signInName=anna&password=${testPassword}`;

  it.each([
    ['application/x-www-form-urlencoded', form],
    ['text/plain', `{"signInName":"anna","password":"${testPassword}","x":"="}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="signInName"\r\n\r\nanna\r\n--x--\r\n`,
    ],
  ])(
    'signs nobody in (%s), even by a browser that does not tell where it comes from',
    async (type, payload) => {
      const answer = await organisation
        .visitor()
        .post('/sessions', undefined, { payload, headers: { 'content-type': type } });
      expect([400, 415]).toContain(answer.statusCode);
      expect(answer.headers).not.toHaveProperty('set-cookie');
    },
  );

  it('can not be another method than it is', async () => {
    const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    expect((await anna.post('/sessions/current?_method=DELETE', {}, { headers })).statusCode).toBe(404);
    expect((await anna.get('/sessions/current')).statusCode).toBe(200);
  });
});

describe('over https', () => {
  let secure: TestApi;

  beforeAll(async () => {
    secure = await openTestApi({ WEERBAAR_TLS: 'on' });
  });

  afterAll(() => secure.close());

  it('our own name without TLS is another website: whoever is on the line can be that', async () => {
    const there = await secure.createOrganisation('veilig', { anna: ['employee'] });
    const signIn = (headers: Headers) =>
      there.visitor().post('/sessions', { signInName: 'anna', password: testPassword }, { headers });
    requireRefused(await signIn({ origin: 'http://veilig.localhost' }));
    expect((await signIn({ origin: 'https://veilig.localhost' })).statusCode).toBe(204);
    expect(
      (await signIn({ origin: 'https://veilig.localhost', host: 'veilig.localhost:443' })).statusCode,
    ).toBe(204);
  });
});
