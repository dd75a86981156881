import type { EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { Problem } from '@weerbaar/kernel/problems';
import type { TransactionRunner } from './transaction-runner.js';

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * What repositories of mutable records share: insert as insert, update by id and version.
 * The organisation is filled in and guarded by the database, so no method mentions it.
 */
export abstract class VersionedRepository<E extends Versioned> {
  protected constructor(
    private readonly entity: EntityTarget<E>,
    protected readonly transactions: TransactionRunner,
  ) {}

  protected get rows() {
    return this.transactions.manager.getRepository(this.entity);
  }

  async add(record: Partial<E>): Promise<E> {
    const row = this.rows.create(record as never) as unknown as E;
    await this.rows.insert(row as unknown as QueryDeepPartialEntity<E>);
    return this.get(row.id);
  }

  find(id: string): Promise<E | null> {
    return this.rows.findOne({ where: { id } as FindOptionsWhere<E> });
  }

  /** @throws Problem `not-found`: the record does not exist, or not for this organisation. */
  async get(id: string): Promise<E> {
    const record = await this.find(id);
    if (!record) throw new Problem('not-found');
    return record;
  }

  /**
   * Changes a record that the caller has seen in the given version.
   * @throws Problem `version-conflict` when somebody else changed it in between.
   */
  async change(id: string, version: number, changes: Partial<E>): Promise<E> {
    const result = await this.rows
      .createQueryBuilder()
      .update()
      .set({ ...changes, version: () => 'version + 1' } as unknown as QueryDeepPartialEntity<E>)
      .where('id = :id and version = :version', { id, version })
      .execute();
    if (result.affected !== 1) throw new Problem((await this.find(id)) ? 'version-conflict' : 'not-found');
    return this.get(id);
  }
}
