import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Proves that every import rule bites: a small house is written to a temporary folder with one sin a file, and the
 * real checker runs over it with the real rules. Real: dependency-cruiser, its configuration, tsconfig.json.
 * Not real: the house, and empty stand-ins for the npm packages.
 */

const root = resolve(import.meta.dirname, '../..');

/** Rules that a file breaks by importing: [rule, importing file, what it imports]. */
const sins: readonly (readonly [rule: string, file: string, specifier: string])[] = [
  ['no-unresolvable', 'libs/core/charts/typo.ts', './nowhere.js'],
  ['no-circular', 'libs/core/charts/chicken.ts', './egg.js'],
  ['nothing-imports-apps', 'libs/kernel/http/reaches-up.ts', '../../../apps/api/main.js'],
  ['nothing-imports-apps', 'libs/domain/people/reaches-up.ts', '../../../apps/api/main.js'],
  ['apps-do-not-import-each-other', 'apps/worker/borrows.ts', '../api/main.js'],
  ['pages-use-core-only', 'apps/web/peeks.ts', '@weerbaar/kernel/clock'],
  ['pages-use-core-only', 'apps/intake/peeks.ts', '@weerbaar/people/contract'],
  ['core-knows-no-other-layer', 'libs/core/charts/knows-kernel.ts', '@weerbaar/kernel/clock'],
  ['core-knows-no-other-layer', 'libs/core/charts/knows-domain.ts', '@weerbaar/people/contract'],
  ['kernel-knows-no-domain', 'libs/kernel/http/knows-domain.ts', '@weerbaar/people/contract'],
  ['core-runs-in-a-browser', 'libs/core/charts/reads-files.ts', 'node:fs'],
  ['core-has-no-framework', 'libs/core/charts/injects.ts', '@nestjs/common'],
  ['core-has-no-framework', 'libs/core/charts/validates.ts', 'class-validator'],
  ['libraries-by-their-index', 'libs/kernel/http/reaches-in.ts', '../clock/clock.js'],
  ['libraries-by-their-index', 'libs/kernel/http/reaches-in-core.ts', '../../core/figures/figure.js'],
  [
    'libraries-by-their-index-from-outside',
    'libs/domain/people/reaches-in.ts',
    '../../kernel/clock/clock.js',
  ],
  ['libraries-by-their-index-from-outside', 'apps/api/reaches-in.ts', '../../libs/kernel/clock/clock.js'],
  ['libraries-by-their-index-from-outside', 'migrations/reaches-in.ts', '../libs/kernel/clock/clock.js'],
  ['parts-by-their-contract', 'libs/domain/catalogue/reaches-in.ts', '../people/person.service.js'],
  ['parts-by-their-contract', 'libs/domain/catalogue/takes-module.ts', '@weerbaar/people'],
  ['parts-by-their-door', 'apps/api/reaches-in-part.ts', '../../libs/domain/people/person.service.js'],
  ['parts-by-their-door', 'libs/demo/reaches-in-part.ts', '../domain/people/person.service.js'],
  ['libraries-by-their-index-from-outside', 'libs/demo/reaches-in.ts', '../kernel/clock/clock.js'],
  ['demo-stands-above', 'libs/domain/people/knows-demo.ts', '@weerbaar/demo'],
  ['demo-stands-above', 'migrations/knows-demo.ts', '@weerbaar/demo'],
  ['demo-by-its-door', 'apps/api/reaches-in-demo.ts', '../../libs/demo/story.js'],
  ['not-through-the-own-door', 'libs/domain/people/own-contract.ts', './contract.js'],
  ['not-through-the-own-door', 'libs/domain/people/own-alias.ts', '@weerbaar/people/contract'],
  ['not-through-the-own-door', 'libs/kernel/clock/own-alias.ts', '@weerbaar/kernel/clock'],
  ['typeorm-in-its-place', 'libs/domain/people/queries.service.ts', 'typeorm'],
  ['typeorm-in-its-place', 'apps/api/queries.ts', 'typeorm'],
  ['typeorm-module-in-its-place', 'libs/domain/people/wires.service.ts', '@nestjs/typeorm'],
  ['queue-in-its-place', 'libs/domain/people/queues.service.ts', 'bullmq'],
  ['queue-in-its-place', 'apps/worker/queues.ts', '@nestjs/bullmq'],
  ['queue-in-its-place', 'libs/kernel/events/queues.ts', 'ioredis'],
  ['fastify-in-its-place', 'libs/domain/people/answers.controller.ts', 'fastify'],
  ['fastify-in-its-place', 'libs/kernel/files/answers.ts', '@fastify/multipart'],
  ['network-in-its-place', 'libs/domain/people/fetches.ts', 'node:https'],
  ['network-in-its-place', 'libs/kernel/files/resolves.ts', 'node:dns/promises'],
  ['network-in-its-place', 'apps/api/connects.ts', 'net'],
  ['no-test-code-in-the-product', 'libs/domain/people/uses-spec.ts', './person.spec.js'],
  ['no-test-code-in-the-product', 'apps/api/uses-testing.ts', '@weerbaar/kernel/testing'],
];

