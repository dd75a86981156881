import { fileURLToPath } from 'node:url';
import { processEnvironment } from '@weerbaar/kernel/config';
import { Child, localMail } from '@weerbaar/kernel/installation';
import type { OperatorDatabase } from './operator-database.js';

const program = fileURLToPath(new URL('../worker/main.js', import.meta.url));

/**
 * Does work that needs a worker: with one of its own where none runs, because the embedded database was
 * started for this command.
 * @throws InstallationProblem when that worker ends before the work does.
 */
export async function withWorker<T>(
  { settings, folder }: OperatorDatabase,
  interrupted: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  if (!folder) return work();
  const { DATABASE_OWNER_URL: _owner, ...environment } = processEnvironment();
  const child = new Child({
    name: 'worker',
    program,
    environment: {
      ...environment,
      DATABASE_URL: settings.DATABASE_URL,
      ...(!environment['WEERBAAR_SECRET'] && { WEERBAAR_SECRET_FILE: folder.secretKeyFile() }),
      ...localMail(folder, settings),
    },
    logFile: folder.startLog('worker'),
  });
  const ended = child.ended.then(() => {
    throw child.unexpectedEnd();
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    ended.catch(() => undefined);
    await child.stop(interrupted);
  }
}
