import { processEnvironment } from '@weerbaar/kernel/config';
import { exitWithParent } from '@weerbaar/kernel/lifecycle';
import { createProgram } from './program.js';
import { explain } from './failure.js';
import { languageOf, Terminal } from './terminal.js';

const interruption = new AbortController();
const terminal = new Terminal(languageOf(processEnvironment()), process.stdout, interruption.signal);

// Whoever reads along may have seen enough (`| head`): no reason to break off half-way.
process.stdout.on('error', () => undefined);

const ended = run();

// What was started for the command is stopped by the command: it only has to hear that it must end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
exitWithParent(() => {
  interruption.abort();
  return ended;
});

await ended;
await terminal.finish();
process.exit();

async function run(): Promise<void> {
  try {
    await createProgram(terminal).parseAsync();
  } catch (error) {
    if (!interruption.signal.aborted) console.error(explain(error, terminal));
    process.exitCode = interruption.signal.aborted ? 130 : 1;
  }
}
