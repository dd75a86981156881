import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Somebody who only looks holds the lock for a moment; that must not stop a start. */
const patienceMilliseconds = 500;

const sqliteBusy = 5;

/**
 * A lock that one process holds and the operating system lets go of when that process is gone, however
 * it went. Node has no such lock of its own but SQLite does, the same on every platform: an exclusive
 * transaction on an empty database. There is no process number in it, so a number that is used again
 * can't fool it, and nothing stale to take over.
 */
export class FolderLock {
  private constructor(private readonly database: DatabaseSync) {}

  /** @returns the lock, or `undefined` when another process (or another part of this one) holds it. */
  static take(file: string): FolderLock | undefined {
    const database = new DatabaseSync(file, { timeout: patienceMilliseconds });
    try {
      chmodSync(file, 0o600);
      database.exec('pragma journal_mode = memory; begin exclusive');
      return new FolderLock(database);
    } catch (error) {
      database.close();
      if (isBusy(error)) return undefined;
      throw error;
    }
  }

  release(): void {
    this.database.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
