import type { QueryRunner } from 'typeorm';

/** The condition by which a row belongs to the organisation of the transaction. Unset raises: loud, not empty. */
const ofThisOrganisation = `organisation_id = (select current_setting('app.organisation_id')::uuid)`;

export interface OrganisationTable {
  readonly name: string;
  /** SQL of columns and constraints after `organisation_id`; foreign keys must contain `organisation_id`. */
  readonly columns: string;
  /** What the application may do with rows; reading is always granted. */
  readonly grants?: readonly ('insert' | 'update' | 'delete')[];
  /** Default `id`: the primary key is then (organisation_id, id). */
  readonly primaryKey?: string;
}

/**
 * Makes a table of organisations: the organisation is part of every key, is filled in by the
 * database, and is guarded by row-level security that not even the owner of the table can pass.
 */
export async function createOrganisationTable(runner: QueryRunner, table: OrganisationTable): Promise<void> {
  const { name, columns, grants = ['insert', 'update', 'delete'], primaryKey = 'id' } = table;
  await runner.query(`
    create table ${name} (
      organisation_id uuid not null
        default current_setting('app.organisation_id')::uuid
        references organisation (id),
      ${columns},
      primary key (organisation_id, ${primaryKey})
    )`);
  await runner.query(`alter table ${name} enable row level security`);
  await runner.query(`alter table ${name} force row level security`);
  await runner.query(`
    create policy ${name}_of_organisation on ${name} as restrictive
      using (${ofThisOrganisation}) with check (${ofThisOrganisation})`);
  await runner.query(`create policy ${name}_permitted on ${name} using (true) with check (true)`);
  await runner.query(`grant ${['select', ...grants].join(', ')} on ${name} to weerbaar_application`);
}

/** A migration goes forward only: the way back is the backup that was made before it. */
export abstract class ForwardMigration {
  abstract readonly name: string;
  abstract up(runner: QueryRunner): Promise<void>;

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only; restore the backup instead'));
  }
}
