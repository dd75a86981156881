import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/**
 * The audit log. The application may add to it and read it; it can change or remove nothing but the
 * work list of the sealer.
 */
export class Audit1795000000003 extends ForwardMigration {
  readonly name = 'Audit1795000000003';

  async up(runner: QueryRunner): Promise<void> {
    // Milliseconds, as the application knows time: what it can't read back it can't hash either.
    await createOrganisationTable(runner, {
      name: 'audit_entry',
      columns: `
        id uuid not null,
        occurred_at timestamptz(3) not null,
        actor_kind text not null check (actor_kind in ('person', 'system', 'operator')),
        actor_account_id uuid,
        action text not null check (action ~ '^[a-z0-9-]+(\\.[a-z0-9-]+)+$'),
        object_type text not null check (object_type ~ '^[a-z0-9-]+$'),
        object_id text not null check (char_length(object_id) between 1 and 200),
        result text not null check (result in ('done', 'refused', 'failed')),
        origin text not null check (origin in ('web', 'job', 'command', 'setup')),
        correlation_id text not null,
        content_hash bytea not null check (octet_length(content_hash) = 32)`,
      grants: ['insert'],
    });
    await runner.query(`
      create index audit_entry_of_object
        on audit_entry (organisation_id, object_type, object_id, occurred_at desc, id desc)`);

    // Apart from the entry, so that what was written may be erased when its retention ends.
    await createOrganisationTable(runner, {
      name: 'audit_content',
      primaryKey: 'entry_id',
      columns: `
        entry_id uuid not null,
        salt bytea,
        content jsonb,
        erased_at timestamptz(3),
        check ((content is null) = (erased_at is not null)),
        check (salt is not null or content is null),
        foreign key (organisation_id, entry_id) references audit_entry (organisation_id, id)`,
      grants: ['insert'],
    });

    await createOrganisationTable(runner, {
      name: 'audit_unsealed',
      primaryKey: 'entry_id',
      columns: `
        entry_id uuid not null,
        foreign key (organisation_id, entry_id) references audit_entry (organisation_id, id)`,
      grants: ['insert', 'delete'],
    });

    // Their entry leads to the organisation already: a second check would only cost every writer time.
    for (const table of ['audit_content', 'audit_unsealed']) {
      await runner.query(`alter table ${table} drop constraint ${table}_organisation_id_fkey`);
    }

    // No foreign key: the seal of an entry that is gone is the evidence that it is gone.
    await createOrganisationTable(runner, {
      name: 'audit_seal',
      primaryKey: 'sequence',
      columns: `
        sequence bigint not null check (sequence > 0),
        entry_id uuid not null,
        entry_hash bytea not null check (octet_length(entry_hash) = 32),
        chain_hash bytea not null check (octet_length(chain_hash) = 32),
        sealed_at timestamptz(3) not null,
        unique (organisation_id, entry_id)`,
      grants: ['insert'],
    });

    await createOrganisationTable(runner, {
      name: 'audit_checkpoint',
      primaryKey: 'day',
      columns: `
        day date not null,
        sequence bigint not null,
        chain_hash bytea not null check (octet_length(chain_hash) = 32),
        signature bytea not null,
        key_id text not null`,
      grants: ['insert'],
    });
  }
}
