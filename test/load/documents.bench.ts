import { bareCompiles } from './support/bare-compiles.js';
import type { Bound } from './support/bound.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';

/** The demo's annual report in all formats, against what typst alone needs for its two PDFs. */
export async function documents(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const reports = installation.reportsOf(await installation.addOrganisation({ history: 0 }));
  await reports.prepare();
  await reports.make();
  const model = await reports.model();
  const { first, second, ratio } = await inTurns(
    smoke ? 1 : 10,
    () => reports.make(),
    async () => (await bareCompiles(model)).milliseconds,
  );
  return [
    {
      what: 'demo report in six formats, against two bare typst compiles',
      measured: `${first.toFixed(0)} ms, ${second.toFixed(0)} ms`,
      value: ratio,
      limit: { atMost: 4 },
    },
  ];
}
