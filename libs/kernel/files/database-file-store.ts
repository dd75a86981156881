import { createHash, type Hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { type Actor, type Context, currentContext, runInContext } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { inBlocks } from './blocks.js';
import { acceptedType, requireSoundOffice } from './content-type.js';
import { fileName } from './file-name.js';
import { FileStore, type GeneratedFile, type OpenFile, type StoredFile, type Upload } from './file-store.js';
import { type BegunFile, FileRepository } from './file.repository.js';
import { emptyFile } from './upload-problems.js';

/** One chunk is one row and one short transaction. */
const chunkBytes = 1024 * 1024;

/** An upload under way: what has come in of it, apart from the bytes themselves. */
interface Progress {
  readonly file: BegunFile;
  readonly hash: Hash;
  chunks: number;
  size: number;
  /** The last two blocks: the directory of an office document is at its end. */
  tail: readonly Buffer[];
}

/** Keeps files in the database, under the same isolation and in the same backup as the records. */
@Injectable()
export class DatabaseFileStore extends FileStore {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly files: FileRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async write(actor: Actor, upload: Upload, stream: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    let progress: Progress | undefined;
    try {
      for await (const block of inBlocks(stream, chunkBytes, upload.limitBytes)) {
        progress ??= await this.begin(actor, upload, block);
        await this.append(progress, block);
      }
      if (!progress) throw emptyFile();
      return await this.complete(progress);
    } catch (error) {
      if (progress) await this.discard(progress.file.id);
      throw error;
    }
  }

  async writeBytes(actor: Actor, generated: GeneratedFile, bytes: Uint8Array): Promise<StoredFile> {
    const { id = newId(), name, purpose, mediaType } = generated;
    const completion = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    const file = this.fileOf(actor, { id, name: fileName(name, mediaType), purpose, mediaType });
    return this.transactions.run(async () => {
      if (!(await this.files.begin(file))) return this.sameAsBefore(id, completion.sha256);
      for (let start = 0; start < bytes.length; start += chunkBytes) {
        await this.files.addChunk(id, start / chunkBytes, bytes.subarray(start, start + chunkBytes));
      }
      await this.files.complete(id, completion);
      return { ...file, ...completion };
    });
  }

  async open(id: string): Promise<OpenFile> {
    const file = await this.describe(id);
    return { file, chunks: this.read(file, currentContext()) };
  }

  async describe(id: string): Promise<StoredFile> {
    const [file] = await this.describeAll([id]);
    if (!file) throw new Problem('not-found');
    return file;
  }

  describeAll(ids: readonly string[]): Promise<readonly StoredFile[]> {
    return this.transactions.run(() => this.files.find(ids));
  }

  remove(id: string): Promise<void> {
    return this.transactions.run(() => this.files.remove(id));
  }

  removeAbandoned(before: Date): Promise<number> {
    return this.transactions.run(
      async () =>
        (await this.files.removeUploadsBegunBefore(before)) +
        (await this.files.removeUnreferencedBefore(before)),
    );
  }

  private async begin(actor: Actor, { name, purpose, accept }: Upload, start: Buffer): Promise<Progress> {
    const mediaType = await acceptedType(start, name, accept);
    const file = this.fileOf(actor, { id: newId(), name: fileName(name, mediaType), purpose, mediaType });
    await this.transactions.run(() => this.files.begin(file));
    return { file, hash: createHash('sha256'), chunks: 0, size: 0, tail: [] };
  }

  private async append(progress: Progress, block: Buffer): Promise<void> {
    progress.hash.update(block);
    await this.transactions.run(() => this.files.addChunk(progress.file.id, progress.chunks, block));
    progress.chunks += 1;
    progress.size += block.length;
    progress.tail = [...progress.tail.slice(-1), block];
  }

  private async complete({ file, hash, size, tail }: Progress): Promise<StoredFile> {
    requireSoundOffice(file.mediaType, Buffer.concat(tail), size);
    const completion = { size, sha256: hash.digest('hex') };
    await this.transactions.run(() => this.files.complete(file.id, completion));
    return { ...file, ...completion };
  }

  /** The caller must learn what went wrong first; what can't be removed now is abandoned and removed later. */
  private async discard(id: string): Promise<void> {
    await this.remove(id).catch(() => undefined);
  }

  private async sameAsBefore(id: string, sha256: string): Promise<StoredFile> {
    const [existing] = await this.files.find([id]);
    if (existing?.sha256 !== sha256) throw new Error(`file ${id} exists with other content`);
    return existing;
  }

  private fileOf(actor: Actor, file: Omit<BegunFile, 'createdAt' | 'createdBy'>): BegunFile {
    return { ...file, createdAt: this.clock.now(), createdBy: actor.accountId };
  }

  /**
   * The last chunk is given only when everything was found to be right, so that a damaged file never
   * arrives whole. The context is that of the opening: streams are read far from where they were made.
   */
  private async *read(file: StoredFile, context: Context): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let read = 0;
    for (let sequence = 0; read < file.size; sequence += 1) {
      const chunk = await runInContext(context, () =>
        this.transactions.run(() => this.files.chunk(file.id, sequence)),
      );
      if (!chunk) throw new Error(`file ${file.id} was removed while it was read`);
      hash.update(chunk);
      read += chunk.length;
      if (read >= file.size && hash.digest('hex') !== file.sha256) {
        throw new Error(`file ${file.id} is damaged: its checksum differs`);
      }
      yield chunk;
    }
  }
}
