import type { EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { Problem } from '@weerbaar/kernel/problems';
import type { TransactionRunner } from './transaction-runner.js';

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** A row as the database gives it back. */
type Row = Readonly<Record<string, unknown>>;

/**
 * What repositories of mutable records share: insert as insert, update by id and version, and the
 * record as the database has it then in the same round trip.
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
    const added = await this.rows
      .createQueryBuilder()
      .insert()
      .values(record as QueryDeepPartialEntity<E>)
      .updateEntity(false)
      .returning('*')
      .execute();
    const [row] = added.raw as readonly [Row];
    return this.recordOf(row);
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
    const changed = await this.update('id = :id and version = :version', { id, version }, changes);
    if (!changed) throw new Problem((await this.find(id)) ? 'version-conflict' : 'not-found');
    return changed;
  }

  /**
   * A new version because something that hangs on the record changes. Also the lock under which it does:
   * two people who add to the same record follow each other.
   * @throws Problem `not-found`.
   */
  async touch(id: string): Promise<E> {
    const touched = await this.update('id = :id', { id }, {});
    if (!touched) throw new Problem('not-found');
    return touched;
  }

  private async update(
    where: string,
    parameters: Partial<Versioned>,
    changes: Partial<E>,
  ): Promise<E | undefined> {
    const updated = await this.rows
      .createQueryBuilder()
      .update()
      .set({ ...changes, version: () => 'version + 1' } as unknown as QueryDeepPartialEntity<E>)
      .where(where, parameters)
      .returning('*')
      .execute();
    const [row] = updated.raw as readonly Row[];
    return row && this.recordOf(row);
  }

  private recordOf(row: Row): E {
    const { metadata } = this.rows;
    const { driver } = this.transactions.manager.dataSource;
    const record = this.rows.create();
    for (const column of metadata.columns)
      column.setEntityValue(record, driver.prepareHydratedValue(row[column.databaseName], column));
    return record;
  }
}
