import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { ClockModule, FixedClock } from '@weerbaar/kernel/clock';
import { ConfigModule, readSettings } from '@weerbaar/kernel/config';
import { type Actor, runInContext, systemActor } from '@weerbaar/kernel/context';
import { DatabaseModule, newId, TransactionRunner } from '@weerbaar/kernel/database';
import type { MailTiming } from '@weerbaar/kernel/identity';
import { JobRuns, JobsModule } from '@weerbaar/kernel/jobs';
import { Mailer, MailTransport } from '@weerbaar/kernel/mail';
import { OrganisationsModule } from '@weerbaar/kernel/organisations';
import { Problem } from '@weerbaar/kernel/problems';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import type { NewNotice } from './notice.js';
import type { NoticeKind } from './notice-kind.js';
import { NoticeKinds } from './notice-kinds.js';
import { NoticesModule } from './notices.module.js';
import { NoticesWorkModule } from './notices-work.module.js';
import { Notices } from './notices.service.js';
import { PlanDigests } from './plan-digests.job.js';
import { SendNotices } from './send-notices.job.js';

/** Real: PostgreSQL, from what a part tells to the mail as it is handed over. Not real: clock, queue, mail server. */

type SentMail = Parameters<MailTransport['send']>[0];

/** A mail server that does what a test says. */
class MailServerOfTests extends MailTransport {
  enabled = true;
  readonly taken: SentMail[] = [];
  /** Before the mail is taken. */
  before: () => Promise<void> | void = () => undefined;
  /** After it was taken, before that is known here. */
  after: () => Promise<void> | void = () => undefined;

  async send(mail: SentMail): Promise<void> {
    await this.before();
    this.taken.push(mail);
    await this.after();
  }
}

const server = new MailServerOfTests();
const clock = new FixedClock(new Date(0));

@Global()
@Module({
  providers: [{ provide: MailTransport, useValue: server }, Mailer],
  exports: [MailTransport, Mailer],
})
class MailOfTests {}

const actionWaits: NoticeKind = {
  code: 'proof.action-waits',
  title: { nl: 'Acties van u', en: 'Actions of yours' },
  text: { nl: 'Een actie is van u.', en: 'An action is yours.' },
  urgent: false,
};
const roleWaits: NoticeKind = {
  code: 'proof.role-waits',
  title: { nl: 'Rollen die wachten', en: 'Roles that wait' },
  text: { nl: 'Een rol wacht op u.', en: 'A role waits for you.' },
  urgent: false,
};
const lockedOut: NoticeKind = {
  code: 'proof.locked-out',
  title: { nl: 'Mensen die niet in kunnen loggen', en: 'People who can not sign in' },
  text: { nl: 'Iemand kan niet inloggen.', en: 'Somebody can not sign in.' },
  urgent: true,
};

let database: TestDatabase;
let module: TestingModule;
let organisation: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const settings = readSettings({ DATABASE_URL: database.applicationUrl });
  module = await Test.createTestingModule({
    imports: [
      ConfigModule.with(settings),
      ClockModule.with(clock),
      DatabaseModule.asApplication({
        url: database.applicationUrl,
        pool: 10,
        entities: [],
        applicationName: 'notices',
      }),
      OrganisationsModule,
      JobsModule.forDispatch(),
      MailOfTests,
      NoticesModule,
      NoticesWorkModule,
    ],
  }).compile();
  await module.init();
  module.get(NoticeKinds).register(actionWaits, roleWaits, lockedOut);
});

afterAll(async () => {
  await module.close();
  await database.close();
});

beforeEach(async () => {
  organisation = await database.createOrganisation();
  Object.assign(server, { enabled: true, before: () => undefined, after: () => undefined });
  server.taken.length = 0;
  morning('2027-03-01');
});

/** The schedule fires at seven in the Netherlands. */
function morning(day: string): void {
  clock.moveTo(new Date(`${day}T06:00:00Z`));
}

const query = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
  database.inOrganisation(organisation, () => database.transactions.manager.query<T[]>(sql, [...parameters]));

interface Wishes {
  readonly email?: string | null;
  readonly timing?: MailTiming;
  readonly language?: 'nl' | 'en';
}

