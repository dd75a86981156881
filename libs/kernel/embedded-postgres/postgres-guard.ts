/**
 * The guard: a small process that owns PostgreSQL and stops it as soon as the process that started the
 * guard closes the channel between them or is gone, even by `kill -9`. It runs in a session of its own,
 * so that Ctrl-C in the terminal reaches neither it nor PostgreSQL: that one stops last.
 *
 * Imports nothing of ours at run time: the tests start this very file, without a build.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { GuardMessage, GuardOrder } from './guard-order.js';

const immediateStopAfterMilliseconds = 30_000;

const order = JSON.parse(process.argv[2] ?? '') as GuardOrder;
const postgres = spawn(order.postgres, order.arguments, {
  ...order.runAs,
  cwd: '/',
  detached: true,
  stdio: ['ignore', 'ignore', 'inherit'],
  windowsHide: true,
});
let stopping = false;

postgres.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  leave(1);
});
postgres.once('exit', () => leave(stopping ? 0 : 1));
process.once('disconnect', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);

if (postgres.pid !== undefined) announce({ postgresPid: postgres.pid });
if (!process.connected) stop();

function announce(message: GuardMessage): void {
  // Whether the other side is still there shows from `disconnect`.
  process.send?.(message, undefined, undefined, () => undefined);
}

function stop(): void {
  if (stopping) return;
  stopping = true;
  if (process.platform === 'win32') {
    spawn(order.pgControl, ['stop', '-D', order.clusterFolder, '-m', 'fast'], {
      stdio: 'ignore',
      windowsHide: true,
    });
  } else {
    stopFast(postgres);
  }
}

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one (which the next start repairs). */
function stopFast(server: ChildProcess): void {
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), immediateStopAfterMilliseconds);
}

function leave(code: number): void {
  if (stopping) for (const folder of order.removeAfterwards) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
