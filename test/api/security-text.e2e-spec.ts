import { Clock } from '@weerbaar/kernel/clock';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';

// Real: the API, its settings and its host names. Not real: the network, and the time, which is moved.

const path = '/.well-known/security.txt';
const contacts = ['mailto:cvd@voorbeeld.example', 'https://voorbeeld.example/melden?via=a%2Cb'];
const policy = 'https://voorbeeld.example/cvd';

let api: TestApi;
let organisation: TestOrganisation;

beforeAll(async () => {
  api = await openTestApi({
    WEERBAAR_TLS: 'on',
    WEERBAAR_SECURITY_CONTACT: contacts.join(', '),
    WEERBAAR_SECURITY_POLICY: policy,
  });
  organisation = await api.createOrganisation('melden', {});
});

afterAll(() => api.close());
afterEach(() => vi.restoreAllMocks());

const get = (host = organisation.host) => organisation.visitor().movedTo(host).at('GET', path);

/** The grammar of RFC 9116, 4, as far as our fields go. */
const uri = /^(?:mailto:[!-~]+@[!-~]+|https:\/\/[!-~]+)$/;
const fieldGrammar: Readonly<Record<string, RegExp>> = {
  Contact: uri,
  Expires: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  'Preferred-Languages': /^[a-z]{2}(?:, [a-z]{2})*$/,
  Canonical: uri,
  Policy: uri,
};
/** Those that may stand there once only. */
const single = ['Expires', 'Preferred-Languages'];

function fieldsOf(text: string): [name: string, value: string][] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', value = ''] = /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line) ?? [];
      expect([line, fieldGrammar[name]?.test(value)]).toEqual([line, true]);
      return [name, value];
    });
}

function valuesOf(text: string, wanted: string): string[] {
  return fieldsOf(text).flatMap(([name, value]) => (name === wanted ? [value] : []));
}

describe('security.txt', () => {
  it('is plain text by the grammar of RFC 9116, for everybody', async () => {
    const answer = await get();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    const names = fieldsOf(answer.body).map(([name]) => name);
    expect(new Set(names)).toEqual(new Set(Object.keys(fieldGrammar)));
    for (const name of single) expect(names.filter((other) => other === name)).toHaveLength(1);
  });

  it('names every contact in the order that was given, and the policy', async () => {
    const { body } = await get();
    expect(valuesOf(body, 'Contact')).toEqual(contacts);
    expect(valuesOf(body, 'Policy')).toEqual([policy]);
    expect(valuesOf(body, 'Preferred-Languages')).toEqual(['nl, en']);
  });

  it.each(['2026-01-01T00:00:00Z', '2027-12-31T23:59:59Z', '2028-02-29T12:00:00Z'])(
    'asked on %s expires later, and within a year',
    async (moment) => {
      const now = new Date(moment);
      vi.spyOn(api.app.get(Clock), 'now').mockReturnValue(now);
      const [expires = ''] = valuesOf((await get()).body, 'Expires');
      const days = (new Date(expires).getTime() - now.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(30);
      expect(days).toBeLessThan(365);
    },
  );

  it('says where it is found: at this host, over https', async () => {
    expect(valuesOf((await get()).body, 'Canonical')).toEqual([`https://${organisation.host}${path}`]);
    const other = await get(`${organisation.host.toUpperCase()}:8443`);
    expect(valuesOf(other.body, 'Canonical')).toEqual([`https://${organisation.host}:8443${path}`]);
  });

  it('is not there at a host that belongs to nobody', async () => {
    const answer = await get('elders.example');
    expect(answer.json()).toMatchObject({ status: 404, type: '/api/v1/problems/unknown-host' });
    expect(answer.body).not.toContain('cvd@');
  });

  it('stands at one address', async () => {
    for (const url of ['/security.txt', '/api/v1/.well-known/security.txt', `${path}/`])
      expect((await organisation.visitor().at('GET', url)).statusCode).toBe(404);
  });
});

describe('an installation without a contact', () => {
  let silent: TestApi;

  beforeAll(async () => {
    silent = await openTestApi();
  });

  afterAll(() => silent.close());

  it('has no security.txt', async () => {
    const there = await silent.createOrganisation('stil', {});
    const answer = await there.visitor().at('GET', path);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 404, type: '/api/v1/problems/not-found' });
  });
});

describe('an installation without https', () => {
  let plain: TestApi;

  beforeAll(async () => {
    plain = await openTestApi({ WEERBAAR_SECURITY_CONTACT: contacts[0] });
  });

  afterAll(() => plain.close());

  it('gives the contact and no canonical address, which would have to be https', async () => {
    const there = await plain.createOrganisation('open', {});
    const { body } = await there.visitor().at('GET', path);
    expect(valuesOf(body, 'Contact')).toEqual([contacts[0]]);
    expect(valuesOf(body, 'Canonical')).toEqual([]);
    expect(valuesOf(body, 'Policy')).toEqual([]);
  });
});
