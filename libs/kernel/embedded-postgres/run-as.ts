import { execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The operating-system user PostgreSQL runs as, when that is not the user of this process. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. Everybody else runs it as themselves: `undefined`. */
export function postgresUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user)
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.',
    );
  return user;
}

function lookUp(name: string): RunAs | undefined {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether another user can get into this folder: one closed folder above it shuts everything below. */
export function isReachableByOthers(folder: string): boolean {
  const executeByOthers = 0o001;
  for (let current = resolve(folder); ; current = dirname(current)) {
    if ((statSync(current).mode & executeByOthers) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

export function giveTo(user: RunAs | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}
