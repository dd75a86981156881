import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '@weerbaar/kernel/database';

/** Organisations and their addresses are read before it is known whose request it is: no row-level security. */
export class Organisations1795000000001 extends ForwardMigration {
  readonly name = 'Organisations1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
        name text not null check (char_length(name) between 1 and 200),
        created_at timestamptz not null
      )`);
    await runner.query(`
      create table organisation_host (
        host text primary key check (host = lower(host)),
        organisation_id uuid not null references organisation (id),
        purpose text not null check (purpose in ('staff', 'reporters', 'public'))
      )`);
    await runner.query(
      `create index organisation_host_of_organisation on organisation_host (organisation_id)`,
    );
    await runner.query(
      `grant select on organisation, organisation_host to weerbaar_application, weerbaar_relay`,
    );
    await runner.query(`grant select on migration to weerbaar_application`);
  }
}
