import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GuardMessage, GuardOrder } from './guard-order.js';

/** The side of the guard that lives in our own process. */
export interface Guard {
  readonly postgresPid: Promise<number>;
  /** Settles when the guard has ended, whether it was asked to or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export function startGuard(order: GuardOrder, logFile: string, environment: NodeJS.ProcessEnv): Guard {
  const log = openSync(logFile, 'a', 0o600);
  const guard = fork(guardProgram(), [JSON.stringify(order)], {
    detached: true,
    env: environment,
    execArgv: [],
    stdio: ['ignore', log, log, 'ipc'],
    cwd: '/',
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    guard.once('exit', () => resolve());
    guard.once('error', () => resolve());
  });
  return {
    postgresPid: postgresPid(guard),
    ended,
    stop: () => {
      if (guard.connected) guard.disconnect();
      return ended;
    },
  };
}

/** Compiled it is JavaScript; in a test it is TypeScript, which Node runs as it is. */
function guardProgram(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./postgres-guard.${extension}`, import.meta.url));
}

function postgresPid(guard: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    guard.once('message', (message) => resolve((message as GuardMessage).postgresPid));
  });
}
