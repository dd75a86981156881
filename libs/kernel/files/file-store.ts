import type { Actor } from '@weerbaar/kernel/context';
import type { MediaType } from './media-type.js';

export interface StoredFile {
  readonly id: string;
  /** Safe to show and to offer for download. */
  readonly name: string;
  readonly mediaType: MediaType;
  /** In bytes. */
  readonly size: number;
  /** Checksum in hexadecimal. */
  readonly sha256: string;
  /** What it is for, for whoever looks after the storage: `policy-document`. */
  readonly purpose: string;
  readonly createdAt: Date;
  /** The account; null for the system and the command line. */
  readonly createdBy: string | null;
}

export interface Upload {
  /** As the browser gives it; is made safe. */
  readonly name: string;
  readonly purpose: string;
  readonly accept: readonly MediaType[];
  readonly limitBytes: number;
}

export interface GeneratedFile {
  /** Chosen beforehand where making the same document twice must give one file. */
  readonly id?: string;
  readonly name: string;
  readonly purpose: string;
  readonly mediaType: MediaType;
}

export interface OpenFile {
  readonly file: StoredFile;
  /** To be read once. Fails at the end when the bytes are not those that were stored. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Where files are kept. Each belongs to the organisation of the context; those of others do not exist. */
export abstract class FileStore {
  /**
   * Keeps an upload. Call it outside any transaction: it takes as long as the sender does. A record that
   * refers to the file is made afterwards; when that fails, the caller removes the file.
   * @throws Problem `invalid-input` (empty, damaged), `too-large`, `unsupported-media-type`; nothing stays behind.
   */
  abstract write(actor: Actor, upload: Upload, stream: AsyncIterable<Uint8Array>): Promise<StoredFile>;

  /**
   * Keeps a document that Weerbaar made, whole or not at all; joins an open transaction. The same bytes
   * under the same id again give the file that is there.
   * @throws Error when the id holds other bytes.
   */
  abstract writeBytes(actor: Actor, generated: GeneratedFile, bytes: Uint8Array): Promise<StoredFile>;

  /** @throws Problem `not-found`. */
  abstract open(id: string): Promise<OpenFile>;

  /** @throws Problem `not-found`. */
  abstract describe(id: string): Promise<StoredFile>;

  /** Those of the files that are there. */
  abstract describeAll(ids: readonly string[]): Promise<readonly StoredFile[]>;

  /** Nothing happens when it is gone already. */
  abstract remove(id: string): Promise<void>;

  /**
   * Removes what was begun before a moment and came to nothing: uploads that were never completed, and files of
   * which the record never came.
   * @returns how many.
   */
  abstract removeAbandoned(before: Date): Promise<number>;
}