/** @returns the id of somebody who can sign in. */
async function person({ email = 'anna@voorbeeld.example', timing, language }: Wishes = {}): Promise<string> {
  const [personId, accountId] = [newId(), newId()];
  await query(`insert into person (id, version, name) values ($1, 1, 'Anna de Boer')`, [personId]);
  await query(
    `insert into account (id, version, person_id, sign_in_name, email, created_at) values ($1, 1, $2, $3, $4, $5)`,
    [accountId, personId, accountId, email, clock.now()],
  );
  if (timing ?? language) {
    await query(
      'insert into mail_preference (account_id, version, language, timing) values ($1, 1, $2, $3)',
      [accountId, language ?? null, timing ?? 'daily'],
    );
  }
  return personId;
}

const inOrganisation = <T>(work: () => Promise<T>, correlationId = newId()): Promise<T> =>
  runInContext({ organisationId: organisation, actorId: null, correlationId, origin: 'job' }, work);

function tell(personIds: readonly string[], notice: Partial<NewNotice> = {}, actor: Actor = systemActor) {
  const told = { kind: actionWaits, personIds, subjectId: newId(), path: '/actions/12', ...notice };
  return inOrganisation(() => module.get(Notices).tell(actor, told));
}

const plan = () => inOrganisation(() => module.get(PlanDigests).perform());

/** What a worker does with the queue: every job that is asked for, once. What fails is given up. */
async function workThrough(): Promise<void> {
  const queued = await query<{ id: string; subject: string }>(
    `select id, subject from job_run where job = 'notices.send' and state = 'queued' order by id`,
  );
  for (const { id, subject } of queued) await inOrganisation(() => perform(id, subject), id);
}

async function perform(runId: string, noticeMailId: string): Promise<void> {
  const runs = module.get(JobRuns);
  const transactions = module.get(TransactionRunner);
  const attempt = (await transactions.run(() => runs.begin(runId)))!;
  const ended = await module
    .get(SendNotices)
    .perform({ noticeMailId })
    .then(
      () => () => runs.finish(attempt),
      (fault: unknown) => () =>
        runs.fail(attempt, fault instanceof Problem ? fault.type : 'unexpected-error'),
    );
  await transactions.run(ended);
}

/** As the queue does with the job of a worker that died. */
const queueAgain = () =>
  query(
    `update job_run set state = 'queued', error_code = null, finished_at = null where job = 'notices.send'`,
  );

async function dayBegins(day: string): Promise<void> {
  morning(day);
  await plan();
  await workThrough();
}

async function forgetHosts(): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('delete from organisation_host where organisation_id = $1', [organisation]);
  await owner.end();
}

const delayed = () => {
  throw new Problem('mail-delayed');
};

describe('what waits for somebody', () => {
  it('is told in one mail the next morning: counted by kind, with one link, and nothing of what it is', async () => {
    const anna = await person();
    await tell([anna], { dueOn: '2027-03-31' });
    await tell([anna]);
    await tell([anna], { kind: roleWaits });
    await workThrough();
    expect(server.taken).toEqual([]);

    await dayBegins('2027-03-02');

    const [mail, ...others] = server.taken;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: 'anna@voorbeeld.example',
      subject: 'Dit staat voor u klaar in Weerbaar',
    });
    expect(mail?.text).toContain(
      'Acties van u: 2 (eerste uiterlijk 31 maart 2027)\n\nRollen die wachten: 1\n',
    );
    expect(mail?.text).toMatch(/http:\/\/proef-\w+\.localhost:3000\/\n/u);
    expect(mail?.text).not.toMatch(/Anna|actions/u);
  });

  it('comes in the language the addressee chose', async () => {
    await tell([await person({ language: 'en' })]);
    await dayBegins('2027-03-02');
    expect(server.taken).toMatchObject([{ subject: 'This is waiting for you in Weerbaar' }]);
  });

  it('is told at once to who wants that, with a link to where it is', async () => {
    await tell([await person({ timing: 'at-once' })]);
    await workThrough();
    expect(server.taken).toMatchObject([{ subject: 'Acties van u' }]);
    expect(server.taken[0]?.text).toContain('.localhost:3000/actions/12\n');

    await dayBegins('2027-03-02');
    expect(server.taken).toHaveLength(1);
  });

  it('is not told to who wants none of it, unless somebody else can not go on', async () => {
    const anna = await person({ timing: 'never' });
    await tell([anna]);
    await tell([anna], { kind: lockedOut });
    await workThrough();
    await dayBegins('2027-03-02');
    expect(server.taken).toMatchObject([{ subject: 'Mensen die niet in kunnen loggen' }]);
  });

  it('is not told to who did it', async () => {
    const anna = await person();
    await tell([anna], {}, { kind: 'person', accountId: newId(), personId: anna, roles: new Set() });
    await dayBegins('2027-03-02');
    expect(server.taken).toEqual([]);
  });

  it('is told once, however often a part says the same', async () => {
    const anna = await person({ timing: 'at-once' });
    const notice = { subjectId: newId(), dueOn: '2027-03-31' };
    await Promise.all([tell([anna, anna], notice), tell([anna], notice), tell([anna], notice)]);
    await workThrough();
    morning('2027-03-20');
    await tell([anna], notice);
    await workThrough();
    expect(server.taken).toHaveLength(1);
  });

  it('is not told any more when it waits no longer; and told anew when it comes back', async () => {
    const anna = await person();
    const subjectId = newId();
    const takeBack = () =>
      inOrganisation(() => module.get(Notices).takeBack(systemActor, actionWaits, subjectId));
    await tell([anna], { subjectId });
    await takeBack();
    await dayBegins('2027-03-02');
    expect(server.taken).toEqual([]);

    await tell([anna], { subjectId });
    await dayBegins('2027-03-03');
    await takeBack();
    await tell([anna], { subjectId });
    await dayBegins('2027-03-04');
    expect(server.taken).toHaveLength(2);
  });

  it('stays with the organisation it is of', async () => {
    await tell([await person()]);
    organisation = await database.createOrganisation('Gemeente Anders');
    await dayBegins('2027-03-02');
    expect(server.taken).toEqual([]);
  });
});

