import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { FolderLock } from './folder-lock.js';
import { InstallationProblem } from './installation-problem.js';
import { type InstallationState, lockName, readState, removeState, writeState } from './state-file.js';

/**
 * The folder of one installation: its database, keys and logs. Who has one of these holds the lock on
 * the folder until `close`.
 */
export class DataFolder {
  /** Whether the process that had this folder before went without closing it. */
  readonly leftBehind: boolean;

  private constructor(
    readonly path: string,
    private readonly lock: FolderLock,
  ) {
    this.leftBehind = readState(path) !== undefined;
  }

  /**
   * Makes the folder where it is missing, and locks it.
   * @throws InstallationProblem when Weerbaar already runs on it, or it can't be used.
   */
  static open(folder: string): DataFolder {
    const path = resolve(folder);
    const lock = whereUsable(path, () => {
      prepare(path);
      return FolderLock.take(join(path, lockName));
    });
    if (!lock) throw alreadyRuns(path, readState(path));
    return new DataFolder(realpathSync(path), lock);
  }

  writeState(state: InstallationState): void {
    writeState(this.path, state);
  }

  /** The key of the installation: 32 random bytes as 64 hexadecimal digits, made once. */
  secretKeyFile(): string {
    const file = secretKeyFileOf(this.path);
    this.subfolder('keys');
    if (!existsSync(file)) {
      // Written whole or not at all: half a key would be refused at every later start.
      writeFileSync(`${file}.new`, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    return file;
  }

  secretKey(): string {
    return readFileSync(this.secretKeyFile(), 'utf8').trim();
  }

  /** A file for the log of this run; the one of the run before is kept beside it. */
  startLog(name: string): string {
    const file = join(this.subfolder('logs'), `${name}.log`);
    rmSync(`${file}.1`, { force: true });
    if (existsSync(file)) renameSync(file, `${file}.1`);
    writeFileSync(file, '', { mode: 0o600 });
    return file;
  }

  /** Where mail is written that is not sent. */
  mailFolder(): string {
    return this.subfolder('mail');
  }

  close(): void {
    removeState(this.path);
    this.lock.release();
  }

  private subfolder(name: string): string {
    const folder = join(this.path, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
}

/** Where the key of an installation is, or will be. */
export function secretKeyFileOf(folder: string): string {
  return join(folder, 'keys', 'secret.key');
}

function whereUsable<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof InstallationProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InstallationProblem(
      `WEERBAAR_DATA_DIR: de map ${path} is niet te gebruiken`,
      `the folder ${path} can't be used (${reason})`,
      error,
    );
  }
}

function prepare(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  requireOurs(path);
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  // Nobody else may list or change it. Getting through stays as it is: PostgreSQL's own user may need that.
  chmodSync(path, statSync(path).mode & 0o711);
}

/** Somebody's home folder named by mistake must not get other rights and be filled with a database. */
function requireOurs(path: string): void {
  const names = readdirSync(path).filter((name) => name !== 'lost+found');
  if (names.length === 0 || names.includes(lockName)) return;
  throw new InstallationProblem(
    `WEERBAAR_DATA_DIR: de map ${path} is niet leeg en niet van Weerbaar; kies een andere`,
    `the folder ${path} is not empty and not of Weerbaar; choose another`,
  );
}

function alreadyRuns(path: string, state: InstallationState | undefined): InstallationProblem {
  const process = state ? ` (${path}, pid ${state.pid})` : ` (${path})`;
  if (state?.address) {
    return new InstallationProblem(
      `Weerbaar draait al op deze map: ${state.address}`,
      `Weerbaar already runs on this folder${process}`,
    );
  }
  return new InstallationProblem(
    'Deze map is al in gebruik door een Weerbaar dat start of een opdracht uitvoert',
    `this folder is in use by a Weerbaar that is starting or running a command${process}`,
  );
}
