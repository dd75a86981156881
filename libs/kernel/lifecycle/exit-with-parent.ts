import { inspect } from 'node:util';

/** After this a process that was told to end does so, finished or not. */
const patienceMilliseconds = 5_000;

/**
 * Ends this process when the one that started it is gone (even by `kill -9`), or closes the channel
 * between them, which is how the standalone asks its processes to stop on every platform.
 * A process that was started on its own has no such channel, and is left alone.
 *
 * @param stop finishes what is under way; its process ends after five seconds at the latest.
 */
export function exitWithParent(stop: () => Promise<void>): void {
  const startedWithChannel = process.send !== undefined;
  if (!startedWithChannel) return;
  const leave = () => void leaveAfter(stop);
  // The parent can be gone before this line is reached.
  if (process.connected) process.once('disconnect', leave);
  else leave();
}

async function leaveAfter(stop: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), patienceMilliseconds);
  try {
    await stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${inspect(error)}\n`);
    process.exit(1);
  }
}
