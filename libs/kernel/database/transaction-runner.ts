import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { currentContext } from '@weerbaar/kernel/context';

/**
 * The only way to the tables of an organisation. Opens a transaction, tells the database which
 * organisation and which actor it is for, and lets everything inside join it. Row-level security
 * does the rest: what belongs to another organisation does not exist.
 *
 * Keep the work short: no network, hashing, file streaming or typesetting inside.
 */
@Injectable()
export class TransactionRunner {
  private readonly active = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.active.getStore()) return work();
    return this.open('READ COMMITTED', work);
  }

  /**
   * All reads inside see the same moment, also between statements: for figures that must agree.
   * @throws Error inside another transaction, whose earlier reads saw other moments.
   */
  runFrozen<T>(work: () => Promise<T>): Promise<T> {
    if (this.active.getStore()) throw new Error('a frozen transaction can not join another one');
    return this.open('REPEATABLE READ', work);
  }

  private open<T>(isolation: 'READ COMMITTED' | 'REPEATABLE READ', work: () => Promise<T>): Promise<T> {
    const { organisationId, actorId } = currentContext();
    return this.dataSource.transaction(isolation, async (manager) => {
      await manager.query(
        `select set_config('app.organisation_id', $1, true), set_config('app.actor_id', $2, true)`,
        [organisationId, actorId ?? ''],
      );
      return this.active.run(manager, work);
    });
  }

  /**
   * The open transaction; for repositories.
   * @throws Error when there is none. There is no fallback: a query outside a transaction has no organisation.
   */
  get manager(): EntityManager {
    const manager = this.active.getStore();
    if (!manager) throw new Error('no transaction: repositories work inside TransactionRunner.run() only');
    return manager;
  }
}
