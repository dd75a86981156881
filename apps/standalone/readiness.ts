import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { InstallationProblem } from '@weerbaar/kernel/installation';

const pauseMilliseconds = 100;
const patienceMilliseconds = 120_000;

/**
 * Waits until the API says that it, its database and its queue can serve.
 * @throws InstallationProblem after two minutes: what does not work by then needs a person.
 */
export async function untilReady(host: string, port: number, signal: AbortSignal): Promise<void> {
  const begin = performance.now();
  while (!(await isReady(host, port))) {
    if (performance.now() - begin > patienceMilliseconds) {
      throw new InstallationProblem(
        'De api wordt niet gereed; zie de map logs in de datamap',
        'the api does not become ready; see the folder logs in the data folder',
      );
    }
    await sleep(pauseMilliseconds, undefined, { signal });
  }
}

/** No kept-alive connection: one would hold up the API when it stops. */
function isReady(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      { host: reachable(host), port, path: '/health/ready', agent: false, timeout: 2_000 },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}

/** An address that means "every address" can be listened on, but not everywhere be connected to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
