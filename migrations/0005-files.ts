import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** Files, in pieces: one backup and one isolation for everything an organisation has. */
export class Files1795000000005 extends ForwardMigration {
  readonly name = 'Files1795000000005';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'file',
      columns: `
        id uuid not null,
        name text not null check (char_length(name) between 1 and 200),
        media_type text not null,
        purpose text not null check (purpose ~ '^[a-z0-9-]+(\\.[a-z0-9-]+)*$'),
        state text not null check (state in ('uploading', 'complete')),
        size bigint check (size > 0),
        sha256 bytea check (octet_length(sha256) = 32),
        created_at timestamptz(3) not null,
        created_by uuid,
        check (state = 'uploading' or (size is not null and sha256 is not null))`,
      grants: ['insert', 'delete'],
    });
    // All the application can change of a file is that it becomes complete, once.
    await runner.query('grant update (state, size, sha256) on file to weerbaar_application');
    await runner.query(`
      create policy file_once_complete_is_final on file as restrictive for update
        using (state = 'uploading') with check (true)`);
    await runner.query(`
      create index file_uploading on file (organisation_id, created_at) where state = 'uploading'`);

    await createOrganisationTable(runner, {
      name: 'file_chunk',
      primaryKey: 'file_id, sequence',
      columns: `
        file_id uuid not null,
        sequence integer not null check (sequence >= 0),
        bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
        foreign key (organisation_id, file_id) references file (organisation_id, id) on delete cascade`,
      grants: ['insert'],
    });
    // What is kept here is compressed already: trying again only costs time.
    await runner.query('alter table file_chunk alter column bytes set storage external');
  }
}
