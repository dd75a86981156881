import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMilliseconds = 100;

/** Waits until the API says that it, its database and its queue can serve. */
export async function untilReady(host: string, port: number, signal: AbortSignal): Promise<void> {
  while (!(await isReady(host, port))) await sleep(pauseMilliseconds, undefined, { signal });
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
