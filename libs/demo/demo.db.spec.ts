import { Readable } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import { FixedClock } from '@weerbaar/kernel/clock';
import { AuditSealer, AuditVerification } from '@weerbaar/kernel/audit';
import { readSettings } from '@weerbaar/kernel/config';
import { createDataSource } from '@weerbaar/kernel/database';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { systemActor } from '@weerbaar/kernel/context';
import { EmploymentImportService } from '../domain/people/import/employment-import.service.js';
import { PlanImport } from '../domain/people/import/plan-import.job.js';
import { Demo } from './demo.js';
import { DemoModule } from './demo.module.js';
import { demoHrFile, spoiledDemoHrFile } from './hr-file.js';

/** Real: the services of all parts on PostgreSQL. Not real: the day on which the demo is made. */

const settings = readSettings({ WEERBAAR_SECRET: '5'.repeat(64) });

/** Every column of the tables of organisations that holds a day or a moment which must have passed. */
const recorded = [
  ['audit_entry', 'occurred_at'],
  ['role_assignment', 'valid_from'],
  ['rights_review', 'started_at'],
  ['rights_review_line', 'signed_at'],
  ['account', 'created_at'],
  ['building_block', 'recorded_on'],
  ['building_block_member', 'valid_from'],
  ['policy_document_version', 'adopted_on'],
  ['policy_document_version', 'recorded_at'],
  ['assessment', 'assessed_on'],
  ['derived_state', 'recorded_on'],
  ['finding', 'recorded_at'],
  ['action_progress', 'recorded_at'],
  ['figures_snapshot', 'taken_at'],
  ['adoption_decision', 'decided_on'],
  ['adoption_decision', 'recorded_at'],
  ['publication', 'published_at'],
  ['outbox_event', 'created_at'],
] as const;

