import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { FixedClock } from '@weerbaar/kernel/clock';
import { readSettings } from '@weerbaar/kernel/config';
import { systemActor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { FoundationModule } from '@weerbaar/kernel/foundation';
import { JobsModule } from '@weerbaar/kernel/jobs';
import { openTestDatabase, type TestDatabase } from '@weerbaar/kernel/testing';
import { DepartmentPeriodRepository } from './department/department.repository.js';
import { DepartmentService } from './department/department.service.js';
import { EmploymentDirectory } from './employment-directory.js';
import type { NewEmployment } from './employment/employment.dto.js';
import { EmploymentPeriodRepository, EmploymentRepository } from './employment/employment.repository.js';
import { EmploymentService } from './employment/employment.service.js';
import { peopleEntities } from './people.entities.js';
import { JobFunctionService } from './job-function/job-function.service.js';
import { PeopleModule } from './people.module.js';
import { PersonService } from './person/person.service.js';

/** Real: PostgreSQL as the application role, every module people leans on. Not real: the clock. */

let database: TestDatabase;
let module: TestingModule;
let transactions: TransactionRunner;
let organisation: string;
let departments: DepartmentService;
let employments: EmploymentService;
let directory: EmploymentDirectory;

beforeAll(async () => {
  database = await openTestDatabase();
  const settings = readSettings({
    DATABASE_URL: database.applicationUrl,
    WEERBAAR_SECRET: '5'.repeat(64),
  });
  module = await Test.createTestingModule({
    imports: [
      FoundationModule.asApplication({
        settings,
        entities: peopleEntities,
        applicationName: 'test of people',
        clock: new FixedClock(new Date('2026-03-02T09:00:00Z')),
      }),
      JobsModule.forDispatch(),
      PeopleModule,
    ],
  }).compile();
  await module.init();
  transactions = module.get(TransactionRunner);
  departments = module.get(DepartmentService);
  employments = module.get(EmploymentService);
  directory = module.get(EmploymentDirectory);
});

afterAll(async () => {
  await module.close();
  await database.close();
});

beforeEach(async () => {
  organisation = await database.createOrganisation();
});

function ours<T>(work: () => Promise<T>): Promise<T> {
  return database.asOrganisation(organisation, () => transactions.run(work));
}

let counter = 0;
const unique = (): string => `c${(counter += 1)}`;

async function newDepartment(wanted: object = {}): Promise<string> {
  const { department } = await departments.add(systemActor, {
    code: unique(),
    name: 'Afdeling',
    kind: 'Afdeling',
    validFrom: '2020-01-01',
    ...wanted,
  });
  return department.id;
}

const newPerson = async (name = 'Iemand') => (await module.get(PersonService).add(systemActor, { name })).id;

async function employ(
  personId: string,
  departmentId: string,
  wanted: Partial<NewEmployment> = {},
): Promise<string> {
  const [made] = await employments.addAll(systemActor, [
    {
      personId,
      departmentId,
      personnelNumber: unique(),
      kind: 'employee',
      validFrom: '2020-01-01',
      hoursPerWeek: 36,
      ...wanted,
    },
  ]);
  return made?.id ?? '';
}

describe('the database holds, whatever the code does', () => {
  const attempt = (sql: string, parameters: readonly unknown[]): Promise<string> =>
    ours(() => transactions.manager.query(sql, [...parameters])).then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    );
  const addPeriod = (employmentId: string, during: string, more: Record<string, unknown> = {}) =>
    attempt(
      `insert into employment_period (employment_id, person_id, during, department_id, job_function_id, manager_person_id)
       select $1, coalesce($3::uuid, person_id), $2::daterange, coalesce($4, department_id), $5, $6
         from employment_period where employment_id = $1 limit 1`,
      [
        employmentId,
        during,
        more.personId ?? null,
        more.departmentId ?? null,
        more.functionId ?? null,
        more.managerId ?? null,
      ],
    );

  it('that one employment is in one place at a time', async () => {
    const id = await ours(async () =>
      employ(await newPerson(), await newDepartment(), { validTo: '2024-12-31' }),
    );
    expect(await addPeriod(id, '[2024-12-31,2025-06-30]')).toBe('23P01');
    expect(await addPeriod(id, '[2019-06-01,2020-01-01]')).toBe('23P01');
    expect(await addPeriod(id, '[2025-01-01,2025-06-30]')).toBe('done');
  });

  it('that nothing ends before it begins, is without days, or without beginning', async () => {
    const id = await ours(async () =>
      employ(await newPerson(), await newDepartment(), { validTo: '2024-12-31' }),
    );
    expect(await addPeriod(id, '[2026-01-02,2026-01-01]')).toBe('22000');
    expect(await addPeriod(id, 'empty')).not.toBe('done');
    expect(await addPeriod(id, '(,2019-12-31]')).toBe('23514');
  });

  it('that everybody works in a department that is there on every one of those days', async () => {
    const [id, ended] = await ours(async () => [
      await employ(await newPerson(), await newDepartment(), { validTo: '2024-12-31' }),
      await newDepartment({ validTo: '2025-06-30' }),
    ]);
    expect(await addPeriod(id, '[2025-06-30,2025-07-01]', { departmentId: ended })).toBe('23503');
    expect(await addPeriod(id, '[2025-06-29,2025-06-30]', { departmentId: ended })).toBe('done');
    expect(await attempt('delete from department_period where department_id = $1', [ended])).toBe('23503');
    expect(
      await attempt(
        `update department_period set during = '[2020-01-01,2025-06-29]' where department_id = $1`,
        [ended],
      ),
    ).toBe('23503');
  });

  it('that a department is part of one that is there, and not of itself', async () => {
    const [top, below] = await ours(async () => {
      const parentId = await newDepartment({ validTo: '2025-06-30' });
      return [parentId, await newDepartment({ parentId, validTo: '2025-06-30' })];
    });
    const lengthen = `update department_period set during = '[2020-01-01,)' where department_id = $1`;
    expect(await attempt(lengthen, [below])).toBe('23503');
    expect(await attempt('update department_period set parent_id = $1 where department_id = $1', [top])).toBe(
      '23514',
    );
  });

  it('that nobody is their own manager, or works under the employment of another', async () => {
    const [person, id] = await ours(async () => {
      const somebody = await newPerson();
      return [somebody, await employ(somebody, await newDepartment(), { validTo: '2024-12-31' })];
    });
    const other = await ours(() => newPerson());
    expect(await addPeriod(id, '[2025-01-01,)', { managerId: person })).toBe('23514');
    expect(await addPeriod(id, '[2025-01-01,)', { personId: other })).toBe('23503');
  });
});

