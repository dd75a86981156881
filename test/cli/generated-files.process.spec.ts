import { readFileSync } from 'node:fs';
import { weerbaar } from './support/weerbaar.js';

/** Neither needs a database: the data folder does not exist. */
describe('files that are made from the code', () => {
  it.each([
    ['docs/api/openapi.json', 'openapi'],
    ['.env.example', 'settings-example'],
  ])('%s is up to date; otherwise run "npm run generate"', async (file, command) => {
    const { code, output } = await weerbaar('/nowhere', command);
    expect(code).toBe(0);
    expect(output).toBe(readFileSync(file, 'utf8'));
  });

  it('describes every route under its own path, in OpenAPI 3.1', async () => {
    const { output } = await weerbaar('/nowhere', 'openapi');
    const description = JSON.parse(output) as { openapi: string; paths: Record<string, object> };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toContain('/annual-documents/{documentId}/renderings');
  });
});
