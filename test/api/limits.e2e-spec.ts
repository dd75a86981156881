import { gzipSync } from 'node:zlib';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';
import { openWire, request, type Wire, type WireAnswer } from '../support/wire.js';

/**
 * What a connection may ask of the API: HTTP that can be read in one way only, of a bounded size, in a bounded time.
 * Real: the API and the network, byte by byte. A request may take one second here instead of two minutes.
 */

let api: TestApi;
let organisation: TestOrganisation;
let anna: TestClient;
let wire: Wire;

beforeAll(async () => {
  api = await openTestApi({ WEERBAAR_REQUEST_TIMEOUT: '1' });
  organisation = await api.createOrganisation('grenzen', { anna: ['employee', 'integrity-adviser'] });
  anna = await organisation.signIn('anna');
  wire = await openWire(api.app);
});

afterAll(() => api.close());

/** After whatever was sent, the next one is served as if nothing had happened. */
afterEach(async () => {
  const [alive] = await wire.send(request('GET /health/live'));
  expect(alive?.status).toBe(200);
});

const host = 'Host: grenzen.localhost';
const json = 'Content-Type: application/json';
const post = (lines: readonly string[], body = '') =>
  request('POST /api/v1/sessions', [host, json, ...lines], body);

function refused(answers: readonly WireAnswer[], status: number, type: string): void {
  expect(answers.map((answer) => answer.status)).toEqual([status]);
  expect(answers[0]?.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answers[0]?.headers['connection']).toBe('close');
  expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ status, type: `/api/v1/problems/${type}` });
}

/** What would be served next if two readers of the same bytes disagreed about where the first request ends. */
const smuggled = request('GET /api/v1/openapi.json', [host]);