describe('many employments at once', () => {
  it('are all there or none, with the faults of each by its place', async () => {
    const person = await ours(() => newPerson());
    const departmentId = await ours(() => newDepartment());
    const one = { personId: person, departmentId, kind: 'employee' as const, validFrom: '2024-01-01' };
    const refused = ours(() =>
      employments.addAll(systemActor, [
        { ...one, personnelNumber: 'a' },
        { ...one, personnelNumber: 'b', validTo: '2023-12-31' },
        { ...one, personnelNumber: 'a', departmentId: newId() },
      ]),
    );
    await expect(refused).rejects.toMatchObject({
      faults: [
        { path: '0.personnelNumber', code: 'taken' },
        { path: '1.validTo', code: 'before-start' },
        { path: '2.departmentId', code: 'unknown' },
        { path: '2.personnelNumber', code: 'taken' },
      ],
    });
    expect((await ours(() => employments.ofPerson(systemActor, person))).employments).toEqual([]);
  });
});

describe('what neighbours ask', () => {
  it('is answered for the day they ask about', async () => {
    await ours(async () => {
      const [head, person] = [await newPerson(), await newPerson()];
      const departmentId = await newDepartment({ managerId: head, name: 'Inkoop' });
      const { id } = await module.get(JobFunctionService).add(systemActor, {
        code: unique(),
        name: 'Inkoper',
        isVulnerable: true,
        validFrom: '2020-01-01',
      });
      await employ(head, departmentId);
      await employ(person, departmentId, {
        jobFunctionId: id,
        validFrom: '2024-01-01',
        validTo: '2024-12-31',
      });
      const day = '2024-12-31';
      expect(await directory.managerOf(person, day)).toBe(head);
      expect(await directory.isManagerOf(head, person, day)).toBe(true);
      expect(await directory.isManagerOf(person, head, day)).toBe(false);
      expect(await directory.teamOf(head, day)).toEqual(new Set([person]));
      expect(await directory.departmentOf(person, day)).toEqual({ id: departmentId, name: 'Inkoop' });
      expect(await directory.designatedOn(person, day)).toEqual({
        publishesSideActivities: false,
        reportsFinancialInterests: false,
        isVulnerable: true,
      });
      expect(await directory.managerOf(person, '2025-01-01')).toBe(null);
      expect(await directory.isManagerOf(head, person, '2025-01-01')).toBe(false);
      expect(await directory.departmentOf(person, '2025-01-01')).toBe(null);
      expect(await directory.designatedOn(person, '2025-01-01')).toMatchObject({ isVulnerable: false });
    });
  });
});