describe.each([
  ['in the autumn, when the next plan begins', '2031-11-22T10:00:00Z', 2031, [2032, 2031, 2030]],
  ['in the winter, before the last year was accounted for', '2031-02-03T10:00:00Z', 2030, [2031, 2030, 2029]],
] as const)('the demo organisation made %s', (_when, moment, planYear, cycles) => {
  let database: TestDatabase;
  let organisationId: string;
  const accounts = () => demo().usernames.map((username) => ({ username, password: `${username}-password` }));
  const demo = () => new Demo(settings, new FixedClock(new Date(moment)));
  const urls = () => ({
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    WEERBAAR_SECRET: settings.WEERBAAR_SECRET,
  });

  const rows = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    database.inOrganisation(organisationId, () =>
      database.transactions.manager.query<T[]>(sql, [...parameters]),
    );

  beforeAll(async () => {
    database = await openTestDatabase();
    expect(await demo().makeOnce(urls(), accounts())).toBe(true);
    const [organisation] = await database.dataSource.query<{ id: string }[]>('select id from organisation');
    organisationId = organisation?.id ?? '';
  });

  afterAll(() => database.close());

  it('is made once, however often it is asked for', async () => {
    const before = await rows('select count(*) from audit_entry');
    expect(await demo().makeOnce(urls(), accounts())).toBe(false);
    expect(await rows('select count(*) from audit_entry')).toEqual(before);
    expect(await database.dataSource.query('select slug from organisation')).toEqual([{ slug: 'voorbeeld' }]);
  });

  it('has all building blocks with an owner, and judgements of every kind', async () => {
    const [blocks] = await rows<{ count: number }>(
      `select count(*)::int as count from building_block
        where num_nonnulls(owner_person_id, owner_role) = 1`,
    );
    expect(blocks?.count).toBeGreaterThanOrEqual(45);
    const judgements = await rows<{ judgement: string }>(
      'select distinct judgement from assessment order by 1',
    );
    expect(judgements.map(({ judgement }) => judgement)).toEqual(['insufficient', 'partial', 'sufficient']);
  });

  it('has policy documents to download', async () => {
    const files = await rows<{ name: string; media_type: string }>(
      `select f.name, f.media_type from policy_document_version v join file f on f.id = v.file_id
        where f.state = 'complete'`,
    );
    expect(files.length).toBeGreaterThanOrEqual(10);
    expect(files.filter(({ media_type }) => media_type !== 'application/pdf')).toEqual([]);
  });

  it('has published a plan, and the report of the year before it, and asked for both to be made', async () => {
    const published = await rows(
      `select c.year, d.kind, d.status, d.adopted_on::text as "adoptedOn",
              (select count(*)::int from adoption_decision where document_id = d.id) as decisions,
              (select state from job_run where subject = p.rendering_id::text) as state
         from publication p join annual_document d on d.id = p.document_id
         join annual_cycle c on c.id = d.cycle_id order by c.year`,
    );
    const taken = { status: 'published', decisions: 5, state: 'queued' };
    expect(published).toEqual([
      { year: planYear - 1, kind: 'report', adoptedOn: `${planYear}-04-14`, ...taken },
      { year: planYear, kind: 'plan', adoptedOn: `${planYear}-02-17`, ...taken },
    ]);
  });

  it('has a cycle for the year of the report and the plan, and for the next as soon as that begins', async () => {
    const known = await rows<{ year: number }>('select year from annual_cycle order by year desc');
    expect(known.map(({ year }) => year)).toEqual(cycles);
  });

  it('has a yearly review of rights that is done, and one of this quarter that waits for the secretary', async () => {
    const reviews = await rows(
      `select r.kind, r.period, count(l.signed_at) = count(*) as done, r.due_day >= $1::date as "inTime",
              bool_or(c.sign_in_name = 'secretaris' and l.signed_at is null) as waits
         from rights_review r join rights_review_line l on l.review_id = r.id
         join account c on c.person_id = l.reviewer_person_id group by r.organisation_id, r.id order by r.kind desc`,
      [moment],
    );
    const quarter = Math.ceil(Number(moment.slice(5, 7)) / 3);
    expect(reviews).toEqual([
      { kind: 'yearly', period: String(planYear), done: true, inTime: false, waits: false },
      { kind: 'quarterly', period: `2031-Q${quarter}`, done: false, inTime: true, waits: true },
    ]);
  });

  it('carries over what last year left open', async () => {
    const [left] = await rows(
      `select count(*) filter (where a.status not in ('done', 'stopped')) as open,
              (select count(*) from action where carried_over_from is not null) as carried
         from action a join annual_cycle c on c.id = a.cycle_id where c.year = $1`,
      [planYear - 1],
    );
    expect(left).toMatchObject({ open: expect.not.stringMatching(/^0$/) });
    expect(left).toHaveProperty('carried', (left as { open: string }).open);
  });

  it.each(recorded)('knows nothing of the future: %s.%s', async (table, column) => {
    // The application may add to the outbox, and not read it.
    const read = table === 'outbox_event' ? database.dataSource.createQueryRunner() : undefined;
    await read?.query('set role weerbaar_relay');
    const sql = `select count(*)::int as count from ${table} where ${column}::timestamptz > $1::timestamptz`;
    const [future] = (await (read ? read.query(sql, [moment]) : rows(sql, [moment]))) as { count: number }[];
    await read?.query('reset role');
    await read?.release();
    expect(future?.count).toBe(0);
  });

  it('has told its own history: the audit log is whole', async () => {
    const context = await NestFactory.createApplicationContext(
      DemoModule.with({ ...settings, ...urls() }, new Date(moment)),
      { logger: false },
    );
    try {
      await context.get(AuditSealer).seal(organisationId);
      const report = await database.asOrganisation(organisationId, () =>
        context.get(AuditVerification).verify(),
      );
      expect(report).toMatchObject({ intact: true, unsealed: 0 });
      expect(report.sealed).toBeGreaterThan(500);
    } finally {
      await context.close();
    }
  });

  it('can be imported from the file of its HR system, and not from the spoiled one', async () => {
    const now = new Date(moment);
    const context = await NestFactory.createApplicationContext(
      DemoModule.with({ ...settings, ...urls() }, now),
      { logger: false },
    );
    const imports = context.get(EmploymentImportService);
    const compared = (text: string) =>
      database.asOrganisation(organisationId, async () => {
        const file = { name: 'hr.csv', stream: Readable.from([Buffer.from(text)]) };
        const wanted = { referenceDay: moment.slice(0, 10) };
        const { employmentImport } = await imports.start(systemActor, wanted, file);
        await context
          .get(PlanImport)
          .perform({ importId: employmentImport.id }, { step: async () => undefined });
        return (await imports.get(systemActor, employmentImport.id)).employmentImport;
      });
    try {
      const { totals } = await compared(demoHrFile(now));
      expect(totals).toMatchObject({ added: 1, changed: 1, ended: 1, missing: 0, unchanged: 24, fault: 0 });
      const spoiled = await compared(spoiledDemoHrFile(now));
      expect(spoiled.totals).toMatchObject({ fault: 6 });
    } finally {
      await context.close();
    }
  });
});

it('begins anew when it was broken off', async () => {
  const database = await openTestDatabase();
  const superuser = await createDataSource({
    url: database.superuserUrl,
    pool: 2,
    entities: [],
    applicationName: 'breaks off',
  }).initialize();
  const urls = {
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    WEERBAAR_SECRET: settings.WEERBAAR_SECRET,
  };
  const demo = new Demo(settings, new FixedClock(new Date('2031-11-22T10:00:00Z')));

  const outcome = demo.makeOnce(urls, []).catch(() => 'broken off');
  await vi.waitUntil(async () => {
    const ended = await superuser.query<unknown[]>(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'weerbaar demo' and datname = current_database()
          and clock_timestamp() - xact_start > interval '200 milliseconds'`,
    );
    return ended.length > 0;
  }, 20_000);

  expect(await outcome).toBe('broken off');
  expect(await database.dataSource.query('select slug from organisation')).toEqual([]);
  expect(await demo.makeOnce(urls, [])).toBe(true);
  await superuser.destroy();
  await database.close();
});
