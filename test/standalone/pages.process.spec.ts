import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Installation } from './support/installation.js';

/** Real here: the app for staff as it is built, and everything `npm start` starts. */

const built = resolve(import.meta.dirname, '../../dist/web');

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(resolve(built, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** What a browser fetches for these parts of the app, and all that they need. */
function withImports(...names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const needed of chunk.imports ?? []) visit(needed);
  };
  for (const name of names) visit(name);
  return files;
}

describe('the app for staff, as it is built', () => {
  it('asks for at most 200 kB of scripts before the start page is there, its chart included', () => {
    const files = withImports('index.html', 'src/start/judgement-chart.tsx');
    const bytes = [...files].map((file) => gzipSync(readFileSync(resolve(built, file))).length);
    expect(files.size).toBeGreaterThan(2);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  });

  it('holds nothing of the city that made the design system: no colour, logo or typeface', () => {
    const files = globSync('**/*.{js,css,html,svg}', { cwd: built });
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const text = readFileSync(resolve(built, file), 'utf8');
      expect(text.match(/ec0000|AmsterdamLogo|Amsterdam Sans/i), file).toBeNull();
    }
  });
});

describe('the app for staff, as it is served', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.prepare();
    await installation.start();
  });

  afterAll(async () => {
    await installation.end();
    installation.remove();
  });

  const ask = (path: string, accept = 'text/html'): Promise<Response> =>
    fetch(`${installation.address}${path}`, { headers: { accept } });

  it.each([
    '/',
    '/building-blocks',
    '/account-activations',
    '/building-blocks/0190a000-0000-7000-8000-000000000000',
  ])('is at %s, asked for anew each time and under a strict content policy', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(await answer.text()).toContain('<div id="app">');
  });

  it.each([
    '/api/v1/nothing',
    '/api',
    '/health/nothing',
    '/assets/nothing.js',
    '/nothing.txt',
    '/.well-known/nothing',
  ])('is not at %s: what does not exist is a problem', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('is also there for what takes anything, so no link from the page of what is published is dead', async () => {
    const published = await (await ask('/published')).text();
    const links = [...published.matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) => link);
    expect(links).toContain('/accessibility');
    for (const link of links) expect([link, (await ask(link, '*/*')).status]).toEqual([link, 200]);
  });

  it('is no answer to a program that mistyped an address', async () => {
    expect((await ask('/building-block', 'application/json')).status).toBe(404);
  });

  it('gives its scripts zipped, to be kept for ever', async () => {
    const [script] = globSync('assets/*.js', { cwd: built });
    const answer = await ask(`/assets/${basename(script ?? '')}`, '*/*');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
  });
});