describe('figures', () => {
  const period = { year: 2025, from: '2025-01-01', to: '2025-12-31', referenceDate: '2025-12-31' };
  const take = async (id: string) => {
    const source = module
      .get(FigureRegistry)
      .all()
      .find(({ definition }) => definition.id === `people.${id}`);
    const taken = await ours(() => source!.take(period));
    return taken.kind === 'number' ? taken.value : taken.rows;
  };

  it('count people once, those who are employed apart from the others, and reach no edition', async () => {
    await ours(async () => {
      const desk = await newDepartment({ code: 'desk', name: 'Balie' });
      const { id: jobFunctionId } = await module.get(JobFunctionService).add(systemActor, {
        code: unique(),
        name: 'Klerk',
        publishesSideActivities: true,
        reportsFinancialInterests: true,
        isVulnerable: true,
        validFrom: '2020-01-01',
      });
      const twice = await newPerson();
      await employ(twice, desk, { hoursPerWeek: 18, jobFunctionId });
      await employ(twice, desk, { hoursPerWeek: 9, jobFunctionId, validFrom: '2025-04-01' });
      await employ(await newPerson(), desk, { validFrom: '2025-05-01' });
      await employ(await newPerson(), desk, { validFrom: '2026-01-01' });
      await employ(await newPerson(), desk, { validTo: '2025-06-30' });
      const renewed = await newPerson();
      await employ(renewed, desk, { validTo: '2025-08-31' });
      await employ(renewed, desk, { validFrom: '2025-09-01' });
      await employ(await newPerson(), desk, {
        kind: 'volunteer',
        hoursPerWeek: null,
        validFrom: '2025-02-01',
      });
    });
    expect(await take('headcount')).toBe(3);
    expect(await take('full-time-equivalents')).toBe(2.8);
    expect(await take('joined')).toBe(1);
    expect(await take('left')).toBe(1);
    expect(await take('publishing-side-activities')).toBe(1);
    expect(await take('reporting-financial-interests')).toBe(1);
    expect(await take('in-vulnerable-functions')).toBe(1);
    expect(await take('by-department')).toEqual([['desk', 'Balie', 3, 2.8, 1]]);
    const sources = module
      .get(FigureRegistry)
      .all()
      .filter(({ definition }) => definition.register.en === 'Employments');
    expect(sources.length).toBeGreaterThan(5);
    expect(new Set(sources.map(({ definition }) => definition.sensitivity))).toEqual(new Set(['personal']));
  });

  it('are zero where there is nobody', async () => {
    expect(await take('headcount')).toBe(0);
    expect(await take('full-time-equivalents')).toBe(0);
  });
});

