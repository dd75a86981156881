import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InstallationProblem } from '@weerbaar/kernel/installation';

/**
 * Makes the folder for the files of a command where it is missing.
 * @throws InstallationProblem when it can't be one.
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** Whole or not at all: what stood under this name stays until the new file is complete. */
export async function saveFile(
  folder: string,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const half = join(folder, `.${name}.${randomBytes(4).toString('hex')}`);
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(half, { flags: 'wx' }));
    const { size } = await stat(half);
    await rename(half, join(folder, name));
    return size;
  } catch (error) {
    await rm(half, { force: true });
    throw error instanceof Error && 'syscall' in error ? unwritable(join(folder, name), error) : error;
  }
}

function unwritable(path: string, error: unknown): InstallationProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new InstallationProblem(
    `--out: ${path} is niet te schrijven (${code})`,
    `can't be written (${code})`,
    error,
  );
}
