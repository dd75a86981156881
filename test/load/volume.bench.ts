import { bareCompiles } from './support/bare-compiles.js';
import type { Bound } from './support/bound.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';
import { peakMemory, peakMemoryOfChildren } from './support/process-memory.js';

/** Ten years of a thousand actions each; and, worse, all ten thousand in the year that is reported. */
const sizes = {
  'spread over ten years': { history: 9, actionsPerYear: 1_000, actionsOfReportYear: 1_000 },
  'all in the report year': { history: 9, actionsPerYear: 1_000, actionsOfReportYear: 10_000 },
};

/** Ten years of history and 10,000 actions, against the demo. */
export async function volume(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const demo = installation.reportsOf(await installation.addOrganisation({ history: 0 }));
  await demo.prepare();
  const bounds: Bound[] = [];
  for (const [name, size] of Object.entries(sizes)) {
    const large = installation.reportsOf(await installation.addOrganisation(size));
    await large.prepare();
    const typesetting = await peakMemoryOfChildren(installation.worker.pid, () => large.make());
    const { pages } = await bareCompiles(await large.model());
    await demo.make();
    const { pages: demoPages } = await bareCompiles(await demo.model());
    const [time, demoTime] = await inTurns(
      smoke ? 1 : 5,
      () => large.make(),
      () => demo.make(),
    );
    bounds.push(
      {
        what: `10,000 actions ${name}: time per page, against the demo`,
        measured: `${(time / pages).toFixed(1)} ms of ${pages} pages, ${(demoTime / demoPages).toFixed(1)} ms of ${demoPages}`,
        value: time / pages / (demoTime / demoPages),
        limit: { atMost: 1.5 },
      },
      memory(`10,000 actions ${name}: memory of the worker`, peakMemory(installation.worker.pid)),
      memory(`10,000 actions ${name}: memory of typesetting`, typesetting),
    );
  }
  return bounds;
}

function memory(what: string, megabytes: number): Bound {
  return { what, measured: `${megabytes.toFixed(0)} MB at most`, value: megabytes / 1000, limit: { atMost: 1 } };
}
