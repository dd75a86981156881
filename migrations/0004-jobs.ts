import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** The truth about jobs, and the outbox that hands them to the queue after commit. */
export class Jobs1795000000004 extends ForwardMigration {
  readonly name = 'Jobs1795000000004';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'job_run',
      columns: `
        id uuid not null,
        job text not null check (char_length(job) between 1 and 100),
        subject text not null check (char_length(subject) between 1 and 200),
        state text not null check (state in ('queued', 'running', 'done', 'failed')),
        step text check (char_length(step) between 1 and 100),
        progress smallint not null check (progress between 0 and 100),
        error_code text check (error_code ~ '^[a-z0-9-]{1,100}$'),
        attempt integer not null check (attempt >= 0),
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        heartbeat_at timestamptz,
        unique (organisation_id, job, subject),
        check ((state in ('done', 'failed')) = (finished_at is not null)),
        check ((state = 'failed') = (error_code is not null))`,
    });
    // The relay reads the events of all organisations: no row-level security, and ids only.
    await runner.query(`
      create table outbox_event (
        id uuid primary key,
        organisation_id uuid not null default current_setting('app.organisation_id')::uuid,
        job text not null,
        payload jsonb not null check (jsonb_typeof(payload) = 'object'),
        job_run_id uuid not null,
        created_at timestamptz not null,
        not_before timestamptz,
        relayed_at timestamptz,
        foreign key (organisation_id, job_run_id) references job_run (organisation_id, id)
      )`);
    await runner.query(`create index outbox_event_waiting on outbox_event (id) where relayed_at is null`);
    await runner.query(`grant insert on outbox_event to weerbaar_application`);
    await runner.query(`grant select, delete, update (relayed_at) on outbox_event to weerbaar_relay`);
  }
}
