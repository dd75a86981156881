import { globSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import ts from 'typescript';

/**
 * Globals that imports can't show: the environment, the clock, the console and the network have their owners.
 * Real: every source file of apps and libs, read as a syntax tree, so that comments and texts don't count.
 */

const root = resolve(import.meta.dirname, '../..');

type Global = 'environment' | 'clock' | 'console' | 'network';

interface Use {
  readonly global: Global;
  readonly line: number;
}

const owners: Readonly<Record<Global, RegExp>> = {
  environment: /^libs\/kernel\/(config|testing)\//,
  // Pages measure by the clock of a device how long a session still lasts, and nothing else.
  clock: /^(libs\/kernel\/clock\/|apps\/web\/src\/sign-in\/device-clock\.ts$)/,
  console: /^(apps|libs\/kernel\/testing)\//,
  // Pages ask their own host, which their content policy holds them to; the others go by the settings.
  network: /^(apps\/(web|intake)|libs\/kernel\/(identity|mail))\//,
};

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function readsMember(node: ts.Node, object: string, member: string): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return isNamed(node.expression, object) && node.name.text === member;
  }
  return (
    ts.isElementAccessExpression(node) &&
    isNamed(node.expression, object) &&
    ts.isStringLiteral(node.argumentExpression) &&
    node.argumentExpression.text === member
  );
}

function takesEnvironment(node: ts.Node): boolean {
  if (ts.isImportSpecifier(node)) {
    const source = node.parent.parent.parent.moduleSpecifier;
    return (
      ts.isStringLiteral(source) &&
      /^(node:)?process$/.test(source.text) &&
      (node.propertyName ?? node.name).text === 'env'
    );
  }
  return readsMember(node, 'process', 'env');
}

/** `new Date(instant)` reads an instant that is already there, and is fine; `new Date()` asks what time it is. */
function asksTheTime(node: ts.Node): boolean {
  if (ts.isNewExpression(node))
    return isNamed(node.expression, 'Date') && (node.arguments ?? []).length === 0;
  if (ts.isCallExpression(node)) return isNamed(node.expression, 'Date');
  return readsMember(node, 'Date', 'now');
}

function usesConsole(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && isNamed(node.expression, 'console');
}

function fetches(node: ts.Node): boolean {
  if (ts.isNewExpression(node))
    return ['WebSocket', 'EventSource'].some((name) => isNamed(node.expression, name));
  return (
    (ts.isCallExpression(node) && isNamed(node.expression, 'fetch')) ||
    readsMember(node, 'globalThis', 'fetch')
  );
}

function globalOf(node: ts.Node): Global | undefined {
  if (takesEnvironment(node)) return 'environment';
  if (asksTheTime(node)) return 'clock';
  if (usesConsole(node)) return 'console';
  if (fetches(node)) return 'network';
  return undefined;
}

function usesIn(text: string): Use[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    const global = globalOf(node);
    if (global) uses.push({ global, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

function sources(): string[] {
  return globSync('{apps,libs}/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !/\.(e2e-)?spec\.ts$|\/(dist|node_modules)\//.test(file));
}

describe('globals', () => {
  it.each([
    ['environment', 'const port = process.env.WEERBAAR_PORT;'],
    ['environment', `const port = process['env'];`],
    ['environment', `import { env } from 'node:process';`],
    ['clock', 'const now = new Date();'],
    ['clock', 'const now = new Date;'],
    ['clock', 'const now = Date.now();'],
    ['clock', 'const clock = { now: Date.now };'],
    ['clock', 'const now = Date();'],
    ['console', `console.log('hello');`],
    ['network', `await fetch('https://elders.example');`],
    ['network', `const get = globalThis['fetch'];`],
    ['network', `const line = new WebSocket(address);`],
  ])('sees the %s in: %s', (global, text) => {
    expect(usesIn(text)).toEqual([{ global, line: 1 }]);
  });

  it.each([
    'const adoptedOn = new Date(row.adoptedOn);',
    '// process.env and Date.now() in a comment',
    `const text = 'console.log(new Date())';`,
    'const name = settings.process.name;',
  ])('leaves alone: %s', (text) => {
    expect(usesIn(text)).toEqual([]);
  });

  it('are used by their owners only', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(0);
    const strangers = files.flatMap((file) =>
      usesIn(readFileSync(resolve(root, file), 'utf8'))
        .filter(({ global }) => !owners[global].test(file))
        .map(({ global, line }) => `${file}:${line} uses the ${global}`),
    );
    expect(strangers).toEqual([]);
  });
});
