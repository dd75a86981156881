import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { ownerQuery } from './support/backends.js';
import { Asking } from './support/asking.js';
import { recordJob, renderJob } from './support/proof-jobs.js';

/** Real: PostgreSQL as the application role. No queue and no worker: what is asked for, waits. */
describe('asking for a job', () => {
  let database: TestDatabase;
  let asking: Asking;

  beforeAll(async () => {
    database = await openTestDatabase();
    asking = await Asking.of(database);
  });
  afterAll(() => database.close());

  const eventsOf = (runId: string) =>
    ownerQuery(database.ownerUrl, 'select * from outbox_event where job_run_id = $1', [runId]);

  it('gives a queued run and one event with ids only', async () => {
    const run = await asking.dispatch(recordJob, { recordId: 'r-1' });

    expect(run).toMatchObject({
      job: 'proof.record',
      state: 'queued',
      progress: 0,
      attempt: 0,
      errorCode: null,
    });
    expect(await eventsOf(run.id)).toMatchObject([
      {
        organisation_id: asking.organisationId,
        job: 'proof.record',
        payload: { recordId: 'r-1' },
        relayed_at: null,
      },
    ]);
  });

  it('that is rolled back leaves neither run nor event', async () => {
    const ids: string[] = [];
    const asked = database.inOrganisation(asking.organisationId, async () => {
      ids.push((await asking.dispatcher.dispatch(recordJob, { recordId: 'r-2' })).id);
      throw new Error('the change failed');
    });
    await expect(asked).rejects.toThrow('the change failed');

    expect(await eventsOf(ids[0]!)).toEqual([]);
    await expect(asking.run(ids[0]!)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('twice for the same subject gives the same run and one event', async () => {
    const first = await asking.dispatch(renderJob, { milliseconds: 0 }, { subject: 'revision-1' });
    const second = await asking.dispatch(renderJob, { milliseconds: 0 }, { subject: 'revision-1' });

    expect(second.id).toBe(first.id);
    expect(await eventsOf(first.id)).toHaveLength(1);
  });

  it('from ten sides at once for the same subject gives one run and one event', async () => {
    const runs = await Promise.all(
      Array.from({ length: 10 }, () =>
        asking.dispatch(renderJob, { milliseconds: 0 }, { subject: 'revision-2' }),
      ),
    );

    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    expect(await eventsOf(runs[0]!.id)).toHaveLength(1);
  });

  it('without a subject is always a new run', async () => {
    const first = await asking.dispatch(recordJob, { recordId: 'r-3' });
    const second = await asking.dispatch(recordJob, { recordId: 'r-3' });

    expect(second.id).not.toBe(first.id);
  });

  it('that failed before queues the same run anew', async () => {
    const failed = await asking.dispatch(renderJob, { milliseconds: 0 }, { subject: 'revision-3' });
    await database.inOrganisation(asking.organisationId, async () => {
      const attempt = await asking.runs.begin(failed.id);
      await asking.runs.fail(attempt!, 'not-found');
    });

    const again = await asking.dispatch(renderJob, { milliseconds: 0 }, { subject: 'revision-3' });

    expect(again).toMatchObject({ id: failed.id, state: 'queued', errorCode: null, finishedAt: null });
    expect(await eventsOf(failed.id)).toHaveLength(2);
  });

  it.each(['Jan de Vries', 'a text, of sorts', '', 'x'.repeat(101), 'regel\nregel'])(
    'refuses %j in the payload, and does not repeat it',
    async (recordId) => {
      const refused: unknown = await asking
        .dispatch(recordJob, { recordId })
        .catch((error: unknown) => error);

      expect(String(refused)).toBe(
        'Error: job "proof.record": payload.recordId must be an id, a plain code or a number',
      );
    },
  );

  it('outside a transaction is refused', async () => {
    const asked = database.asOrganisation(asking.organisationId, () =>
      asking.dispatcher.dispatch(recordJob, { recordId: 'r-4' }),
    );
    await expect(asked).rejects.toThrow('no transaction');
  });

  it('is invisible to another organisation', async () => {
    const other = await Asking.of(database);
    const mine = await asking.dispatch(renderJob, { milliseconds: 0 }, { subject: 'revision-4' });

    await expect(other.run(mine.id)).rejects.toMatchObject({ type: 'not-found' });
    const theirs = await other.dispatch(renderJob, { milliseconds: 0 }, { subject: 'revision-4' });
    expect(theirs.id).not.toBe(mine.id);
    const begun = await database.inOrganisation(other.organisationId, () => other.runs.begin(mine.id));
    expect(begun).toBeUndefined();
  });

  it.each([
    'select 1 from outbox_event',
    'update outbox_event set relayed_at = now()',
    'delete from outbox_event',
  ])('lets the application do no more than add: "%s" is refused', async (sql) => {
    await expect(database.dataSource.query(sql)).rejects.toThrow('permission denied for table outbox_event');
  });

  it('lets the application not into the queue', async () => {
    await expect(database.dataSource.query('select 1 from queue.job')).rejects.toThrow(
      'permission denied for schema queue',
    );
  });

  it('lets the relay read the outbox, mark it, and nothing more', async () => {
    const asRelay = (sql: string) =>
      database.dataSource.transaction(async (manager) => {
        await manager.query('set local role weerbaar_relay');
        return manager.query(sql);
      });

    await expect(asRelay('select count(*) from outbox_event')).resolves.toHaveLength(1);
    await expect(asRelay(`update outbox_event set payload = '{}'`)).rejects.toThrow('permission denied');
    await expect(asRelay('select 1 from job_run')).rejects.toThrow('permission denied');
  });

  it('lets only the latest attempt write', async () => {
    const run = await asking.dispatch(renderJob, { milliseconds: 0 });
    await database.inOrganisation(asking.organisationId, async () => {
      const first = await asking.runs.begin(run.id);
      const second = await asking.runs.begin(run.id);

      expect(await asking.runs.advance(first!, 'read', 10)).toBe(false);
      expect(await asking.runs.finish(first!)).toBe(false);
      expect(await asking.runs.finish(second!)).toBe(true);
      expect(await asking.runs.begin(run.id)).toBeUndefined();
    });
    expect(await asking.run(run.id)).toMatchObject({ state: 'done', progress: 100, attempt: 2, step: null });
  });
});
