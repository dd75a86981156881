import { fillOrganisation, type FullOrganisation } from '../isolation/support/full-organisation.js';
import { type Method, routesOf } from '../isolation/support/routes.js';
import { openTestApi, type TestApi } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';

/**
 * Everything that takes input, given what would be more than input to a careless reader. The routes, their parameters
 * and their fields come from the description of the API: whoever adds one meets these tests without writing any.
 * Real: the API, its validation, PostgreSQL.
 */

let api: TestApi;
let ours: FullOrganisation;
let anna: TestClient;
/** A document of which the texts may still change. */
let draft: { readonly documentId: string; readonly chapterId: string };
let operations: readonly Operation[];
let schemas: Readonly<Record<string, Schema>>;

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

interface Operation {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  /** For everybody, also who is not signed in. */
  readonly open: boolean;
}

beforeAll(async () => {
  api = await openTestApi();
  ours = await fillOrganisation(api, 'ons');
  anna = await ours.signIn('anna');
  const documents = (await anna.get(`/annual-cycles/${ours.year}/annual-documents`)).json();
  const { id: documentId } = documents.find(({ status }: { status: string }) => status === 'draft');
  const [{ id: chapterId }] = (await anna.get(`/annual-documents/${documentId}/chapters`)).json();
  draft = { documentId, chapterId };
  const description = (await anna.get('/openapi.json')).json();
  schemas = description.components.schemas;
  const open = new Set(
    routesOf(api.app).flatMap(({ name, access }) => (access?.kind === 'public' ? [name] : [])),
  );
  operations = Object.entries<object>(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase() as Method,
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema,
      open: open.has(`${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    })),
  );
});

afterAll(() => api.close());

const today = '2026-01-31';
const nothing = '00000000-0000-7000-8000-000000000000';

/** What fits in an address or a field by its name. */
function known(name: string): string | undefined {
  const words: Readonly<Record<string, string>> = {
    ...ours.ids,
    year: String(ours.year),
    themeCode: '1',
    chapterId: 'communication',
    number: '1',
    format: 'pdf',
    buildingBlockIds: ours.ids.buildingBlockId,
  };
  return words[name];
}

function addressOf({ path }: Operation, replaced: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encoded(replaced[name] ?? known(name) ?? nothing),
  );
}

/** A body by its schema, with a text wherever a text may stand. */
function sample(schema: Schema, text: string, name = ''): unknown {
  const { $ref, allOf, anyOf, oneOf } = schema;
  if ($ref) return sample(schemas[$ref.split('/').at(-1) ?? '']!, text, name);
  if (allOf) {
    const parts = allOf.map((part) => sample(part, text, name));
    return typeof parts[0] === 'object' ? Object.assign({}, ...(parts as object[])) : parts[0];
  }
  const choice = (anyOf ?? oneOf)?.[0];
  if (choice) return sample(choice, text, name);
  return schema.const ?? schema.enum?.[0] ?? sampleOfType(schema, text, name);
}

function sampleOfType(schema: Schema, text: string, name: string): unknown {
  switch ([schema.type].flat().find((type) => type !== 'null')) {
    case 'string':
      return sampleText(schema, text, name);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return [sample(schema.items ?? {}, text, name)];
    default:
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .map(([key, value]) => [key, sample(value, text, key)])
          .filter(([, value]) => value !== undefined),
      );
  }
}

function sampleText({ format, maxLength }: Schema, text: string, name: string): string | undefined {
  if (format === 'binary') return undefined;
  if (format === 'uuid') return known(name) ?? nothing;
  if (format === 'date') return today;
  if (name === 'code') return '1z';
  return [...text].slice(0, maxLength).join('');
}

const texts = {
  'a quote': "d'Artagnan",
  'two quotes': `"O''Brien"`,
  'a condition': "' or '1'='1' --",
  'a closed bracket': "') or true; --",
  'a second statement': "x'; drop table action cascade; --",
  'a dollar quote': '$$; drop table action; $$',
  'a placeholder': '$1 :id ? @p @@version',
  'a wildcard': '%_%',
  'a backslash': "\\'; --",
  'an escape': String.raw`\u0027 or 1=1 \x27`,
  'a template': '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> *{7*7}',
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'a command': '`id` $(id) | id; id & id',
  'a path': '../../../etc/passwd',
  'a formula': '=HYPERLINK("https://elders.example","klik")',
  'a prototype': '__proto__',
  'other letters': 'Übergröße Ελλάδα Україна 漢字 שלום مرحبا 😀',
} as const;

const notTexts = {
  'a NUL': 'a\0b',
  'half a character': '\ud800',
  'a number out of range': '99999999999999999999',
  'a number with an exponent': '1e400',
  'no number': 'NaN',
  'digits of another script': '١٢',
  'a list': '[]',
  'an object': '{"$ne":null}',
  'a very long text': 'x'.repeat(9_000),
} as const;

/** Well refused or well done: never our fault, and never in the words of the database or the code. */
function requireCalm(what: string, answer: Answer): void {
  expect([what, answer.statusCode < 500]).toEqual([what, true]);
  if (answer.statusCode >= 400) {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).not.toMatch(
      /syntax error|unterminated|invalid input syntax|relation "|pg_|node_modules|\.ts:\d/i,
    );
  }
}

/** How many a list says there are; of a table, how many lines it has below its heading. */
function foundBy(answer: Answer): number {
  const isTable = answer.headers['content-type']?.startsWith('text/csv');
  return isTable ? answer.body.trimEnd().split('\r\n').length - 1 : answer.json().total;
}

const probes = Object.entries({ ...texts, ...notTexts });

describe('every parameter', () => {
  it.each(probes)('of a query bears %s, and finds nothing more by it', async (_, probe) => {
    let asked = 0;
    for (const operation of operations)
      for (const { name, in: place } of operation.parameters) {
        if (place !== 'query') continue;
        const address = addressOf(operation);
        const answer = await anna.ask(operation.method, `${address}?${name}=${encoded(probe)}`);
        requireCalm(`${operation.name} ${name}`, answer);
        // A filter that was read as a condition would let everything through.
        if (answer.statusCode === 200) expect([operation.name, foundBy(answer)]).toEqual([operation.name, 0]);
        else expect([operation.name, name, answer.statusCode]).toEqual([operation.name, name, 400]);
        asked += 1;
      }
    expect(asked).toBeGreaterThan(25);
  });

  it.each(probes)('of an address bears %s', async (_, probe) => {
    for (const operation of operations)
      for (const { name, in: place } of operation.parameters) {
        if (place !== 'path' || operation.method !== 'GET') continue;
        const answer = await anna.get(addressOf(operation, { [name]: probe }));
        requireCalm(`${operation.name} ${name}`, answer);
        expect([400, 404]).toContain(answer.statusCode);
      }
  });

  it.each(probes)('of a header bears %s', async (_, probe) => {
    const value = [...probe]
      .filter((character) => /[ -~]/.test(character))
      .join('')
      .slice(0, 2_000);
    for (const name of [
      'if-match',
      'accept-language',
      'accept',
      'cookie',
      'user-agent',
      'x-request-id',
      'referer',
    ])
      for (const path of ['/annual-cycles', `/actions/${ours.ids.actionId}`]) {
        const cookie = name === 'cookie' ? `session=${value}; __Host-session=${value}` : undefined;
        requireCalm(`${name} ${path}`, await anna.get(path, { headers: { [name]: cookie ?? value } }));
      }
    const changed = await anna.ask('PATCH', `/actions/${ours.ids.actionId}`, {
      body: { hours: 1 },
      headers: { 'if-match': value },
    });
    expect([412, 428]).toContain(changed.statusCode);
  });
});

/** Half a character has no place in an address but as the bytes that it is not. */
function encoded(text: string): string {
  return /\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text);
}

/** Every text somewhere in a body or an answer. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('every field', () => {
  const taking = (wanted: 'from everybody' | 'from colleagues'): Operation[] =>
    operations.filter(({ body, open }) => body && open === (wanted === 'from everybody'));
  const accepted = new Set<string>();
  const givenBack = new Set<string>();

  async function write(operation: Operation, text: string): Promise<{ answer: Answer; body: unknown }> {
    const address = addressOf(operation, draft);
    const body = sample(operation.body ?? {}, text);
    const { version = 1 } = operation.method === 'POST' ? {} : (await anna.get(address)).json();
    const answer = await anna.ask(operation.method, address, { body, version });
    requireCalm(operation.name, answer);
    if (answer.statusCode < 300) accepted.add(operation.name);
    return { answer, body };
  }

  it.each(Object.entries(texts))('gives back %s as it was', async (_, text) => {
    for (const operation of taking('from colleagues')) {
      const { answer, body } = await write(operation, text);
      if (answer.statusCode >= 300 || !textsIn(body).includes(text)) continue;
      expect([operation.name, textsIn(answer.json())]).toEqual([
        operation.name,
        expect.arrayContaining([text]),
      ]);
      givenBack.add(operation.name);
    }
  });

  it.each(Object.entries(notTexts))('bears %s', async (_, text) => {
    for (const operation of taking('from colleagues')) await write(operation, text);
  });

  it.each(probes)('of somebody who is not signed in bears %s, and lets nobody in', async (_, text) => {
    for (const operation of taking('from everybody')) {
      const answer = await ours.visitor().post(operation.path, sample(operation.body ?? {}, text));
      requireCalm(operation.name, answer);
      // One answers every name alike, so that it tells of none.
      if (operation.path !== '/password-resets') expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.cookies).toEqual([]);
    }
  });

  it('was really reached, and most of them give back what they were given', () => {
    expect(accepted.size).toBeGreaterThan(12);
    expect(givenBack.size).toBeGreaterThan(8);
  });
});

describe('a body that reaches for the prototype', () => {
  it.each([
    '{"__proto__": {"reached": true}}',
    '{"constructor": {"prototype": {"reached": true}}}',
    '{"title": "x", "owner": {"__proto__": {"reached": true}}}',
    '{"title": "x", "owner": {"constructor": {"prototype": {"reached": true}}}}',
    '{"title": "x", "owner": [[{"__proto__": {"reached": true}}]]}',
    String.raw`{"title": "x", "\u005f_proto__": {"reached": true}}`,
    '{"body": {"type": "document", "content": [{"__proto__": {"reached": true}}]}}',
  ])('%s is refused wherever it is sent', async (payload) => {
    const asked = { payload, headers: { 'content-type': 'application/json', 'if-match': '"1"' } };
    for (const operation of operations.filter(({ body }) => body)) {
      const answer = await anna.ask(operation.method, addressOf(operation), asked);
      expect([operation.name, answer.statusCode]).toEqual([operation.name, 400]);
      expect(answer.json().type).toBe('/api/v1/problems/malformed-request');
    }
    expect({}).not.toHaveProperty('reached');
  });
});

describe('a page', () => {
  const markup = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'& Gemeente';

  it('shows the name of an organisation as text, whatever it is', async () => {
    const [{ name } = { name: '' }] = await api.asSuperuser<{ name: string }>(
      'select name from organisation_profile where organisation_id = $1',
      [ours.id],
    );
    await api.asSuperuser('update organisation_profile set name = $2 where organisation_id = $1', [
      ours.id,
      markup,
    ]);
    const { body } = await ours.visitor().at('GET', '/published');
    await api.asSuperuser('update organisation_profile set name = $2 where organisation_id = $1', [
      ours.id,
      name,
    ]);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;');
    expect(body).not.toMatch(/<script|<img/);
  });

  it('of a problem is no page: nothing of the address or the headers comes back in it', async () => {
    const script = '/<script>alert(1)</script>';
    for (const path of [script, `/api/v1${script}`, `/api/v1/actions${script}`, `/reference${script}`]) {
      const headers = {
        accept: 'text/html',
        'accept-language': '<script>',
        referer: script,
        'x-request-id': script,
      };
      const answer = await anna.at('GET', path.replaceAll('<', '%3C').replaceAll('>', '%3E'), { headers });
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.body).not.toMatch(/script|alert/);
    }
  });
});
