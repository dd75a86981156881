import autocannon from 'autocannon';
import { SystemClock } from '@weerbaar/kernel/clock';
import { readSettings } from '@weerbaar/kernel/config';
import type { BarePeopleServer } from './bare-people-server.js';
import type { Bound } from './support/bound.js';
import { Child, freePort } from './support/child.js';
import { addStructure, copy, employees, tablesOf } from './support/employees.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';

const concurrency = 16;

/** Lists of people out of 20,000, a page from the middle, against a bare route that does the same queries. */
export async function employeeLists(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const { id, host, cookie } = await installation.addOrganisation({ history: 0 });
  const all = employees(20_000);
  const ids = await addStructure(installation.database, all);
  await copy(installation.database, tablesOf(all, ids));
  await installation.database.query('analyze');
  const options: BarePeopleServer = {
    databaseUrl: installation.databaseUrl,
    pool: readSettings({}).DATABASE_POOL,
    organisationId: id,
    port: await freePort(),
  };
  const day = new SystemClock().today();
  const filters = [
    { what: 'by the beginning of a name', filter: 'q=janse' },
    { what: 'of a department', filter: `departmentId=${ids.get('D7')}` },
  ];
  const bare = new Child('bare-people-server.js');
  try {
    await bare.ask(options);
    const bounds: Bound[] = [];
    for (const { what, filter } of filters) {
      const ours = `http://127.0.0.1:${installation.port}/api/v1/persons?${filter}&page=2&pageSize=50`;
      const least = `http://127.0.0.1:${options.port}/persons?${filter}&day=${day}&page=2`;
      // By number and not by time: V8 makes code fast after so many calls, and both must be as fast as they get.
      const warmUp = { amount: smoke ? 300 : 3_000 };
      await throughput(ours, { host, cookie }, warmUp);
      await throughput(least, {}, warmUp);
      const { first, second, ratio } = await inTurns(
        smoke ? 2 : 12,
        () => throughput(ours, { host, cookie }, { duration: 1.5 }),
        () => throughput(least, {}, { duration: 1.5 }),
      );
      bounds.push({
        what: `list of people ${what}, of ${all.length} at concurrency ${concurrency}, against a bare Fastify route`,
        measured: `${first.toFixed(0)} a second, ${second.toFixed(0)} a second`,
        value: ratio,
        limit: { atLeast: 0.5 },
      });
    }
    return bounds;
  } finally {
    await bare.stop();
  }
}

/** Good answers a second. */
async function throughput(
  url: string,
  headers: Readonly<Record<string, string>>,
  extent: { readonly amount: number } | { readonly duration: number },
): Promise<number> {
  const result = await autocannon({ url, connections: concurrency, headers: { ...headers }, ...extent });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} bad answers`);
  return result['2xx'] / result.duration;
}
