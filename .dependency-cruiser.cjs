/**
 * The one import checker of this repository (`npm run lint`). The rules are those of docs/architecture.md,
 * chapter 2; test/architecture/imports.spec.ts proves that each of them bites.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const spec = String.raw`\.(e2e-)?spec\.ts$`;
const npm = (names) => `(^|/)node_modules/(${names})/`;

module.exports = {
  forbidden: [
    {
      name: 'no-unresolvable',
      comment: 'An import that cannot be found is an import the other rules cannot judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      comment: 'A loop between files has no first file to read, and breaks at start in ESM. Types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-loop-between-parts',
      comment: 'Parts use each other in one direction: two parts that need each other are one part.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^libs/domain/[^/]+$' },
      to: { path: '^libs/domain/[^/]+$', circular: true },
    },

    {
      name: 'nothing-imports-apps',
      comment: 'Apps are composition roots: what two of them need belongs in libs.',
      severity: 'error',
      from: { path: '^(libs|migrations)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-do-not-import-each-other',
      comment:
        'Each app starts by itself. They share what picks the right Node and compiles: plain JavaScript.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/standalone/bootstrap\\.mjs$'] },
    },
    {
      name: 'pages-use-core-only',
      comment: 'Browser code gets plain TypeScript and its generated client, never server code.',
      severity: 'error',
      from: { path: '^apps/(web|intake)/' },
      to: { path: '^(libs/(kernel|domain)|migrations)/' },
    },
    {
      name: 'core-knows-no-other-layer',
      comment: 'domain -> kernel -> core, never back.',
      severity: 'error',
      from: { path: '^libs/core/' },
      to: { path: '^(libs/(kernel|domain)|migrations)/' },
    },
    {
      name: 'kernel-knows-no-domain',
      comment: 'The kernel carries any administration: it knows nothing of integrity work.',
      severity: 'error',
      from: { path: '^libs/kernel/' },
      to: { path: '^libs/domain/' },
    },
    {
      name: 'core-runs-in-a-browser',
      comment: 'Core runs on the server and in a browser alike, so it has no Node built-ins.',
      severity: 'error',
      from: { path: '^libs/core/', pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-has-no-framework',
      comment: 'Core is plain TypeScript.',
      severity: 'error',
      from: { path: '^libs/core/', pathNot: spec },
      to: {
        path: npm(
          '@nestjs/[^/]+|@fastify/[^/]+|fastify|typeorm|pg|bullmq|ioredis|passport|rxjs|reflect-metadata|class-validator|class-transformer',
        ),
      },
    },

    {
      name: 'libraries-by-their-index',
      comment: 'A library of core or kernel is used through its index.ts: the rest is its own business.',
      severity: 'error',
      from: { path: '^libs/(core|kernel)/([^/]+)/', pathNot: spec },
      to: {
        path: '^libs/(core|kernel)/[^/]+/',
        pathNot: ['^libs/$1/$2/', '^libs/(core|kernel)/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'libraries-by-their-index-from-outside',
      comment: 'The same for parts, apps and migrations.',
      severity: 'error',
      from: { path: '^(libs/(domain|demo)|apps|migrations)/', pathNot: spec },
      to: { path: '^libs/(core|kernel)/[^/]+/', pathNot: '^libs/(core|kernel)/[^/]+/index\\.ts$' },
    },
    {
      name: 'parts-by-their-contract',
      comment: 'A part shows its neighbours its contract.ts; its module is for the apps.',
      severity: 'error',
      from: { path: '^libs/domain/([^/]+)/', pathNot: spec },
      to: { path: '^libs/domain/', pathNot: ['^libs/domain/$1/', '^libs/domain/[^/]+/contract\\.ts$'] },
    },
    {
      name: 'parts-by-their-door',
      comment:
        'Apps, migrations and the demo see of a part its index.ts and its contract.ts, nothing behind them.',
      severity: 'error',
      from: { path: '^(apps|migrations|libs/demo)/', pathNot: spec },
      to: { path: '^libs/domain/', pathNot: '^libs/domain/[^/]+/(index|contract)\\.ts$' },
    },
    {
      name: 'demo-stands-above',
      comment: 'The demo uses the parts as an app does; nothing that runs at a municipality knows of it.',
      severity: 'error',
      from: { path: '^(libs|migrations)/', pathNot: '^libs/demo/' },
      to: { path: '^libs/demo/' },
    },
    {
      name: 'demo-by-its-door',
      comment: 'Apps start the demo; what it tells is its own business.',
      severity: 'error',
      from: { path: '^apps/', pathNot: spec },
      to: { path: '^libs/demo/', pathNot: '^libs/demo/index\\.ts$' },
    },
    {
      name: 'not-through-the-own-door',
      comment: 'Files inside a library import their siblings, so that the door can import them all.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/([^/]+)/', pathNot: '^libs/[^/]+/[^/]+/index\\.ts$' },
      to: { path: '^libs/$1/$2/(index|contract)\\.ts$' },
    },

    {
      name: 'typeorm-in-its-place',
      comment:
        'Data access is in repositories and entities, so that nothing else can forget the organisation.',
      severity: 'error',
      from: {
        path: '^(apps|libs|migrations)/',
        pathNot: [
          '\\.(entity|repository)\\.ts$',
          '\\.db\\.spec\\.ts$',
          '^libs/kernel/(database|testing)/',
          '^migrations/',
        ],
      },
      to: { path: npm('typeorm') },
    },
    {
      name: 'typeorm-module-in-its-place',
      comment: 'The wiring of TypeORM: the kernel, and the module that names its entities.',
      severity: 'error',
      from: {
        path: '^(apps|libs|migrations)/',
        pathNot: ['\\.(module|repository)\\.ts$', '^libs/kernel/(database|testing)/'],
      },
      to: { path: npm('@nestjs/typeorm') },
    },
    {
      name: 'queue-in-its-place',
      comment: 'Only kernel/jobs knows which queue carries the jobs.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: '^libs/kernel/jobs/' },
      to: { path: npm('bullmq|@nestjs/bullmq|ioredis') },
    },
    {
      name: 'fastify-in-its-place',
      comment: 'Only kernel/http and the apps know which server answers.',
      severity: 'error',
      from: { path: '^(libs|migrations)/', pathNot: '^libs/kernel/http/' },
      to: { path: npm('fastify|@fastify/[^/]+|@nestjs/platform-fastify') },
    },

    {
      name: 'network-in-its-place',
      comment:
        'Who speaks to other machines is known, and goes by the settings: nothing is fetched from an address that somebody typed.',
      severity: 'error',
      from: {
        path: '^(apps|libs|migrations)/',
        pathNot: [
          spec,
          '^libs/kernel/(embedded-postgres|http|identity|mail|testing)/',
          '^(apps/standalone|libs/demo)/',
        ],
      },
      to: { dependencyTypes: ['core'], path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)' },
    },

    {
      name: 'no-test-code-in-the-product',
      comment: 'What runs at a municipality contains nothing of the tests.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: [spec, '^libs/kernel/testing/'] },
      to: { path: [spec, '^test/', '^libs/kernel/testing/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    // `import type` is a dependency as well: a contract is made of types.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    cache: false,
  },
};
