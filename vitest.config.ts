import { defineConfig } from 'vitest/config';

const everywhere = '{apps,libs,migrations,test}/**';
const slow = [
  `${everywhere}/*.db.spec.ts`,
  `${everywhere}/*.process.spec.ts`,
  'test/api/**',
  'test/isolation/**',
  'test/browser/**',
];

// Vite's own transform emits decorator metadata from tsconfig: no plugin needed.
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    globals: true,
    // Vitest would leave a core for itself: on the two of CI one file at a time.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${everywhere}/*.spec.ts`],
          exclude: [...slow, '**/node_modules/**', 'dist/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [
            `${everywhere}/*.db.spec.ts`,
            'test/{api,isolation}/**/*.e2e-spec.ts',
            'test/{api,isolation}/**/*.spec.ts',
          ],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: [`${everywhere}/*.process.spec.ts`],
          globalSetup: ['test/support/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Whole programs are started and killed: after the others, which would wait for them.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.ts'],
          globalSetup: ['test/support/build.ts', 'test/browser/support/demo-data.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each has a browser and a whole installation, which keep two cores busy by themselves.
          fileParallelism: false,
        },
      },
    ],
  },
});
