import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A notice or a mail leads to a page that is there. Who sends it and who shows the page share no code: a path that was
 * mistyped, or a page that moved, would show only to whoever pressed the link.
 * Real: the router of the pages; the sources of whoever sends.
 */

const top = resolve(import.meta.dirname, '../..');

interface Pages {
  readonly router: { readonly routesByPath: Readonly<Record<string, unknown>> };
}

/** The pages are compiled for a browser, apart from this: known by their address alone. */
const { router } = (await import(resolve(top, 'apps/web/src/router.ts'))) as Pages;
const pages = Object.keys(router.routesByPath).map(
  (path) => new RegExp(`^${path.replaceAll(/\/\{-\$\w+\}/g, '(?:/[^/]+)?').replaceAll(/\$\w+/g, '[^/]+')}$`),
);
const isPage = (path: string): boolean => pages.some((page) => page.test(path));

interface Source {
  readonly name: string;
  readonly text: string;
}

const sources: readonly Source[] = globSync(['libs/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'], { cwd: top })
  .filter((name) => !name.includes('node_modules') && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(resolve(top, name), 'utf8') }));

/** As it is once its ids are filled in, without what no server sees. */
const filledIn = (path = ''): string => path.replace(/#.*/, '').replaceAll(/\$\{[^}]*\}/g, 'filled-in');

function found(pattern: RegExp, { text }: Source): readonly string[] {
  return [...text.matchAll(pattern)].map(([, path]) => filledIn(path));
}

/** Whoever tells of something writes no other text that begins with a slash. */
const tellers = sources.filter(({ text }) => /\bnotices\.tell\(|\bdigest\(notices/.test(text));
const senders = sources.filter(({ text }) => text.includes('${origin}/'));
const links = [
  ...tellers.flatMap((source) =>
    found(/['`](\/[^'`\s]*)['`]/g, source).map((to) => [source.name, to] as const),
  ),
  ...senders.flatMap((source) =>
    found(/\$\{origin\}(\/[^'`\s]*)/g, source).map((to) => [source.name, to] as const),
  ),
];

it('knows a page from an address that leads nowhere', () => {
  expect(isPage('/')).toBe(true);
  expect(isPage('/annual-cycles/2026/actions/filled-in')).toBe(true);
  expect(isPage('/annual-cycles/2026/actions/filled-in/nowhere')).toBe(false);
  expect(isPage('/organisation/nowhere')).toBe(false);
});

it('finds where everybody who tells of something leads to', () => {
  expect(tellers.length).toBeGreaterThan(2);
  const silent = [...tellers, ...senders].filter(({ name }) => !links.some(([of]) => of === name));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

it.each(links)('%s leads to a page: %s', (_, to) => {
  expect(isPage(to)).toBe(true);
});
