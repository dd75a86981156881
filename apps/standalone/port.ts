import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { InstallationProblem } from '@weerbaar/kernel/installation';

/**
 * Checks before anything is started that the port can be had.
 * @param patienceMilliseconds how long the processes of a launcher that was killed may take to let go.
 * @throws InstallationProblem that names the setting.
 */
export async function requireFreePort(
  port: number,
  host: string,
  patienceMilliseconds: number,
): Promise<void> {
  const pause = 200;
  for (let waited = 0; ; waited += pause) {
    const code = await tryToListen(port, host);
    if (code === undefined) return;
    if (code !== 'EADDRINUSE' || waited >= patienceMilliseconds) throw portProblem(port, host, code);
    await sleep(pause);
  }
}

/** @returns the code of the fault, or `undefined` when it went well. */
function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

function portProblem(port: number, host: string, code: string): InstallationProblem {
  if (code === 'EADDRINUSE') {
    return new InstallationProblem(
      `WEERBAAR_PORT: poort ${port} is al in gebruik door een ander programma; kies een andere`,
      `port ${port} is in use by another program; choose another`,
    );
  }
  if (code === 'EACCES') {
    return new InstallationProblem(
      `WEERBAAR_PORT: poort ${port} mag deze gebruiker niet gebruiken; kies er een boven 1023`,
      `this user may not use port ${port}; choose one above 1023`,
    );
  }
  return new InstallationProblem(
    `WEERBAAR_LISTEN: op ${host} valt niet te luisteren (${code})`,
    `can't listen on ${host} (${code})`,
  );
}
