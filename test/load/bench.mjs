// `npm run bench`: compiles the product and, beside it, the benchmarks; so what is measured is what is shipped.
// With `--smoke`: few samples, a minute or two, to see that the benchmarks run.
import { execFileSync } from 'node:child_process';
import { run } from '../../apps/standalone/bootstrap.mjs';

const swc = [
  'node_modules/@swc/cli/bin/swc.js',
  'test/load',
  '--extensions',
  '.ts',
  '--out-dir',
  'dist',
  '--quiet',
];
execFileSync(process.execPath, swc, { stdio: 'inherit' });
await run('test/load/bench.js');
