import { inspect } from 'node:util';
import { SettingsError } from '@weerbaar/kernel/config';
import { exitWithParent } from './exit-with-parent.js';

export interface Stoppable {
  close(): Promise<void>;
}

/**
 * Starts what a process is for and ties its life to who started it. A start that fails ends the
 * process at once: connections that were opened already would keep it alive, doing nothing.
 */
export async function runProcess(start: () => Promise<Stoppable>): Promise<void> {
  try {
    const running = await start();
    exitWithParent(() => running.close());
  } catch (error) {
    process.stderr.write(`${error instanceof SettingsError ? error.message : inspect(error)}\n`);
    process.exit(1);
  }
}