describe('a request that can be read in two ways', () => {
  it.each<[string, string]>([
    [
      'a length and chunks',
      post(['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`),
    ],
    [
      'chunks and a length',
      post(['Transfer-Encoding: chunked', 'Content-Length: 4'], `0\r\n\r\n${smuggled}`),
    ],
    ['two lengths', post(['Content-Length: 2', 'Content-Length: 5'], `{}${smuggled}`)],
    ['two lengths on one line', post(['Content-Length: 2, 5'], `{}${smuggled}`)],
    ['a length below zero', post(['Content-Length: -1'], `{}${smuggled}`)],
    ['a length with a plus', post(['Content-Length: +2'], `{}${smuggled}`)],
    ['a length in hexadecimal', post(['Content-Length: 0x2'], `{}${smuggled}`)],
    ['a chunk without a size', post(['Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${smuggled}`)],
    [
      'a chunk that is longer than it says',
      post(['Transfer-Encoding: chunked'], `2\r\n{}{}\r\n0\r\n\r\n${smuggled}`),
    ],
    [
      'a chunk of which the size overflows',
      post(['Transfer-Encoding: chunked'], `ffffffffffffffffff\r\n{}\r\n0\r\n\r\n${smuggled}`),
    ],
    ['an encoding that does not exist', post(['Transfer-Encoding: xchunked'], smuggled)],
    [
      'chunks that are not the last encoding',
      post(['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${smuggled}`),
    ],
    [
      'chunks twice',
      post(['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}x`),
    ],
    ['a space before a colon', post(['Transfer-Encoding : chunked'], `0\r\n\r\n${smuggled}`)],
    ['a header on two lines', post(['X-Folded: a', ' Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`)],
    ['a bare line feed', `GET / HTTP/1.1\n${host}\n\n${smuggled}`],
    ['a bare carriage return', request('GET /', [host, 'X-Odd: a\rTransfer-Encoding: chunked'])],
    ['a NUL', request('GET /', [host, 'X-Odd: a\0b'])],
    ['a method that does not exist', request('GETS /', [host])],
    ['a space in the target', request('GET /a b', [host])],
    ['another version', `GET / HTTP/3.0\r\n${host}\r\n\r\n`],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['the greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('is refused, and nothing behind it is read: %s', async (_, bytes) => {
    refused(await wire.send(bytes), 400, 'malformed-request');
  });

  it('does not include one behind another: both are answered, in their order', async () => {
    const first = request('GET /health/live', [host]).replace('Connection: close\r\n', '');
    const answers = await wire.send(first + smuggled);
    expect(answers.map(({ status, body }) => [status, body.slice(0, 9)])).toEqual([
      [200, '{"status"'],
      [200, '{"openapi'],
    ]);
  });
});

describe('a request that is too large', () => {
  it('in its headers is refused', async () => {
    refused(
      await wire.send(request('GET /', [host, `X-Large: ${'x'.repeat(65_536)}`])),
      431,
      'headers-too-large',
    );
    refused(
      await wire.send(request('GET /', [host, `Cookie: session=${'x'.repeat(65_536)}`])),
      431,
      'headers-too-large',
    );
    const many = Array.from({ length: 4_000 }, (_, number) => `X-${number}: 1`);
    refused(await wire.send(request('GET /', [host, ...many])), 431, 'headers-too-large');
  });

  it('in its address is refused', async () => {
    refused(await wire.send(request(`GET /${'x'.repeat(65_536)}`, [host])), 431, 'headers-too-large');
  });

  it('by its own word is refused before its body is read', async () => {
    refused(await wire.send(post(['Content-Length: 99999999'])), 413, 'too-large');
  });

  it('without saying so is refused as soon as it is', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    refused(await wire.send(post(['Transfer-Encoding: chunked'], chunk.repeat(40))), 413, 'too-large');
  });

  it('once it is unpacked is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, ' '));
    const answer = await anna.post('/annual-cycles', undefined, {
      payload: bomb,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('a form', () => {
  const nothing = '00000000-0000-7000-8000-000000000000';
  const field = (name: string, value: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

  it.each<[string, string]>([
    ['with more fields than it can have', Array.from({ length: 50 }, (_, i) => field(`f${i}`, 'x')).join('')],
    ['with a field that is too long', field('adoptedBy', 'x'.repeat(30_000))],
    ['with the same field twice', field('adoptedBy', 'a') + field('adoptedBy', 'b')],
    ['with the prototype as a field', field('__proto__', 'x')],
    ['with the constructor as a field', field('constructor', 'x')],
    ['without an end', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nx'],
    ['without a beginning', 'x'],
  ])('%s is refused', async (_, payload) => {
    const answer = await anna.ask('POST', `/policy-documents/${nothing}/versions`, {
      payload: `${payload}${payload.endsWith('\r\n') ? '--x--\r\n' : ''}`,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(answer.json()).toMatchObject({ status: 400, type: '/api/v1/problems/malformed-request' });
  });

  it.each([
    ['no boundary', ''],
    ['an empty boundary', '; boundary='],
    ['an endless boundary', `; boundary=${'x'.repeat(5_000)}`],
  ])('with %s is refused', async (_, boundary) => {
    const answer = await anna.ask('POST', `/policy-documents/${nothing}/versions`, {
      payload: field('adoptedBy', 'x'),
      headers: { 'content-type': `multipart/form-data${boundary}` },
    });
    expect(answer.json()).toMatchObject({ status: 400, type: '/api/v1/problems/malformed-request' });
  });
});

describe('a request that does not come to an end', () => {
  async function cookieOfAnna(): Promise<string> {
    const client = await organisation.signIn('anna');
    return `Cookie: ${client.cookieHeader}`;
  }

  it.each<[string, string]>([
    ['within its first line', 'GET /api/v1/pub'],
    ['within its headers', `GET / HTTP/1.1\r\n${host}\r\nX-Slow: `],
    ['within its body', post(['Content-Length: 50'], '{"signInName": "an')],
    ['within a chunk', post(['Transfer-Encoding: chunked'], '20\r\n{"signInName": "an')],
    ['between its chunks', post(['Transfer-Encoding: chunked'], '2\r\n{"\r\n')],
  ])('is ended by us: %s', async (_, start) => {
    refused(await wire.send(start), 408, 'too-slow');
  });

  it('is ended by us however busily it drips', async () => {
    refused(
      await wire.drip(post(['Content-Length: 5000'], `{"signInName": "${'n'.repeat(4_000)}`)),
      408,
      'too-slow',
    );
  });

  it('with a file leaves nothing of that file', async () => {
    const blockId = (await anna.get('/building-blocks')).json().items[0].id as string;
    const announced = { title: 'Gedragscode', kind: 'regulation' };
    const { id } = (await anna.post(`/building-blocks/${blockId}/policy-documents`, announced)).json();
    const fields = Object.entries({ adoptedOn: '2025-02-04', adoptedBy: 'college', validFrom: '2025-03-01' });
    const form = [
      ...fields.map(
        ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      ),
      '--x\r\ncontent-disposition: form-data; name="file"; filename="code.pdf"\r\n\r\n%PDF-1.7\n',
      'x'.repeat(3 * 1024 * 1024),
    ].join('');
    const head = [
      host,
      await cookieOfAnna(),
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 20000000',
    ];
    refused(
      await wire.send(request(`POST /api/v1/policy-documents/${id}/versions`, head, form)),
      408,
      'too-slow',
    );
    await vi.waitFor(async () => {
      const left = await api.asSuperuser('select 1 from file union all select 1 from file_chunk');
      expect(left).toEqual([]);
    });
  });
});