describe('with twenty thousand people', () => {
  let large: string;
  let departmentId: string;
  let somebody: string;

  const inLarge = <T>(work: () => Promise<T>): Promise<T> =>
    database.asOrganisation(large, () => transactions.run(work));

  beforeAll(async () => {
    large = await database.createOrganisation();
    const ids = await inLarge(() =>
      transactions.manager.query<{ id: string }[]>(
        `insert into person (id, name)
         select gen_random_uuid(), 'Voornaam' || n % 400 || ' van der Achternaam' || n % 5000 from generate_series(1, 20000) n
         returning id`,
      ),
    );
    somebody = ids[0]?.id ?? '';
    await inLarge(async () => {
      const codes = Array.from({ length: 200 }, (_, index) => `d${index}`);
      const made = codes.map((code) => ({ id: newId(), code }));
      departmentId = made[7]?.id ?? '';
      await transactions.manager.query('insert into department (id) select unnest($1::uuid[])', [
        made.map(({ id }) => id),
      ]);
      await module.get(DepartmentPeriodRepository).add(
        made.map(({ id, code }) => {
          const state = { code, name: code, kind: 'Team', parentId: null, managerId: null };
          return { id, timeline: [{ validFrom: '2020-01-01', validTo: null, ...state }] };
        }),
      );
      const rows = ids.map(({ id: personId }, index) => ({
        employment: {
          id: newId(),
          version: 1,
          personId,
          personnelNumber: `${index}`,
          kind: 'employee' as const,
          imported: false,
        },
        departmentId: made[index % made.length]?.id ?? '',
      }));
      await module.get(EmploymentRepository).addAll(rows.map(({ employment }) => employment));
      await module.get(EmploymentPeriodRepository).add(
        rows.map(({ employment: { id, personId }, departmentId: place }) => {
          const state = {
            personId,
            departmentId: place,
            jobFunctionId: null,
            hoursPerWeek: 36,
            managerId: null,
          };
          return { id, timeline: [{ validFrom: '2020-01-01', validTo: null, ...state }] };
        }),
      );
    });
    await analyse();
  }, 120_000);

  /** So that the database knows how much there is, as it does after a while by itself. */
  async function analyse(): Promise<void> {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('analyze');
    await client.end();
  }

  /** The plans of all that is asked of the database, as it was asked. */
  async function plansOf(work: () => Promise<unknown>): Promise<string> {
    const asked: { query: string; parameters: unknown[] }[] = [];
    const dataSource = module.get(DataSource);
    const { logger } = dataSource;
    const nothing = (): void => undefined;
    Object.assign(dataSource, {
      logger: {
        logQuery: (query: string, parameters: unknown[] = []) => asked.push({ query, parameters }),
        logQueryError: nothing,
        logQuerySlow: nothing,
        log: nothing,
      },
    });
    await inLarge(work);
    Object.assign(dataSource, { logger });
    const plans = await inLarge(async () => {
      const found: string[] = [];
      for (const { query, parameters } of asked.filter((one) => /^\s*select/i.test(one.query)))
        found.push(JSON.stringify(await transactions.manager.query(`explain ${query}`, parameters), null, 1));
      return found;
    });
    return plans.join('\n');
  }

  const page = { page: 1, pageSize: 50 };
  const list = (filter: object) => () => module.get(PersonService).list(systemActor, filter, page);

  it('a name is found by an index on its words', async () => {
    const { page: found } = await inLarge(list({ q: 'achternaam4321 voor' }));
    expect(found.total).toBe(4);
    const plans = await plansOf(list({ q: 'achternaam4321 voor' }));
    expect(plans).toContain('person_name_word_pkey');
    expect(plans).not.toContain('Seq Scan on person_name_word');
    expect(plans).not.toContain('Seq Scan on person ');
  });

  it('the people of a department are found by an index', async () => {
    expect((await inLarge(list({ departmentId }))).page.total).toBe(100);
    const plans = await plansOf(list({ departmentId }));
    expect(plans).toContain('employment_period_by_department_id');
    expect(plans).not.toContain('Seq Scan on employment_period');
    expect(plans).not.toContain('Seq Scan on person ');
  });

  it('who manages somebody, and whom they manage, is found by an index', async () => {
    for (const plans of [
      await plansOf(() => directory.managerOf(somebody, '2025-12-31')),
      await plansOf(() => directory.teamOf(somebody, '2025-12-31')),
    ]) {
      expect(plans).toContain('employment_period_by_');
      expect(plans).not.toContain('Seq Scan on employment');
    }
  });
});
