import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** Files of the HR system: what came of them, row by row, and which employments they told of. */
export class EmploymentImports1795000000013 extends ForwardMigration {
  readonly name = 'EmploymentImports1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table employment add column imported boolean not null default false');
    await createOrganisationTable(runner, {
      name: 'employment_import',
      columns: `
        id uuid not null,
        version integer not null default 1,
        state text not null
            check (state in ('planning', 'planned', 'applying', 'applied', 'outdated', 'failed')),
        reference_day date not null,
        file_id uuid,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        headings jsonb not null,
        totals jsonb,
        plan_hash text check (plan_hash ~ '^[0-9a-f]{64}$'),
        requested_at timestamptz(3) not null,
        requested_by uuid,
        confirmed_by uuid,
        ended_at timestamptz(3),
        foreign key (organisation_id, file_id) references file (organisation_id, id),
        check (state in ('planning', 'failed', 'outdated') or (totals is not null and plan_hash is not null))`,
      grants: ['insert', 'update'],
    });
    // Two at once would each compare with what the other is about to change.
    await runner.query(`
      create unique index employment_import_one_at_a_time on employment_import (organisation_id)
        where state in ('planning', 'applying')`);
    await createOrganisationTable(runner, {
      name: 'employment_import_line',
      primaryKey: 'import_id, sequence',
      columns: `
        import_id uuid not null,
        sequence integer not null check (sequence > 0),
        row_number integer check (row_number > 0),
        personnel_number text check (char_length(personnel_number) between 1 and 50),
        person_name text check (char_length(person_name) between 1 and 200),
        person_id uuid,
        kind text not null check (kind in ('added', 'changed', 'ended', 'unchanged', 'fault')),
        differences jsonb not null,
        faults jsonb not null,
        account_remains boolean not null,
        row_values jsonb,
        foreign key (organisation_id, import_id) references employment_import (organisation_id, id)`,
    });
    await runner.query(`
      create index employment_import_line_of_kind on employment_import_line
        (organisation_id, import_id, kind, sequence)`);
  }
}
