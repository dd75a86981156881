import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { giveTo, isReachableByOthers, type RunAs } from './run-as.js';

/** PostgreSQL's own user has to get through the data folder, not to see what is in it. */
const throughByOthers = 0o011;

/**
 * The folder that holds the database itself: `postgres` in the data folder. Only when this process is
 * root and the data folder lies under a closed folder (such as /root), PostgreSQL's own user can't get
 * there; then the home is elsewhere, and the file `postgres-home` in the data folder says where.
 */
export function postgresHome(dataFolder: string, runAs: RunAs | undefined): string {
  if (runAs) chmodSync(dataFolder, statSync(dataFolder).mode | throughByOthers);
  const home =
    runAs && !isReachableByOthers(dataFolder) ? homeElsewhere(dataFolder) : join(dataFolder, 'postgres');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  giveTo(runAs, home);
  return home;
}

function homeElsewhere(dataFolder: string): string {
  const pointer = join(dataFolder, 'postgres-home');
  if (existsSync(pointer)) return knownHome(pointer);
  const home = makeHome();
  writeFileSync(pointer, home, { mode: 0o600 });
  return home;
}

function knownHome(pointer: string): string {
  const home = readFileSync(pointer, 'utf8').trim();
  // An empty database in the place of the lost one would hide the loss.
  if (!lstatSync(home, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(
      `The database of this installation should be in ${home} (says ${pointer}), and is not there.`,
    );
  }
  return home;
}

/** A name nobody can guess, so nobody can put a folder of their own there first. */
function makeHome(): string {
  try {
    return mkdtempSync('/var/lib/weerbaar-');
  } catch {
    return mkdtempSync('/var/tmp/weerbaar-');
  }
}
