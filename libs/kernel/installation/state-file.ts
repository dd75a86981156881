import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseUrls } from '../embedded-postgres/index.js';
import { FolderLock } from './folder-lock.js';

/** What runs on a data folder; for a second start and for the commands. */
export interface InstallationState {
  readonly pid: number;
  /** Moment in UTC, ISO 8601. */
  readonly startedAt: string;
  /** Where people reach it; absent while it starts, and when a command holds the folder. */
  readonly address?: string;
  /** Absent until the database takes connections, and with a database of one's own. */
  readonly database?: DatabaseUrls;
}

export const lockName = 'lock';
const stateName = 'state.json';

export function writeState(folder: string, state: InstallationState): void {
  const half = join(folder, `${stateName}.new`);
  writeFileSync(half, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, join(folder, stateName));
}

export function removeState(folder: string): void {
  rmSync(join(folder, stateName), { force: true });
}

/** The last state that was written; it says nothing about whether that process still runs. */
export function readState(folder: string): InstallationState | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, stateName), 'utf8')) as InstallationState;
  } catch {
    return undefined;
  }
}

/** What runs on this data folder now, or `undefined` when nothing does. */
export function runningState(folder: string): InstallationState | undefined {
  const path = resolve(folder);
  const state = readState(path);
  if (!state) return undefined;
  const lock = FolderLock.take(join(path, lockName));
  lock?.release();
  return lock ? undefined : state;
}