describe('a digest', () => {
  it('is one a person and day, also when several workers plan it, again and again', async () => {
    await tell([await person(), await person({ email: 'bram@voorbeeld.example' })]);
    morning('2027-03-02');
    await Promise.all([plan(), plan(), plan()]);
    await plan();
    await workThrough();
    await plan();
    await workThrough();
    expect(server.taken.map(({ to }) => to).toSorted()).toEqual([
      'anna@voorbeeld.example',
      'bram@voorbeeld.example',
    ]);
  });

  it('leaves what comes later on the day to the next one', async () => {
    const anna = await person();
    await tell([anna]);
    await dayBegins('2027-03-02');
    await tell([anna]);
    await plan();
    await workThrough();
    expect(server.taken).toHaveLength(1);

    await dayBegins('2027-03-03');
    expect(server.taken).toHaveLength(2);
    expect(server.taken[1]?.text).toContain('Acties van u: 1');
  });

  it('is sent again under the same id when the worker dies before it knows that it was taken', async () => {
    await tell([await person()]);
    morning('2027-03-02');
    await plan();
    server.after = () => {
      server.after = () => undefined;
      throw new Error('killed');
    };
    await workThrough();
    await queueAgain();
    await workThrough();
    await queueAgain();
    await workThrough();

    expect(server.taken).toHaveLength(2);
    expect(server.taken[1]?.id).toBe(server.taken[0]?.id);
    await dayBegins('2027-03-03');
    expect(server.taken).toHaveLength(2);
  });

  it('that no server took for a day is joined with that of the next', async () => {
    const anna = await person();
    await tell([anna]);
    server.before = delayed;
    await dayBegins('2027-03-02');
    await tell([anna]);
    await dayBegins('2027-03-03');
    await dayBegins('2027-03-04');
    server.before = () => undefined;
    await dayBegins('2027-03-05');

    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.text).toContain('Acties van u: 2');
    await dayBegins('2027-03-06');
    expect(server.taken).toHaveLength(1);
  });

  it('loses nothing that is put into it while it is on its way', async () => {
    const anna = await person();
    await tell([anna]);
    morning('2027-03-02');
    await plan();
    server.before = async () => {
      server.before = () => undefined;
      morning('2027-03-03');
      await tell([anna], { kind: roleWaits });
      await plan();
    };
    await workThrough();
    expect(server.taken[0]?.text).not.toContain('Rollen');

    await dayBegins('2027-03-04');
    expect(server.taken).toHaveLength(2);
    expect(server.taken[1]?.text).toContain('Rollen die wachten: 1');
    expect(server.taken[1]?.text).not.toContain('Acties');
  });
});

