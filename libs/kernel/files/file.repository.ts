import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { StoredFile } from './file-store.js';

export type BegunFile = Omit<StoredFile, 'size' | 'sha256'>;

/** What is known once all bytes are in. */
export type Completion = Pick<StoredFile, 'size' | 'sha256'>;

@Injectable()
export class FileRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** @returns whether it was added; false when the id is taken. */
  async begin(file: BegunFile): Promise<boolean> {
    const added = await this.manager.query<unknown[]>(
      `insert into file (id, name, media_type, purpose, state, created_at, created_by)
       values ($1, $2, $3, $4, 'uploading', $5, $6)
       on conflict do nothing returning id`,
      [file.id, file.name, file.mediaType, file.purpose, file.createdAt, file.createdBy],
    );
    return added.length > 0;
  }

  async addChunk(fileId: string, sequence: number, bytes: Uint8Array): Promise<void> {
    await this.manager.query('insert into file_chunk (file_id, sequence, bytes) values ($1, $2, $3)', [
      fileId,
      sequence,
      bytes,
    ]);
  }

  /** @throws Error when the upload is no longer there: somebody took it for abandoned. */
  async complete(id: string, { size, sha256 }: Completion): Promise<void> {
    const [completed] = await this.manager.query<[unknown[], number]>(
      `update file set state = 'complete', size = $2, sha256 = decode($3, 'hex')
        where id = $1 and state = 'uploading' returning id`,
      [id, size, sha256],
    );
    if (completed.length !== 1) throw new Error('the upload was removed before it was complete');
  }

  async find(ids: readonly string[]): Promise<StoredFile[]> {
    type Row = Omit<StoredFile, 'size'> & { readonly size: string };
    const rows = await this.manager.query<Row[]>(
      `select id, name, media_type as "mediaType", size, encode(sha256, 'hex') as sha256, purpose,
              created_at as "createdAt", created_by as "createdBy"
         from file where id = any ($1) and state = 'complete'`,
      [ids],
    );
    return rows.map((row) => ({ ...row, size: Number(row.size) }));
  }

  async chunk(fileId: string, sequence: number): Promise<Buffer | undefined> {
    const [row] = await this.manager.query<{ bytes: Buffer }[]>(
      'select bytes from file_chunk where file_id = $1 and sequence = $2',
      [fileId, sequence],
    );
    return row?.bytes;
  }

  async remove(id: string): Promise<void> {
    await this.manager.query('delete from file where id = $1', [id]);
  }

  async removeUploadsBegunBefore(moment: Date): Promise<number> {
    const [removed] = await this.manager.query<[unknown[], number]>(
      `delete from file where state = 'uploading' and created_at < $1 returning id`,
      [moment],
    );
    return removed.length;
  }

  /** Files that are complete and that no record refers to: nothing leads to them. */
  async removeUnreferencedBefore(moment: Date): Promise<number> {
    const references = await this.references();
    const unreferenced = references.map(
      ({ table, column }) => `and not exists (select from ${table} r where r.${column} = file.id)`,
    );
    const [removed] = await this.manager.query<[unknown[], number]>(
      `delete from file where state = 'complete' and created_at < $1 ${unreferenced.join(' ')} returning id`,
      [moment],
    );
    return removed.length;
  }

  /** Which tables refer to files is theirs to know: the database tells by its foreign keys. Pieces go with their file. */
  private references(): Promise<{ readonly table: string; readonly column: string }[]> {
    return this.manager.query(
      `select c.conrelid::regclass::text as "table", quote_ident(a.attname) as "column"
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.contype = 'f' and c.confrelid = 'file'::regclass and c.confdeltype <> 'c'
          and a.attname <> 'organisation_id'`,
    );
  }

  private get manager() {
    return this.transactions.manager;
  }
}
