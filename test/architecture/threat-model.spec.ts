import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The threat model promises tests. Real: the page, and the files it names. */

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(root, 'docs/threat-model.md'), 'utf8');
const rows = [...text.matchAll(/^\| (\d+)\. (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
  ([, number, , defence = '', test = '']) => ({ number: Number(number), defence, test }),
);

it('names every class once, in order', () => {
  const expected = Array.from({ length: Math.max(40, rows.length) }, (_, index) => index + 1);
  expect(rows.map(({ number }) => number)).toEqual(expected);
});

it('says of every class how it is tested, or why it is not', () => {
  const silent = rows.filter(
    ({ test }) => !/`[^`]+spec\.ts`|Not yet: |Not defended: |TODO-IDENTITY/.test(test),
  );
  expect(silent).toEqual([]);
});

it('names tests that exist', () => {
  const named = [...text.matchAll(/`([^`\s]+\.ts)`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
  expect(named.filter((file) => !file.endsWith('spec.ts'))).toEqual([]);
});
