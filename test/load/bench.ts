/** Ratios within one run, never times: those say more of the machine than of the product. See `bench.mjs`. */
import { auditedWrites } from './audited-writes.bench.js';
import { authorisation } from './authorisation.bench.js';
import { cycleReads } from './cycle-reads.bench.js';
import { employeeLists } from './employee-lists.bench.js';
import { documents } from './documents.bench.js';
import { employmentImport } from './import.bench.js';
import { pages } from './pages.bench.js';
import { type Bound, excess, printBounds } from './support/bound.js';
import { Installation } from './support/installation.js';
import { signIn } from './sign-in.bench.js';
import { volume } from './volume.bench.js';

/** A smoke run has too few samples to judge; only what is far off is a fault there. */
const tolerance = { full: 1, smoke: 3 };
const minutesAtMost = { full: 25, smoke: 6 };

const parameters = process.argv.slice(2);
const smoke = parameters.includes('--smoke');
const mode = smoke ? 'smoke' : 'full';
const benchmarks = {
  'cycle-reads': cycleReads,
  authorisation,
  'audited-writes': auditedWrites,
  'sign-in': signIn,
  'employee-lists': employeeLists,
  import: employmentImport,
  pages,
  documents,
  volume,
};
const chosen = parameters.filter((parameter) => !parameter.startsWith('--'));
const unknown = chosen.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) throw new Error(`no such benchmark: ${unknown.join(', ')}`);

// Its processes end with this one, however it ends.
const limit = setTimeout(() => {
  console.error(`Not done in ${minutesAtMost[mode]} minutes.`);
  process.exit(1);
}, minutesAtMost[mode] * 60_000);

const bounds: Bound[] = [];
const installation = await Installation.start();
try {
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (chosen.length === 0 || chosen.includes(name)) bounds.push(...(await benchmark(installation, smoke)));
  }
} finally {
  await installation.stop();
  clearTimeout(limit);
}
printBounds(bounds);
process.exitCode = bounds.every((bound) => excess(bound) <= tolerance[mode]) ? 0 : 1;
