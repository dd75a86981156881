import { readFileSync } from 'node:fs';
import { productVersion } from './product-version.js';

it('is the version of the package', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(productVersion).toBe(manifest.version);
});
