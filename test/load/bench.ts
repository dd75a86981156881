/** Ratios within one run, never times: those say more of the machine than of the product. See `bench.mjs`. */
import { cycleReads } from './cycle-reads.bench.js';
import { documents } from './documents.bench.js';
import { type Bound, excess, printBounds } from './support/bound.js';
import { Installation } from './support/installation.js';
import { volume } from './volume.bench.js';

/** A smoke run has too few samples to judge; only what is far off is a fault there. */
const tolerance = { full: 1, smoke: 3 };

const parameters = process.argv.slice(2);
const smoke = parameters.includes('--smoke');
const benchmarks = { 'cycle-reads': cycleReads, documents, volume };
const chosen = parameters.filter((parameter) => !parameter.startsWith('--'));

const bounds: Bound[] = [];
const installation = await Installation.start();
try {
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (chosen.length === 0 || chosen.includes(name)) bounds.push(...(await benchmark(installation, smoke)));
  }
} finally {
  await installation.stop();
}
printBounds(bounds);
const allowed = smoke ? tolerance.smoke : tolerance.full;
process.exitCode = bounds.every((bound) => excess(bound) <= allowed) ? 0 : 1;
