import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { Asking } from './support/asking.js';
import { backends, type QueueUnderTest } from './support/backends.js';
import { buildWorkerProgram, type KillableWorker, type WorkerProgram } from './support/killable-worker.js';
import { renderJob } from './support/proof-jobs.js';

/** Real: PostgreSQL, the queue, and workers that are processes of their own and die by kill -9. */
describe('a worker that is killed in the middle', () => {
  let program: WorkerProgram;

  beforeAll(async () => {
    program = await buildWorkerProgram();
  });
  afterAll(() => program.remove());

  describe.each(backends)('$name', ({ missing, start }) => {
    let database: TestDatabase;
    let queue: QueueUnderTest;
    const workers: KillableWorker[] = [];

    const work = async () => {
      const worker = program.start(database.applicationUrl, queue.redisUrl);
      workers.push(worker);
      await worker.says('ready');
      return worker;
    };

    beforeEach(async () => {
      database = await openTestDatabase();
      queue = await start(database);
    });
    afterEach(async () => {
      await Promise.all(workers.map((worker) => worker.kill()));
      await queue.stop();
      await database.close();
    });

    it.skipIf(missing)(
      'leaves its job to the next one, which does it once',
      { timeout: 90_000 },
      async () => {
        const asking = await Asking.of(database);
        const first = await work();
        const { id } = await asking.dispatch(renderJob, { milliseconds: 2_000 });
        await first.says('performing proof.render');
        await first.kill();
        expect(await asking.run(id)).toMatchObject({
          state: 'running',
          step: 'typeset',
          progress: 40,
          attempt: 1,
        });

        const second = await work();

        await asking.reaches(id, { state: 'done', progress: 100, attempt: 2, errorCode: null }, 30_000);
        const { id: next } = await asking.dispatch(renderJob, { milliseconds: 0 });
        await asking.reaches(next, { state: 'done', attempt: 1 });
        expect(second.told).toEqual(['performing proof.render', 'performing proof.render']);
        expect(await asking.run(id)).toMatchObject({ state: 'done', attempt: 2 });
      },
    );
  });
});
