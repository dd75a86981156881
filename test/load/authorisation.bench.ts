import autocannon from 'autocannon';
import type { Bound } from './support/bound.js';
import type { Installation } from './support/installation.js';
import { inTurns, median } from './support/measure.js';

/** A list as people ask for it, with all that is asked about what they may do, and without. Both know who asks. */
export async function authorisation(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const { host, reportYear, cookie } = await installation.addOrganisation({ history: 0 });
  const without = await installation.startVariant('authorisation');
  try {
    const path = `/api/v1/annual-cycles/${reportYear}/actions?pageSize=50`;
    const list = (port: number) => () =>
      medianOf(smoke ? 100 : 400, `http://127.0.0.1:${port}${path}`, { host, cookie });
    const [real, variant] = [list(installation.port), list(without.port)];
    // V8 makes code fast after so many calls; both must be as fast as they get.
    for (let warmUp = 0; warmUp < (smoke ? 1 : 5); warmUp += 1) await Promise.all([real(), variant()]);
    const { first, second, ratio } = await inTurns(smoke ? 2 : 12, real, variant);
    return [
      {
        what: 'median time of a list of 50, against the same without authorisation',
        measured: `${first.toFixed(2)} ms, ${second.toFixed(2)} ms`,
        value: ratio,
        limit: { atMost: 1.15 },
      },
    ];
  } finally {
    await without.stop();
  }
}

/** Milliseconds, one after the other on one connection. */
async function medianOf(
  amount: number,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon({ url, headers, amount, connections: 1 }, (error, done) =>
      error ? reject(error as Error) : resolve(done),
    ).on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  if (result['2xx'] !== amount) throw new Error(`${url}: ${result.non2xx} bad answers`);
  return median(times);
}
