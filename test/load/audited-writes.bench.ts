import autocannon from 'autocannon';
import type { Bound } from './support/bound.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';

const concurrency = 16;

/** Adding findings, each with its line in the audit log that is sealed meanwhile, against the same without that line. */
export async function auditedWrites(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const { host, reportYear, cookie } = await installation.addOrganisation({ history: 0 });
  const without = await installation.startVariant('audit');
  try {
    const writes = (port: number, extent: { readonly amount: number } | { readonly duration: number }) =>
      writesASecond(
        `http://127.0.0.1:${port}/api/v1/annual-cycles/${reportYear}/findings`,
        { host, cookie },
        extent,
      );
    const warmUp = { amount: smoke ? 500 : 4_000 };
    await writes(installation.port, warmUp);
    await writes(without.port, warmUp);
    const { first, second, ratio } = await inTurns(
      smoke ? 2 : 12,
      () => writes(installation.port, { duration: 1.5 }),
      () => writes(without.port, { duration: 1.5 }),
    );
    return [
      {
        what: `audited writes at concurrency ${concurrency}, against the same without audit`,
        measured: `${first.toFixed(0)} a second, ${second.toFixed(0)} a second`,
        value: ratio,
        limit: { atLeast: 0.7 },
      },
    ];
  } finally {
    await without.stop();
  }
}

async function writesASecond(
  url: string,
  headers: Readonly<Record<string, string>>,
  extent: { readonly amount: number } | { readonly duration: number },
): Promise<number> {
  const result = await autocannon({
    url,
    connections: concurrency,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ source: 'developments', title: 'Een bevinding van de meetproef' }),
    ...extent,
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} bad answers`);
  return result['2xx'] / result.duration;
}
