import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { Asking } from './support/asking.js';
import { backends, ownerQuery, type QueueUnderTest } from './support/backends.js';
import {
  confidentialText,
  Performances,
  recordJob,
  refuseJob,
  renderJob,
  stumbleJob,
} from './support/proof-jobs.js';
import { startWorker } from './support/worker.js';

/** Real: PostgreSQL, the queue, relay and workers. The jobs are of these tests. */
describe.each(backends)('$name', ({ missing, start }) => {
  describe.skipIf(missing)('a worker', () => {
    let database: TestDatabase;
    let queue: QueueUnderTest;
    let asking: Asking;
    let performances: Performances;
    let workers: INestApplicationContext[];

    const superuserQuery = (sql: string) => ownerQuery(database.superuserUrl, sql, [database.name]);

    const work = async () => {
      const { redisUrl } = queue;
      const worker = await startWorker({ databaseUrl: database.applicationUrl, redisUrl, performances });
      workers.push(worker);
      return worker;
    };

    beforeEach(async () => {
      database = await openTestDatabase();
      queue = await start(database);
      asking = await Asking.of(database);
      performances = new Performances();
      workers = [];
    });
    afterEach(async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await queue.stop();
      await database.close();
    });

    it('does each job once, in its organisation, with two workers and relays', async () => {
      const other = await Asking.of(database);
      await Promise.all([work(), work()]);

      const mine = await Promise.all(
        Array.from({ length: 60 }, (_, number) => asking.dispatch(recordJob, { recordId: `mine-${number}` })),
      );
      const theirs = await Promise.all(
        Array.from({ length: 60 }, (_, number) =>
          other.dispatch(recordJob, { recordId: `theirs-${number}` }),
        ),
      );

      for (const { id } of mine) await asking.reaches(id, { state: 'done', progress: 100, attempt: 1 });
      for (const { id } of theirs) await other.reaches(id, { state: 'done', progress: 100, attempt: 1 });
      expect(performances.seen).toHaveLength(120);
      for (const { organisationId, payload } of performances.seen) {
        const expected = String(payload['recordId']).startsWith('mine') ? asking : other;
        expect(organisationId).toBe(expected.organisationId);
      }
    });

    it('tries again what went wrong, until it goes well', async () => {
      await work();
      const { id } = await asking.dispatch(stumbleJob, { falls: 2 });

      await asking.reaches(id, { state: 'done', attempt: 3, errorCode: null });
      expect(performances.of(stumbleJob)).toHaveLength(3);
    });

    it('gives up after the last attempt, with a code and no text', async () => {
      await work();
      const { id } = await asking.dispatch(stumbleJob, { falls: 99 });

      await asking.reaches(id, { state: 'failed', attempt: 3, errorCode: 'unexpected-error' });
      expect(performances.of(stumbleJob)).toHaveLength(3);
      await vi.waitFor(async () => expect(await queue.contents()).toContain('unexpected-error'));
      expect(await queue.contents()).not.toContain('Vries');
    });

    it('gives up at once on a problem that asking again would only repeat', async () => {
      await work();
      const { id } = await asking.dispatch(refuseJob, {});

      await asking.reaches(id, { state: 'failed', attempt: 1, errorCode: 'not-found' });
      expect(await queue.contents()).not.toContain(confidentialText);
    });

    it('does a failed run again when somebody asks for it again', async () => {
      await work();
      const { id } = await asking.dispatch(stumbleJob, { falls: 3 }, { subject: 'once-more' });
      await asking.reaches(id, { state: 'failed' });

      const again = await asking.dispatch(stumbleJob, { falls: 3 }, { subject: 'once-more' });

      expect(again.id).toBe(id);
      await asking.reaches(id, { state: 'done', attempt: 4, errorCode: null });
    });

    it('shows step and progress while it works', async () => {
      const open = performances.hold();
      await work();
      const { id } = await asking.dispatch(renderJob, { milliseconds: 0 });

      await asking.reaches(id, { state: 'running', step: 'typeset', progress: 40 });
      const { startedAt, heartbeatAt } = await asking.run(id);
      expect(startedAt).toBeInstanceOf(Date);
      expect(heartbeatAt!.getTime()).toBeGreaterThanOrEqual(startedAt!.getTime());
      open();
      await asking.reaches(id, { state: 'done', step: null, progress: 100 });
    });

    it('waits with a job until its moment has come', async () => {
      await work();
      const delayUntil = new Date(asking.clock.now().getTime() + 1_500);
      const { id } = await asking.dispatch(recordJob, { recordId: 'later' }, { delayUntil });

      await asking.reaches(id, { state: 'done' });
      const { startedAt } = await asking.run(id);
      expect(startedAt!.getTime()).toBeGreaterThanOrEqual(delayUntil.getTime());
    });

    it('does a job once when the relay crashed between handing over and marking', async () => {
      await work();
      const { id } = await asking.dispatch(recordJob, { recordId: 'crash' });
      await asking.reaches(id, { state: 'done' });

      // What a crash leaves behind: the queue has the event, and the outbox does not know it.
      await ownerQuery(database.ownerUrl, 'update outbox_event set relayed_at = null');
      await vi.waitFor(async () => {
        const unmarked = 'select 1 from outbox_event where relayed_at is null';
        expect(await ownerQuery(database.ownerUrl, unmarked)).toEqual([]);
      });
      const { id: next } = await asking.dispatch(recordJob, { recordId: 'next' });
      await asking.reaches(next, { state: 'done' });

      expect(performances.of(recordJob).map(({ payload }) => payload['recordId'])).toEqual(['crash', 'next']);
      expect(await asking.run(id)).toMatchObject({ state: 'done', attempt: 1 });
    });

    it('lets the work at hand end before it stops, and leaves the rest to the next', async () => {
      const open = performances.hold();
      const first = await work();
      const running = await asking.dispatch(renderJob, { milliseconds: 300 });
      const waiting = await asking.dispatch(renderJob, { milliseconds: 0 });
      await asking.reaches(running.id, { step: 'typeset' });

      const closed = first.close();
      open();
      await closed;

      expect(await asking.run(running.id)).toMatchObject({ state: 'done', attempt: 1 });
      expect(await asking.run(waiting.id)).toMatchObject({ state: 'queued', attempt: 0 });
      await work();
      await asking.reaches(waiting.id, { state: 'done', attempt: 1 });
    });

    it('goes on when the database has dropped its connections', async () => {
      await work();
      const { id } = await asking.dispatch(recordJob, { recordId: 'before' });
      await asking.reaches(id, { state: 'done' });

      const dropped = await superuserQuery(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name <> $1
            and pid <> pg_backend_pid()`,
      );
      expect(dropped.length).toBeGreaterThan(1);

      const { id: next } = await asking.dispatch(recordJob, { recordId: 'after' });
      await asking.reaches(next, { state: 'done' }, 20_000);
    });

    it('leaves a job it does not know in the outbox, for a version that does', async () => {
      const { redisUrl } = queue;
      const { applicationUrl: databaseUrl } = database;
      const older = await startWorker({ databaseUrl, redisUrl, performances, definitions: [], handlers: [] });
      workers.push(older);
      const { id } = await asking.dispatch(recordJob, { recordId: 'new' });
      await sleep(600);
      expect(await asking.run(id)).toMatchObject({ state: 'queued' });

      await older.close();
      await work();
      await asking.reaches(id, { state: 'done' });
    });
  });
});
