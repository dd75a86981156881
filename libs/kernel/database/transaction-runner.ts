import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type Context, currentContext } from '@weerbaar/kernel/context';

type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';

interface OpenTransaction {
  readonly manager: EntityManager;
  readonly isolation: Isolation;
}

/**
 * The only way to the tables of an organisation. Opens a transaction, tells the database which
 * organisation and which actor it is for, and lets everything inside join it. Row-level security
 * does the rest: what belongs to another organisation does not exist.
 *
 * Keep the work short: no network, hashing, file streaming or typesetting inside.
 */
@Injectable()
export class TransactionRunner {
  private readonly active = new AsyncLocalStorage<OpenTransaction>();

  constructor(private readonly dataSource: DataSource) {}

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.active.getStore()) return work();
    return this.open('READ COMMITTED', work);
  }

  /**
   * All reads inside see the same moment, also between statements: for figures that must agree.
   * Joins a transaction that is frozen itself.
   * @throws Error inside any other transaction, whose earlier reads saw other moments.
   */
  runFrozen<T>(work: () => Promise<T>): Promise<T> {
    const open = this.active.getStore();
    if (!open) return this.open('REPEATABLE READ', work);
    if (open.isolation === 'REPEATABLE READ') return work();
    throw new Error('a frozen transaction can not join one that is not');
  }

  private async open<T>(isolation: Isolation, work: () => Promise<T>): Promise<T> {
    const context = currentContext();
    const runner = this.dataSource.createQueryRunner();
    try {
      await begin(runner, isolation, context);
      const result = await this.active.run({ manager: runner.manager, isolation }, work);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // What went wrong first is what is told, also when the connection is gone and nothing can be rolled back.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * The open transaction; for repositories.
   * @throws Error when there is none. There is no fallback: a query outside a transaction has no organisation.
   */
  get manager(): EntityManager {
    const open = this.active.getStore();
    if (!open) throw new Error('no transaction: repositories work inside TransactionRunner.run() only');
    return open.manager;
  }
}

/** All that a transaction begins with in one round trip: with TypeORM's own three, that was half of a small read. */
async function begin(runner: QueryRunner, isolation: Isolation, context: Context): Promise<void> {
  const connection = (await runner.connect()) as pg.ClientBase;
  // As `startTransaction()` leaves the runner, so that whatever TypeORM begins inside is part of this transaction.
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  await connection.query(
    `start transaction isolation level ${isolation};
     select set_config('app.organisation_id', ${pg.escapeLiteral(context.organisationId)}, true),
            set_config('app.actor_id', ${pg.escapeLiteral(context.actorId ?? '')}, true)`,
  );
}