describe('a mail of one notice', () => {
  it('that no server took for hours is asked for again the next morning', async () => {
    await tell([await person({ timing: 'at-once' })]);
    server.before = delayed;
    await workThrough();
    server.before = () => undefined;
    await dayBegins('2027-03-02');
    await dayBegins('2027-03-03');
    expect(server.taken).toMatchObject([{ subject: 'Acties van u' }]);
  });
});

describe('nobody is mailed', () => {
  it('who can not sign in any more', async () => {
    const anna = await person();
    await tell([anna]);
    await query('update account set deactivated_at = now()');
    await dayBegins('2027-03-02');
    await query('update account set deactivated_at = null');
    await tell([anna]);
    await dayBegins('2027-03-03');
    expect(server.taken).toHaveLength(1);
  });

  it('whose account ends while the mail waits', async () => {
    const anna = await person({ timing: 'at-once' });
    await tell([anna]);
    await query('update account set deactivated_at = now()');
    await workThrough();
    expect(server.taken).toEqual([]);
    expect(await query(`select from notice_mail`)).toEqual([]);
  });

  it('who has no address, until there is one', async () => {
    const anna = await person({ email: null, timing: 'at-once' });
    await tell([anna]);
    await workThrough();
    await dayBegins('2027-03-02');
    expect(server.taken).toEqual([]);

    await query(`update account set email = 'nieuw@voorbeeld.example'`);
    await dayBegins('2027-03-03');
    expect(server.taken).toMatchObject([{ to: 'nieuw@voorbeeld.example' }]);
  });

  it('who has no account', async () => {
    const personId = newId();
    await query(`insert into person (id, version, name) values ($1, 1, 'Bram')`, [personId]);
    await tell([personId, newId()]);
    expect(await query('select from notice')).toEqual([]);
  });

  it('at an address that is none or two, and others get theirs', async () => {
    await tell([
      await person({ email: 'a@voorbeeld.example\r\nBcc: b@voorbeeld.example' }),
      await person({ email: 'a@voorbeeld.example, b@voorbeeld.example' }),
      await person({ email: 'goed@voorbeeld.example' }),
    ]);
    await dayBegins('2027-03-02');
    expect(server.taken).toMatchObject([{ to: 'goed@voorbeeld.example' }]);
  });

  it('while mail is off; and turning it on brings no flood of what is old', async () => {
    const anna = await person({ timing: 'at-once' });
    server.enabled = false;
    await tell([anna]);
    await dayBegins('2027-03-02');
    morning('2027-03-10');
    await tell([anna]);
    server.enabled = true;
    await dayBegins('2027-03-16');
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.text).toContain('Acties van u: 1');
  });
});

describe('a notice', () => {
  it('goes without a link when no host name of the organisation is known', async () => {
    await tell([await person({ timing: 'at-once' })]);
    await forgetHosts();
    await workThrough();
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.text).not.toContain('http');
  });

  it('has room for the longest name of an organisation', async () => {
    const name = `Gemeente ${'Lang'.repeat(47)}abc`;
    expect(name).toHaveLength(200);
    organisation = await database.createOrganisation(name);
    await tell([await person({ timing: 'at-once' })]);
    await workThrough();
    expect(server.taken[0]?.text).toContain(name);
  });

  it.each([
    'https://elders.example',
    '//elders.example',
    '/a?b=c',
    '/Acties',
    '/a b',
    'acties',
    '',
    `/${'a'.repeat(200)}`,
  ])('leads to a page of the application, not to "%s"', async (path) => {
    await expect(tell([await person()], { path })).rejects.toThrow('notice_path_check');
  });

  it('is of a kind that is registered', async () => {
    const unknown = { ...actionWaits, code: 'proof.unknown' };
    await expect(async () => tell([await person()], { kind: unknown })).rejects.toThrow('not registered');
  });

  it('of a kind that is gone since is told in general words', async () => {
    await tell([await person()]);
    await query(`update notice set kind = 'proof.gone'`);
    await dayBegins('2027-03-02');
    expect(server.taken[0]?.text).toContain('Andere meldingen: 1');
  });

  it('is forgotten when it was mailed long ago, with the mail', async () => {
    await tell([await person()]);
    await dayBegins('2027-03-02');
    await dayBegins('2027-06-01');
    expect(await query('select from notice')).toHaveLength(1);
    await dayBegins('2027-07-15');
    expect([await query('select from notice'), await query('select from notice_mail')]).toEqual([[], []]);
  });
});
