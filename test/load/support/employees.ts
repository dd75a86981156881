import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { newId } from '@weerbaar/kernel/database';

/** Somebody as the HR system tells of them. */
export interface Employee {
  readonly number: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly jobFunction: string;
  readonly hours: number;
  readonly manager: string | null;
  readonly from: string;
}

const families = [
  'Jansen',
  'de Vries',
  'Bakker',
  'Visser',
  'Smit',
  'Meijer',
  'Mulder',
  'Bos',
  'Peters',
  'Hendriks',
];
const givens = [
  'Anna',
  'Bram',
  'Chris',
  'Dina',
  'Emre',
  'Fleur',
  'Gijs',
  'Hanna',
  'Ilias',
  'Joris',
  'Kim',
  'Lars',
];

/** So many people work in one department. */
const departmentSize = 100;
const jobFunctions = 50;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** People of a large municipality: ten to a manager, over departments of a hundred, come in over twenty years. */
export function employees(count: number): readonly Employee[] {
  return Array.from({ length: count }, (_, index) => ({
    number: String(100_000 + index),
    name: `${givens[index % givens.length]} ${families[index % families.length]} ${index}`,
    email: `medewerker-${index}@voorbeeld.example`,
    department: `D${Math.floor(index / departmentSize)}`,
    jobFunction: `F${index % jobFunctions}`,
    hours: 20 + (index % 17),
    manager: index === 0 ? null : String(100_000 + Math.floor((index - 1) / 10)),
    from: `${2005 + (index % 20)}-${twoDigits(1 + (index % 12))}-${twoDigits(1 + (index % 28))}`,
  }));
}

export function employeesCsv(all: readonly Employee[]): string {
  const rows = all.map(({ number, name, email, department, jobFunction, hours, manager, from }) =>
    [number, name, email, department, jobFunction, hours, manager ?? '', from].join(';'),
  );
  return `Personeelsnummer;Naam;E-mailadres;Afdelingscode;Functiecode;Uren per week;Leidinggevende;Datum in dienst\r\n${rows.join('\r\n')}\r\n`;
}

/** The departments and functions of these people, in the organisation that was added last. @returns their ids by code. */
export async function addStructure(
  database: pg.Client,
  all: readonly Employee[],
): Promise<ReadonlyMap<string, string>> {
  const departments = [...new Set(all.map(({ department }) => department))].map((code) => ({
    id: newId(),
    code,
  }));
  const functions = [...new Set(all.map(({ jobFunction }) => jobFunction))].map((code) => ({
    id: newId(),
    code,
  }));
  await database.query(
    `with d as (select * from jsonb_to_recordset($1) as d (id uuid, code text)),
          added as (insert into department (id) select id from d)
     insert into department_period (department_id, during, code, name, kind)
     select id, '[2000-01-01,)', code, 'Afdeling ' || code, 'Afdeling' from d`,
    [JSON.stringify(departments)],
  );
  await database.query(
    `with f as (select * from jsonb_to_recordset($1) as f (id uuid, code text)),
          added as (insert into job_function (id) select id from f)
     insert into job_function_period (job_function_id, during, code, name, publishes_side_activities,
                                      reports_financial_interests, is_vulnerable)
     select id, '[2000-01-01,)', code, 'Functie ' || code, false, false, false from f`,
    [JSON.stringify(functions)],
  );
  return new Map([...departments, ...functions].map(({ id, code }) => [code, id]));
}

/** The adviser of an organisation, who is signed in, may look after people as well. */
export async function addHumanResources(database: pg.Client, organisationId: string): Promise<void> {
  await database.query(
    `insert into role_assignment (organisation_id, id, version, person_id, role, valid_from, given_at, needs_confirmation)
     select organisation_id, gen_random_uuid(), 1, person_id, 'human-resources', valid_from, given_at, false
       from role_assignment where organisation_id = $1 and role = 'integrity-adviser'`,
    [organisationId],
  );
}

type Cell = string | number | null | undefined;

interface Table {
  readonly into: string;
  readonly text: string;
}

/** The rows the import makes, in the form in which COPY takes them. */
export function tablesOf(all: readonly Employee[], ids: ReadonlyMap<string, string>): readonly Table[] {
  const made = all.map((employee) => ({ ...employee, person: newId(), employment: newId() }));
  const persons = new Map(made.map(({ number, person }) => [number, person]));
  const text = (rows: readonly (readonly Cell[])[]) =>
    rows.map((row) => row.map((cell) => cell ?? '\\N').join('\t') + '\n').join('');
  return [
    {
      into: 'person (id, version, name, email)',
      text: text(made.map(({ person, name, email }) => [person, 1, name, email])),
    },
    {
      into: 'employment (id, version, person_id, personnel_number, kind, imported)',
      text: text(
        made.map(({ employment, person, number }) => [employment, 1, person, number, 'employee', 'true']),
      ),
    },
    {
      into: 'employment_period (employment_id, person_id, during, department_id, job_function_id, hours_per_week, manager_person_id)',
      text: text(
        made.map(({ employment, person, from, department, jobFunction, hours, manager }) => [
          employment,
          person,
          `[${from},)`,
          ids.get(department),
          ids.get(jobFunction),
          hours,
          manager === null ? null : persons.get(manager),
        ]),
      ),
    },
  ];
}

/**
 * As superuser: PostgreSQL copies into a table with row-level security for nobody whom that security holds. Triggers,
 * keys and indexes do their work as ever.
 */
export async function copy(database: pg.Client, tables: readonly Table[]): Promise<void> {
  await database.query('begin');
  for (const { into, text } of tables) {
    const stream = database.query(copyFrom(`copy ${into} from stdin`));
    stream.end(text);
    await once(stream, 'finish');
  }
  await database.query('commit');
}
