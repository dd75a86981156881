import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';

const root = resolve(import.meta.dirname, '../..');

describe('the types by which the app for staff asks the API', () => {
  it('are those of the description of the API: otherwise run npm run generate', async () => {
    const description = JSON.parse(readFileSync(resolve(root, 'docs/api/openapi.json'), 'utf8'));
    const types = astToString(await openapiTypescript(description));
    const committed = readFileSync(resolve(root, 'apps/web/src/api/schema.ts'), 'utf8');
    // The command writes a comment above them.
    expect(committed.endsWith(types)).toBe(true);
  });
});
