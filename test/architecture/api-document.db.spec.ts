import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openTestApi } from '../support/test-api.js';

/**
 * The description of the API as it is served: complete enough to work from, and the same as the committed one.
 * Real: the API that makes it. The design rules a machine can check are checked by `npm run lint`.
 */

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly summary?: string;
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, Response>>;
}

interface Response {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const committed = resolve(import.meta.dirname, '../../docs/api/openapi.json');

let served: Description;
let operations: readonly (readonly [name: string, path: string, operation: Operation])[];

beforeAll(async () => {
  const api = await openTestApi();
  const organisation = await api.createOrganisation('beschrijving', {});
  served = (await organisation.visitor().get('/openapi.json')).json();
  operations = Object.entries(served.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, path, operation] as const,
    ),
  );
  await api.close();
});

function named(wrong: (operation: Operation, path: string) => boolean): string[] {
  return operations.filter(([, path, operation]) => wrong(operation, path)).map(([name]) => name);
}

describe('every operation', () => {
  it('says what it does, under a name and a subject of its own', () => {
    expect(operations.length).toBeGreaterThan(35);
    expect(named(({ summary }) => !summary || summary.length < 5)).toEqual([]);
    expect(named(({ tags }) => tags?.length !== 1)).toEqual([]);
    const ids = operations.map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
    expect(ids).not.toContain(undefined);
  });

  it('describes what it answers when it goes well, with the version of the API', () => {
    const success = ({ responses }: Operation) =>
      Object.entries(responses).filter(([status]) => /^[23]/.test(status));
    expect(named((operation) => success(operation).length !== 1)).toEqual([]);
    expect(
      named((operation) => success(operation).some(([, { headers }]) => !headers?.['API-Version'])),
    ).toEqual([]);
    const silent = ([status, { content, description }]: [string, Response]) =>
      !['204', '302'].includes(status) && !content && description !== 'The file';
    expect(named((operation) => success(operation).some(silent))).toEqual([]);
  });

  it('describes its problems as problem details', () => {
    const missing = ({ responses }: Operation) =>
      ['400', '401', '403', '404', '500'].some(
        (status) => !responses[status]?.content?.['application/problem+json'],
      );
    expect(named(missing)).toEqual([]);
  });

  it('names every part of its address', () => {
    const inPath = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(
      named(({ parameters = [] }, path) =>
        inPath(path).some(
          (name) => !parameters.some((parameter) => parameter.in === 'path' && parameter.name === name),
        ),
      ),
    ).toEqual([]);
  });

  it('that takes a body says what it looks like', () => {
    const vague = ({ requestBody }: Operation) =>
      requestBody !== undefined && Object.values(requestBody.content ?? {}).every(({ schema }) => !schema);
    expect(named(vague)).toEqual([]);
  });
});

describe('every schema', () => {
  it('has fields, each with a type', () => {
    const schemas = Object.entries(served.components.schemas);
    const empty = schemas.filter(
      ([, { type, properties }]) => type === 'object' && Object.keys(properties ?? {}).length === 0,
    );
    expect(empty.map(([name]) => name)).toEqual([]);
    const untyped = schemas.flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => Object.keys(property).every((key) => key === 'description'))
        .map(([property]) => `${name}.${property}`),
    );
    expect(untyped).toEqual([]);
  });

  it('that is referred to exists', () => {
    const references = [...JSON.stringify(served).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((name) => !served.components.schemas[name])).toEqual([]);
  });

  it('tells nothing of how rows are kept', () => {
    expect(JSON.stringify(served)).not.toMatch(/organisation_?id|password_?hash|token_?hash/i);
  });
});

it.runIf(existsSync(committed))('is the one in docs/api/openapi.json; if not, run `npm run generate`', () => {
  expect(served).toEqual(JSON.parse(readFileSync(committed, 'utf8')));
});
