import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** What people are told is waiting for them, the mails that tell it, and how each of them wants to be told. */
export class Notices1795000000011 extends ForwardMigration {
  readonly name = 'Notices1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'mail_preference',
      primaryKey: 'account_id',
      columns: `
        account_id uuid not null,
        version integer not null,
        language text check (language in ('nl', 'en')),
        timing text not null check (timing in ('at-once', 'daily', 'never')),
        foreign key (organisation_id, account_id) references account (organisation_id, id)`,
      grants: ['insert', 'update'],
    });

    // Without a day: a mail about one notice, at once.
    await createOrganisationTable(runner, {
      name: 'notice_mail',
      columns: `
        id uuid not null,
        person_id uuid not null,
        digest_of date,
        created_at timestamptz not null,
        sent_at timestamptz,
        foreign key (organisation_id, person_id) references person (organisation_id, id),
        unique (organisation_id, person_id, digest_of)`,
    });
    // What could not be sent waits for the next day: two digests for one person are never on their way together.
    await runner.query(`
      create unique index notice_mail_open_digest on notice_mail (organisation_id, person_id)
        where digest_of is not null and sent_at is null`);
    await runner.query(`
      create index notice_mail_by_age on notice_mail (organisation_id, created_at)`);

    await createOrganisationTable(runner, {
      name: 'notice',
      columns: `
        id uuid not null,
        kind text not null check (kind ~ '^[a-z][a-z-]*[.][a-z][a-z-]*$' and char_length(kind) <= 100),
        person_id uuid not null,
        subject_id uuid not null,
        path text not null check (path ~ '^/([a-z0-9][a-z0-9/-]*)?$' and char_length(path) <= 200),
        due_on date,
        created_at timestamptz not null,
        mail_id uuid,
        foreign key (organisation_id, person_id) references person (organisation_id, id),
        foreign key (organisation_id, mail_id) references notice_mail (organisation_id, id) on delete set null (mail_id),
        unique nulls not distinct (organisation_id, kind, person_id, subject_id, due_on)`,
    });
    await runner.query(`create index notice_of_subject on notice (organisation_id, subject_id, kind)`);
    await runner.query(`create index notice_of_mail on notice (organisation_id, mail_id)`);
    await runner.query(`
      create index notice_waiting on notice (organisation_id, person_id) where mail_id is null`);
  }
}
