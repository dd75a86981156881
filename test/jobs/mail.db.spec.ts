import { type INestApplicationContext, Injectable } from '@nestjs/common';
import type { SMTPServerOptions } from 'smtp-server';
import { defineJob, Handles, JobHandler, type NoPayload } from '@weerbaar/kernel/jobs';
import { Mailer, readMail } from '@weerbaar/kernel/mail';
import { answer, MailServer, openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { Asking } from './support/asking.js';
import { backends, type QueueUnderTest } from './support/backends.js';
import { Performances } from './support/proof-jobs.js';
import { startWorker } from './support/worker.js';

/** Real: PostgreSQL, queue, relay, worker, SMTP. The jobs and the mail server are of these tests. */

const remindJob = defineJob<NoPayload>({ name: 'proof.remind', queue: 'mail', backoffMilliseconds: 50 });

@Injectable()
@Handles(remindJob)
class RemindHandler extends JobHandler<NoPayload> {
  constructor(private readonly mailer: Mailer) {
    super();
  }

  perform(): Promise<void> {
    return this.mailer.send({
      to: 'a.jansen@voorbeeld.example',
      language: 'nl',
      template: {
        subject: { nl: 'Er staat iets voor u klaar', en: 'Something is waiting for you' },
        paragraphs: [{ nl: 'Log in om het te zien.', en: 'Sign in to see it.' }],
      },
    });
  }
}

const stumblingJob = defineJob<NoPayload>({
  name: 'proof.stumbling',
  queue: 'mail',
  backoffMilliseconds: 50,
});

@Injectable()
@Handles(stumblingJob)
class StumblingHandler extends JobHandler<NoPayload> {
  constructor(
    private readonly reminder: RemindHandler,
    private readonly performances: Performances,
  ) {
    super();
  }

  /** Falls after the server took the mail, as a worker does that is killed there. */
  async perform(payload: NoPayload): Promise<void> {
    this.performances.note(stumblingJob.name, payload);
    await this.reminder.perform();
    if (this.performances.of(stumblingJob).length === 1) throw new Error('fell');
  }
}

let database: TestDatabase;
let queue: QueueUnderTest;
let asking: Asking;
let server: MailServer;
let worker: INestApplicationContext;

async function work(options: SMTPServerOptions = {}): Promise<void> {
  server = await MailServer.start(options);
  worker = await startWorker({
    databaseUrl: database.applicationUrl,
    redisUrl: queue.redisUrl,
    performances: new Performances(),
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      WEERBAAR_MAIL_FROM: 'weerbaar@voorbeeld.example',
    },
    definitions: [remindJob, stumblingJob],
    handlers: [RemindHandler, StumblingHandler],
  });
}

/** Answers what an addressee gets to hear from the server, one after the other; then it is taken. */
function answering(...codes: readonly number[]): SMTPServerOptions {
  const left = [...codes];
  return {
    onRcptTo: ({ address }, _session, callback) => {
      const code = left.shift();
      callback(code ? answer(code, `<${address}> not now`) : null);
    },
  };
}

beforeEach(async () => {
  database = await openTestDatabase();
  queue = await backends[0]!.start(database);
  asking = await Asking.of(database);
});

afterEach(async () => {
  await worker.close();
  await server.stop();
  await queue.stop();
  await database.close();
});

describe('a job that sends a mail', () => {
  it('tries again when the server can not take it now, until it can', async () => {
    await work(answering(450, 421));
    const { id } = await asking.dispatch(remindJob, {});

    await asking.reaches(id, { state: 'done', attempt: 3, errorCode: null });
    expect(server.taken).toMatchObject([{ to: ['a.jansen@voorbeeld.example'] }]);
  });

  it('gives up at once when the server refuses it, and leaves no address behind', async () => {
    await work(answering(550));
    const { id } = await asking.dispatch(remindJob, {});

    await asking.reaches(id, { state: 'failed', attempt: 1, errorCode: 'mail-refused' });
    await vi.waitFor(async () => expect(await queue.contents()).toContain('mail-refused'));
    expect(await queue.contents()).not.toContain('jansen');
    expect(server.taken).toEqual([]);
  });

  it('that must send it twice gives both the same id, so that the second can be known', async () => {
    await work();
    const { id } = await asking.dispatch(stumblingJob, {});

    await asking.reaches(id, { state: 'done', attempt: 2 });
    const ids = server.taken.map(({ raw }) => readMail(raw).headers.get('message-id'));
    expect(ids).toEqual([expect.stringMatching(/^<\w+@voorbeeld\.example>$/u), ids[0]]);
  });
});
