import { demoHrFile, spoiledDemoHrFile } from '@weerbaar/demo';
import { SystemClock } from '@weerbaar/kernel/clock';
import type { Terminal } from '../terminal.js';

/** Prints the file and nothing else, so that it can be kept under a name of one's own. */
export function showDemoHrFile(spoiled: boolean, terminal: Terminal): void {
  const now = new SystemClock().now();
  terminal.print((spoiled ? spoiledDemoHrFile(now) : demoHrFile(now)).trimEnd());
}
