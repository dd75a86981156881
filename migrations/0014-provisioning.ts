import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** The directory of an organisation (Entra ID, Keycloak) tells by SCIM who works there: its tokens, and what it told. */
export class Provisioning1795000000014 extends ForwardMigration {
  readonly name = 'Provisioning1795000000014';

  async up(runner: QueryRunner): Promise<void> {
    await this.auditedServices(runner);
    await this.tokens(runner);
    await this.directoryUsers(runner);
  }

  private async auditedServices(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_entry
        drop constraint audit_entry_actor_kind_check,
        add constraint audit_entry_actor_kind_check
          check (actor_kind in ('person', 'system', 'operator', 'service')) not valid`);
  }

  private async tokens(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'provisioning_token',
      columns: `
        id uuid not null,
        label text not null check (char_length(label) between 1 and 100),
        token_hash bytea not null check (octet_length(token_hash) = 32),
        made_by uuid not null,
        made_at timestamptz not null,
        last_day date not null,
        last_used_on date,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        unique (organisation_id, token_hash),
        foreign key (organisation_id, made_by) references account (organisation_id, id),
        foreign key (organisation_id, withdrawn_by) references account (organisation_id, id),
        check ((withdrawn_at is null) = (withdrawn_by is null))`,
      grants: ['insert'],
    });
    // A token is made once: it gets no other secret, and lasts no longer.
    await runner.query(`
      grant update (last_used_on, withdrawn_by, withdrawn_at) on provisioning_token to weerbaar_application`);
  }

  private async directoryUsers(runner: QueryRunner): Promise<void> {
    // The name without capitals is a column: under row-level security an index on lower() would not be used.
    await createOrganisationTable(runner, {
      name: 'directory_user',
      columns: `
        id uuid not null,
        version integer not null default 1,
        person_id uuid not null,
        account_id uuid not null,
        external_id text check (char_length(external_id) between 1 and 255),
        user_name text not null check (char_length(user_name) between 1 and 254),
        user_name_key text not null check (user_name_key = lower(user_name_key)),
        display_name text check (char_length(display_name) between 1 and 200),
        formatted_name text check (char_length(formatted_name) between 1 and 200),
        given_name text check (char_length(given_name) between 1 and 200),
        family_name text check (char_length(family_name) between 1 and 200),
        email text check (char_length(email) between 1 and 254),
        employee_number text check (char_length(employee_number) between 1 and 50),
        created_at timestamptz not null,
        changed_at timestamptz not null,
        closed_at timestamptz,
        removed_at timestamptz,
        foreign key (organisation_id, person_id) references person (organisation_id, id),
        foreign key (organisation_id, account_id) references account (organisation_id, id)`,
      grants: ['insert', 'update'],
    });
    // What was removed in the directory stands in nobody's way (RFC 7644, 3.6).
    for (const column of ['account_id', 'external_id', 'user_name_key', 'employee_number']) {
      await runner.query(`
        create unique index directory_user_by_${column} on directory_user (organisation_id, ${column})
          where removed_at is null`);
    }
    await runner.query(`
      create index directory_user_removed on directory_user (organisation_id, external_id)
        where removed_at is not null`);
  }
}
