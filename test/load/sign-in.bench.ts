import autocannon from 'autocannon';
import { hashPassword } from '@weerbaar/kernel/identity';
import type { BareHashing } from './bare-hashing.js';
import type { Bound } from './support/bound.js';
import { Child } from './support/child.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';
import { addAccounts } from './support/organisation.js';

const concurrency = 8;
const password = 'een wachtwoord van de meetproef';
const milliseconds = 2_000;

/** Signing in with a password, against checking passwords and nothing else. */
export async function signIn(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const { host } = await installation.addOrganisation({ history: 0 });
  // Everybody for themselves: one name may not be tried by many at a time.
  const names = await addAccounts(installation.database, concurrency, await hashPassword(password));
  const bare = new Child('bare-hashing.js');
  try {
    const url = `http://127.0.0.1:${installation.port}/api/v1/sessions`;
    const signIns = () => signInsASecond(url, host, names);
    const order: BareHashing = { password, concurrency, milliseconds };
    await signIns();
    const { first, second, ratio } = await inTurns(smoke ? 2 : 8, signIns, () => bare.ask<number>(order));
    return [
      {
        what: `sign-ins at concurrency ${concurrency}, against argon2id alone`,
        measured: `${first.toFixed(0)} a second, ${second.toFixed(0)} a second`,
        value: ratio,
        limit: { atLeast: 0.8 },
      },
    ];
  } finally {
    await bare.stop();
  }
}

async function signInsASecond(url: string, host: string, names: readonly string[]): Promise<number> {
  let next = 0;
  const result = await autocannon({
    url,
    connections: concurrency,
    duration: milliseconds / 1000,
    setupClient: (client) => {
      client.setHeadersAndBody(
        { host, 'content-type': 'application/json' },
        JSON.stringify({ signInName: names[next++ % names.length], password }),
      );
    },
    method: 'POST',
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} bad answers to signing in`);
  return result['2xx'] / result.duration;
}
