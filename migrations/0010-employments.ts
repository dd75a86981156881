import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/**
 * Who works where, in which function, under whom, on which day. What changes in time stands in periods; the database
 * holds that periods of one thing do not overlap, and that what is referred to is there in the whole of a period.
 */
export class Employments1795000000010 extends ForwardMigration {
  readonly name = 'Employments1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    // Keys over an id and a period need it. Trusted: the owner of the database may add it.
    await runner.query(`create extension if not exists btree_gist`);
    await this.departments(runner);
    await this.jobFunctions(runner);
    await this.employments(runner);
    await this.personNames(runner);
  }

  private async departments(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'department',
      columns: `
        id uuid not null,
        version integer not null default 1`,
      grants: ['insert', 'update'],
    });
    // Deferred: a timeline is replaced as a whole, and what hangs on it must hold when that is done.
    await createOrganisationTable(runner, {
      name: 'department_period',
      primaryKey: 'department_id, during without overlaps',
      columns: `
        department_id uuid not null,
        during daterange not null check (lower(during) is not null),
        code text not null check (char_length(code) between 1 and 50),
        name text not null check (char_length(name) between 1 and 200),
        kind text not null check (char_length(kind) between 1 and 50),
        parent_id uuid check (parent_id <> department_id),
        manager_person_id uuid,
        unique (organisation_id, code, during without overlaps),
        foreign key (organisation_id, department_id) references department (organisation_id, id),
        foreign key (organisation_id, manager_person_id) references person (organisation_id, id)`,
    });
    await runner.query(`
      alter table department_period add constraint department_period_within_parent
        foreign key (organisation_id, parent_id, period during)
        references department_period (organisation_id, department_id, period during)
        deferrable initially deferred`);
    await runner.query(`
      create index department_period_of_parent on department_period (organisation_id, parent_id)`);
    await runner.query(`
      create index department_period_of_manager on department_period (organisation_id, manager_person_id)`);
  }

  private async jobFunctions(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'job_function',
      columns: `
        id uuid not null,
        version integer not null default 1`,
      grants: ['insert', 'update'],
    });
    await createOrganisationTable(runner, {
      name: 'job_function_period',
      primaryKey: 'job_function_id, during without overlaps',
      columns: `
        job_function_id uuid not null,
        during daterange not null check (lower(during) is not null),
        code text not null check (char_length(code) between 1 and 50),
        name text not null check (char_length(name) between 1 and 200),
        publishes_side_activities boolean not null,
        reports_financial_interests boolean not null,
        is_vulnerable boolean not null,
        conduct_certificate_profile text check (char_length(conduct_certificate_profile) between 1 and 100),
        unique (organisation_id, code, during without overlaps),
        foreign key (organisation_id, job_function_id) references job_function (organisation_id, id)`,
    });
  }

  private async employments(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'employment',
      columns: `
        id uuid not null,
        version integer not null default 1,
        person_id uuid not null,
        personnel_number text not null check (char_length(personnel_number) between 1 and 50),
        kind text not null
            check (kind in ('employee', 'hired-staff', 'self-employed', 'trainee', 'work-placement', 'volunteer')),
        unique (organisation_id, personnel_number),
        unique (organisation_id, id, person_id),
        foreign key (organisation_id, person_id) references person (organisation_id, id)`,
      grants: ['insert', 'update'],
    });
    await runner.query(`create index employment_of_person on employment (organisation_id, person_id)`);
    // With the person in it, the database holds that nobody is their own manager.
    await createOrganisationTable(runner, {
      name: 'employment_period',
      primaryKey: 'employment_id, during without overlaps',
      columns: `
        employment_id uuid not null,
        person_id uuid not null,
        during daterange not null check (lower(during) is not null),
        department_id uuid not null,
        job_function_id uuid,
        hours_per_week double precision check (hours_per_week between 0 and 168),
        manager_person_id uuid check (manager_person_id <> person_id),
        foreign key (organisation_id, employment_id, person_id)
            references employment (organisation_id, id, person_id),
        foreign key (organisation_id, manager_person_id) references person (organisation_id, id)`,
    });
    for (const [column, table] of [
      ['department_id', 'department_period'],
      ['job_function_id', 'job_function_period'],
    ] as const) {
      await runner.query(`
        alter table employment_period add constraint employment_period_within_${table}
          foreign key (organisation_id, ${column}, period during)
          references ${table} (organisation_id, ${column}, period during)
          deferrable initially deferred`);
    }
    for (const what of ['person_id', 'department_id', 'job_function_id', 'manager_person_id']) {
      await runner.query(`
        create index employment_period_by_${what} on employment_period (organisation_id, ${what})`);
    }
  }

  /**
   * To find people by the beginning of any word of their name. Row-level security lets an index be used only with
   * what gives nothing away (leakproof): equality and `^@`, and not LIKE or similarity. Hence words as rows.
   */
  private async personNames(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function name_words(name text) returns setof text language sql immutable as $$
        select distinct word from regexp_split_to_table(
                 lower(regexp_replace(normalize(name, nfd), '[\\u0300-\\u036f]', '', 'g') collate pg_c_utf8),
                 '[^[:alnum:]]+') as word
         where word <> '' $$`);
    await createOrganisationTable(runner, {
      name: 'person_name_word',
      primaryKey: 'word, person_id',
      columns: `
        person_id uuid not null,
        word text collate "C" not null,
        foreign key (organisation_id, person_id) references person (organisation_id, id)`,
      grants: ['insert', 'delete'],
    });
    await runner.query(`
      create index person_name_word_of_person on person_name_word (organisation_id, person_id)`);
    await runner.query(`
      create function keep_name_words() returns trigger language plpgsql as $$
      begin
        delete from person_name_word where organisation_id = new.organisation_id and person_id = new.id;
        insert into person_name_word (organisation_id, person_id, word)
          select new.organisation_id, new.id, word from name_words(new.name) as word;
        return null;
      end $$`);
    await runner.query(`
      create trigger person_name_words after insert or update of name on person
        for each row execute function keep_name_words()`);
    await this.wordsOfKnownNames(runner);
  }

  private async wordsOfKnownNames(runner: QueryRunner): Promise<void> {
    const organisations = (await runner.query('select id from organisation')) as { id: string }[];
    for (const { id } of organisations) {
      await runner.query(`select set_config('app.organisation_id', $1, true)`, [id]);
      await runner.query(`
        insert into person_name_word (person_id, word)
          select p.id, word from person p cross join lateral name_words(p.name) as word`);
    }
  }
}
