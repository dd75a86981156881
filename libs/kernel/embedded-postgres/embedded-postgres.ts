import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, openCluster } from './cluster.js';
import { type Guard, startGuard } from './guard.js';
import { readPostmaster, stopLeftover } from './postmaster.js';
import { findTools, type Tools } from './tools.js';

export interface EmbeddedPostgresOptions {
  /** The data folder. Who starts PostgreSQL here holds the lock on it. */
  readonly folder: string;
  readonly logFile: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Extra options of the server, such as `fsync=off`. */
  readonly options?: readonly string[];
  /** Remove the folder once the server has stopped. */
  readonly throwAway?: boolean;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** Settles when the server has ended or is no longer guarded, asked or not. Then still call `stop`. */
  readonly ended: Promise<void>;
  superuserUrl(database: string): string;
  stop(): Promise<void>;
}

/** Faster, and broken after a power cut: for databases that only a test needs. */
export const throwAwayOptions = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

const attempts = 3;

/** Starts PostgreSQL on 127.0.0.1, at a port that is free, and returns once it takes connections. */
export async function startEmbeddedPostgres(given: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const tools = findTools(given.folder, given.environment);
  const cluster = await openCluster(tools, given.throwAway ? ['--no-sync'] : []);
  await stopLeftover(cluster.folder, tools);
  for (let attempt = 1; ; attempt++) {
    const started = await tryToStart(cluster, tools, given);
    if (started) return started;
    // Between finding a free port and using it, another process may have taken it.
    if (attempt === attempts || !portWasTaken(given.logFile)) throw new StartFailed(given.logFile);
  }
}

class StartFailed extends Error {
  constructor(logFile: string) {
    super(`PostgreSQL did not start. The end of ${logFile}:\n${endOf(logFile)}`);
    this.name = 'StartFailed';
  }
}

async function tryToStart(
  cluster: Cluster,
  tools: Tools,
  { folder, logFile, options = [], throwAway = false }: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres | undefined> {
  const { home, binaries, runAs, environment } = tools;
  const port = await freePort();
  const order = {
    postgres: binaries.postgres,
    pgControl: binaries.pgControl,
    clusterFolder: cluster.folder,
    arguments: serverArguments(cluster.folder, port, options),
    ...(runAs && { runAs }),
    removeAfterwards: throwAway ? [folder, home] : [],
  };
  const guard = startGuard(order, logFile, environment);
  if (!(await becomesReady(cluster.folder, guard))) return undefined;
  return {
    port,
    ended: guard.ended,
    superuserUrl: (database) =>
      `postgres://postgres:${cluster.superuserPassword}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await guard.stop();
      await stopLeftover(cluster.folder, tools);
    },
  };
}

function serverArguments(clusterFolder: string, port: number, options: readonly string[]): string[] {
  const fixed = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  return [
    '-D',
    clusterFolder,
    '-p',
    String(port),
    ...[...fixed, ...options].flatMap((option) => ['-c', option]),
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** No time limit: after a crash PostgreSQL repairs itself first, and takes the time that needs. */
async function becomesReady(clusterFolder: string, guard: Guard): Promise<boolean> {
  let ended = false;
  const whenEnded = guard.ended.then(() => {
    ended = true;
    return undefined;
  });
  const pid = await Promise.race([guard.postgresPid, whenEnded]);
  while (!ended) {
    const postmaster = readPostmaster(clusterFolder);
    if (postmaster?.ready && postmaster.pid === pid) return true;
    await sleep(20);
  }
  return false;
}

function portWasTaken(logFile: string): boolean {
  return endOf(logFile).includes('Address already in use');
}

function endOf(logFile: string): string {
  return readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n');
}
