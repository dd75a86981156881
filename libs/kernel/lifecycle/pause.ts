import { setTimeout as sleep } from 'node:timers/promises';

/** Lets time pass, until the signal cuts it short. Does not keep the process alive. */
export async function pause(milliseconds: number, cutShort: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: cutShort, ref: false }).catch(() => undefined);
}
