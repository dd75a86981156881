// `npm run bench`: builds the product and, beside it, the benchmarks; so what is measured is what is shipped.
// With `--smoke`: few samples, a minute or two, to see that the benchmarks run.
import { execFileSync } from 'node:child_process';
import { run } from '../../apps/standalone/bootstrap.mjs';

const swc = [
  'node_modules/@swc/cli/bin/swc.js',
  'test/load',
  'test/browser/support/chromium.ts',
  '--extensions',
  '.ts',
  '--out-dir',
  'dist',
  '--quiet',
];
execFileSync(process.execPath, ['apps/standalone/bootstrap.mjs'], { stdio: 'inherit' });
execFileSync(process.execPath, swc, { stdio: 'inherit' });
await run('test/load/bench.js');
