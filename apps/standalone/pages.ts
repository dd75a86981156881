import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InstallationProblem } from '@weerbaar/kernel/installation';

/** Where the sources are, seen from the compiled form of this file. In an installation without sources there is none. */
const program = fileURLToPath(new URL('../../../apps/standalone/bootstrap.mjs', import.meta.url));

/**
 * Builds the app for staff when its sources are not those of the last time, in a process of its own.
 * @throws InstallationProblem when that does not succeed; what is wrong was printed by then.
 */
export async function buildPages(signal: AbortSignal): Promise<void> {
  if (!existsSync(program)) return;
  const builder = spawn(process.execPath, [program, 'pages'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    signal,
  });
  const [code] = (await once(builder, 'close')) as [number | null];
  if (code === 0) return;
  throw new InstallationProblem('De pagina’s konden niet worden gebouwd', 'the pages could not be built');
}
