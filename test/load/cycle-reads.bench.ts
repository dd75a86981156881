import autocannon from 'autocannon';
import { readSettings } from '@weerbaar/kernel/config';
import type { BareCycleServer } from './bare-cycle-server.js';
import type { Bound } from './support/bound.js';
import { Child, freePort } from './support/child.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';

const concurrency = 16;

/** Reads of one cycle by somebody who is signed in, against a bare route that does the same query. */
export async function cycleReads(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const { id, reportYear, cookie } = await installation.addOrganisation({ history: 0 });
  const options: BareCycleServer = {
    databaseUrl: installation.databaseUrl,
    pool: readSettings({}).DATABASE_POOL,
    organisationId: id,
    port: await freePort(),
  };
  const bare = new Child('bare-cycle-server.js');
  try {
    await bare.ask(options);
    const ours = `http://127.0.0.1:${installation.port}/api/v1/annual-cycles/${reportYear}`;
    const least = `http://127.0.0.1:${options.port}/annual-cycles/${reportYear}`;
    // By number and not by time: V8 makes code fast after so many calls, and both must be as fast as they get.
    const warmUp = { amount: smoke ? 1_000 : 10_000 };
    await throughput(ours, cookie, warmUp);
    await throughput(least, cookie, warmUp);
    const { first, second, ratio } = await inTurns(
      smoke ? 2 : 15,
      () => throughput(ours, cookie, { duration: 1.5 }),
      () => throughput(least, cookie, { duration: 1.5 }),
    );
    return [
      {
        what: `reads of a cycle at concurrency ${concurrency}, against a bare Fastify route`,
        measured: `${first.toFixed(0)} a second, ${second.toFixed(0)} a second`,
        value: ratio,
        limit: { atLeast: 0.5 },
      },
    ];
  } finally {
    await bare.stop();
  }
}

/** Good answers a second. */
async function throughput(
  url: string,
  cookie: string,
  extent: { readonly amount: number } | { readonly duration: number },
): Promise<number> {
  const result = await autocannon({ url, connections: concurrency, headers: { cookie }, ...extent });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} bad answers`);
  return result['2xx'] / result.duration;
}
