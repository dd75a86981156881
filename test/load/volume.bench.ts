import { bareCompiles } from './support/bare-compiles.js';
import type { Bound } from './support/bound.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';
import type { Size } from './support/organisation.js';
import { peakMemory, peakMemoryOfChildren } from './support/process-memory.js';

interface Case {
  readonly name: string;
  readonly size: Size;
  readonly inSmoke: boolean;
}

/** Ten years of a thousand actions each; and, worse, ten thousand more in the year that is reported. */
const cases: readonly Case[] = [
  {
    name: 'spread over ten years',
    size: { history: 9, actionsPerYear: 1_000, actionsOfReportYear: 1_000 },
    inSmoke: false,
  },
  {
    name: 'all in the report year',
    size: { history: 9, actionsPerYear: 1_000, actionsOfReportYear: 10_000 },
    inSmoke: true,
  },
];

/** Ten years of history and 10,000 actions, against the demo. */
export async function volume(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const demo = installation.reportsOf(await installation.addOrganisation({ history: 0 }));
  await demo.prepare();
  const bounds: Bound[] = [];
  for (const { name, size } of cases.filter(({ inSmoke }) => inSmoke || !smoke)) {
    const large = installation.reportsOf(await installation.addOrganisation(size));
    await large.prepare();
    const typesetting = await peakMemoryOfChildren(installation.worker.pid, () => large.make());
    const { pages } = await bareCompiles(await large.model());
    await demo.make();
    const { pages: demoPages } = await bareCompiles(await demo.model());
    const { first, second, ratio } = await inTurns(
      smoke ? 1 : 6,
      () => large.make(),
      () => demo.make(),
    );
    bounds.push(
      {
        what: `10,000 actions ${name}: time per page, against the demo`,
        measured: `${(first / pages).toFixed(1)} ms of ${pages} pages, ${(second / demoPages).toFixed(1)} ms of ${demoPages}`,
        value: (ratio * demoPages) / pages,
        limit: { atMost: 1.5 },
      },
      memory(`10,000 actions ${name}: memory of the worker`, peakMemory(installation.worker.pid)),
      memory(`10,000 actions ${name}: memory of typesetting`, typesetting),
    );
  }
  return bounds;
}

function memory(what: string, megabytes: number): Bound {
  if (megabytes === 0 && process.platform === 'linux') throw new Error(`not seen: ${what}`);
  return {
    what,
    measured: megabytes > 0 ? `${megabytes.toFixed(0)} MB at most` : 'this system does not tell',
    value: megabytes / 1000,
    limit: { atMost: 1 },
  };
}
