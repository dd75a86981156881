import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import {
  defineJob,
  Handles,
  JobHandler,
  type JobDefinition,
  type JobRun,
  type NoPayload,
} from '@weerbaar/kernel/jobs';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { JobQueues } from '../../libs/kernel/jobs/job-queues.js';
import { Asking } from './support/asking.js';
import { backends, type QueueUnderTest } from './support/backends.js';
import { Performances, TickHandler, tickSchedule } from './support/proof-jobs.js';
import { startWorker } from './support/worker.js';

const forgottenJob = defineJob<NoPayload>({ name: 'proof.forgotten', queue: 'quick' });
const keptJob = defineJob<NoPayload>({ name: 'proof.kept', queue: 'quick', keepsRuns: true });

@Handles(forgottenJob)
class ForgottenHandler extends JobHandler<NoPayload> {
  perform = () => Promise.resolve();
}

@Handles(keptJob)
class KeptHandler extends JobHandler<NoPayload> {
  perform = () => Promise.resolve();
}

/** Real: PostgreSQL, the queue, its clock, two workers. The schedule fires every second. */
describe.each(backends)('$name', ({ missing, start }) => {
  describe.skipIf(missing)('a schedule', () => {
    let database: TestDatabase;
    let queue: QueueUnderTest;
    let performances: Performances;

    const work = (): Promise<INestApplicationContext> =>
      startWorker({
        databaseUrl: database.applicationUrl,
        redisUrl: queue.redisUrl,
        performances,
        definitions: [tickSchedule, forgottenJob, keptJob],
        handlers: [TickHandler, ForgottenHandler, KeptHandler],
      });

    const runsOf = ({ organisationId }: Asking): Promise<Pick<JobRun, 'subject' | 'state' | 'attempt'>[]> =>
      database.inOrganisation(organisationId, () =>
        database.transactions.manager.query('select subject, state, attempt from job_run order by subject'),
      );

    beforeEach(async () => {
      database = await openTestDatabase();
      queue = await start(database);
      performances = new Performances();
    });
    afterEach(async () => {
      await queue.stop();
      await database.close();
    });

    it('fires once for each organisation, however many workers there are', async () => {
      const organisations = [await Asking.of(database), await Asking.of(database)];
      const workers = await Promise.all([work(), work()]);
      await vi.waitFor(() => expect(performances.seen.length).toBeGreaterThanOrEqual(8), { timeout: 20_000 });
      await Promise.all(workers.map((worker) => worker.close()));

      for (const asking of organisations) {
        const done = (await runsOf(asking)).filter(({ state }) => state === 'done');
        expect(done.every(({ attempt }) => attempt === 1)).toBe(true);
        const performed = performances.seen.filter(
          ({ organisationId }) => organisationId === asking.organisationId,
        );
        expect(performed).toHaveLength(done.length);
        const moments = done.map(({ subject }) => Number(subject.split(':').at(-1)));
        const waits = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
        expect(waits.every((wait) => wait >= 1_000)).toBe(true);
      }
    });

    it('that was due while nothing ran is done when a worker comes', async () => {
      const asking = await Asking.of(database);
      const first = await work();
      await vi.waitFor(() => expect(performances.seen.length).toBeGreaterThanOrEqual(1), { timeout: 10_000 });
      await first.close();
      const stoppedAt = asking.clock.now().getTime();
      const seen = (await runsOf(asking)).length;
      await sleep(2_500);
      const startedAt = asking.clock.now().getTime();

      const second = await work();
      await vi.waitFor(async () => expect((await runsOf(asking)).length).toBeGreaterThan(seen), {
        timeout: 10_000,
      });
      await second.close();

      const missed = Number((await runsOf(asking))[seen]?.subject.split(':').at(-1));
      expect(missed).toBeGreaterThan(stoppedAt - 1_500);
      expect(missed).toBeLessThan(startedAt - 1_000);
    });

    it('forgets what ended long ago, except where somebody asks how it went', async () => {
      const asking = await Asking.of(database);
      const ended = async (job: JobDefinition, ago: number) => {
        const subject = crypto.randomUUID();
        await database.inOrganisation(asking.organisationId, async () => {
          await asking.runs.queue(job, subject);
          await database.transactions.manager.query(
            `update job_run set state = 'done', finished_at = now() - make_interval(days => $2) where subject = $1`,
            [subject, ago],
          );
        });
        return subject;
      };
      const [old, recent, kept] = [
        await ended(forgottenJob, 31),
        await ended(forgottenJob, 29),
        await ended(keptJob, 31),
      ];
      const worker = await work();
      await vi.waitFor(() => expect(performances.seen.length).toBeGreaterThanOrEqual(1), { timeout: 10_000 });
      await worker.close();
      const left = (await runsOf(asking)).map(({ subject }) => subject);
      expect(left).toEqual(expect.arrayContaining([recent, kept]));
      expect(left).not.toContain(old);
    });

    it('that no longer exists is forgotten', async () => {
      const first = await work();
      const schedulesOf = (worker: INestApplicationContext) =>
        worker.get(JobQueues, { strict: false }).queue('quick').getJobSchedulers();
      expect(await schedulesOf(first)).toMatchObject([{ key: 'proof.tick', pattern: '* * * * * *' }]);
      await first.close();

      const { applicationUrl: databaseUrl } = database;
      const { redisUrl } = queue;
      const later = await startWorker({ databaseUrl, redisUrl, performances, definitions: [], handlers: [] });

      expect(await schedulesOf(later)).toEqual([]);
      await later.close();
    });
  });
});