/** Imports the rules must leave alone. */
const virtues: readonly (readonly [file: string, specifier: string])[] = [
  ['libs/kernel/http/good.ts', '@weerbaar/kernel/clock'],
  ['libs/kernel/http/server.ts', 'fastify'],
  ['libs/kernel/http/listens.ts', 'node:http'],
  ['libs/kernel/mail/sends.ts', 'node:tls'],
  ['libs/kernel/http/draws.ts', '@weerbaar/core/figures'],
  ['libs/kernel/jobs/queue.ts', 'bullmq'],
  ['libs/kernel/database/source.ts', 'typeorm'],
  ['libs/kernel/files/store.ts', 'node:fs'],
  ['libs/domain/people/person.entity.ts', 'typeorm'],
  ['libs/domain/people/person.repository.ts', 'typeorm'],
  ['libs/domain/people/people.module.ts', '@nestjs/typeorm'],
  ['libs/domain/people/people.db.spec.ts', 'typeorm'],
  ['libs/domain/people/draws.ts', '@weerbaar/core/figures'],
  ['libs/domain/annual-cycle/owner.ts', '@weerbaar/people/contract'],
  ['apps/api/app.module.ts', '@weerbaar/people'],
  ['apps/standalone/starts-demo.ts', '@weerbaar/demo'],
  ['libs/demo/demo.ts', '@weerbaar/people'],
  ['apps/api/server.ts', 'fastify'],
  ['apps/cli/weerbaar.ts', '../standalone/bootstrap.mjs'],
  ['apps/web/page.ts', '@weerbaar/core/figures'],
  ['migrations/0001-first.ts', 'typeorm'],
  ['test/api/journey.e2e-spec.ts', '../../apps/api/main.js'],
];

const house: Readonly<Record<string, string>> = {
  'apps/api/main.ts': '',
  'apps/standalone/bootstrap.mjs': '',
  'libs/core/figures/figure.ts': '',
  'libs/core/figures/index.ts': `import './figure.js';`,
  'libs/core/charts/egg.ts': `import './chicken.js';`,
  'libs/kernel/clock/clock.ts': '',
  'libs/kernel/clock/index.ts': `import './clock.js';`,
  'libs/kernel/testing/index.ts': '',
  'libs/demo/story.ts': '',
  'libs/demo/index.ts': `import './story.js';`,
  'libs/domain/people/person.ts': '',
  // A folder inside a part may lean on the part and the part on it: that is no loop between parts.
  'libs/domain/people/data/names.ts': `import '../person.js';`,
  'libs/domain/people/person.service.ts': `import './person.js'; import './data/names.js';`,
  'libs/domain/people/person.spec.ts': `import './person.js';`,
  'libs/domain/people/contract.ts': `import './person.js';`,
  'libs/domain/people/index.ts': `import './person.service.js';`,
  // A loop between two parts that no single file shows: each contract stands apart from the file that uses the other.
  'libs/domain/catalogue/block.ts': '',
  'libs/domain/catalogue/contract.ts': `import './block.js';`,
  'libs/domain/catalogue/uses-plan.ts': `import '@weerbaar/annual-cycle/contract';`,
  'libs/domain/annual-cycle/plan.ts': '',
  'libs/domain/annual-cycle/contract.ts': `import './plan.js';`,
  'libs/domain/annual-cycle/uses-block.ts': `import '@weerbaar/catalogue/contract';`,
};

const packages = [
  'typeorm',
  'bullmq',
  'ioredis',
  'fastify',
  'class-validator',
  '@fastify/multipart',
  '@nestjs/bullmq',
  '@nestjs/common',
  '@nestjs/typeorm',
];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

function write(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function build(folder: string): void {
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  write(folder, 'package.json', '{"type":"module"}');
  for (const name of packages) {
    write(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(folder, `node_modules/${name}/index.js`, '');
  }
  for (const [file, text] of Object.entries(house)) write(folder, file, text);
  for (const [, file, specifier] of sins) write(folder, file, `import '${specifier}';`);
  for (const [file, specifier] of virtues) write(folder, file, `import type {} from '${specifier}';`);
}

function check(folder: string): Violation[] {
  const checker = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const rules = join(root, '.dependency-cruiser.cjs');
  const arguments_ = ['--config', rules, '--output-type', 'json', 'apps', 'libs', 'migrations', 'test'];
  const run = spawnSync(process.execPath, [checker, ...arguments_], { cwd: folder, encoding: 'utf8' });
  if (run.stdout === '') throw new Error(run.stderr);
  const result = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
  return result.summary.violations;
}

describe('import rules', () => {
  let folder: string;
  let violations: readonly Violation[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'weerbaar-imports-'));
    build(folder);
    violations = check(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(sins)('%s: %s may not import %s', (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(
      rule,
    );
  });

  it('finds a loop between parts that no pair of files shows', () => {
    const loops = violations.filter(({ rule }) => rule.name === 'no-loop-between-parts');
    expect(loops.map(({ from }) => from).toSorted()).toEqual([
      'libs/domain/annual-cycle',
      'libs/domain/catalogue',
    ]);
  });

  it.each(virtues)('%s may import %s', (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });

  it('has a sin here for every rule', () => {
    const require = createRequire(import.meta.url);
    const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const proven = new Set<string>([...sins.map(([rule]) => rule), 'no-loop-between-parts']);
    expect(forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });
});
