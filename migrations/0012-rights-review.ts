import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** Rights looked at again, line by line (BIO2 5.18.02 and 8.02.01). */
export class RightsReview1795000000012 extends ForwardMigration {
  readonly name = 'RightsReview1795000000012';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'rights_review',
      columns: `
        id uuid not null,
        kind text not null check (kind in ('yearly', 'quarterly')),
        period text not null
            check (period ~ case kind when 'yearly' then '^\\d{4}$' else '^\\d{4}-Q[1-4]$' end),
        reference_day date not null,
        due_day date not null check (due_day >= reference_day),
        started_at timestamptz not null,
        started_by uuid,
        unique (organisation_id, kind, period),
        foreign key (organisation_id, started_by) references account (organisation_id, id)`,
      grants: ['insert'],
    });
    // Nobody reviews their own rights, and who signs is who was asked: whatever road leads here.
    await createOrganisationTable(runner, {
      name: 'rights_review_line',
      columns: `
        id uuid not null,
        version integer not null default 1,
        review_id uuid not null,
        person_id uuid not null,
        assignment_id uuid,
        account_id uuid,
        reviewer_person_id uuid check (reviewer_person_id <> person_id),
        outcome text check (outcome in ('kept', 'withdrawn', 'ended')),
        reason text check (char_length(reason) between 1 and 1000),
        signed_at timestamptz,
        signed_by uuid,
        signed_by_person_id uuid check (signed_by_person_id <> person_id),
        unique (organisation_id, review_id, assignment_id),
        unique (organisation_id, review_id, account_id),
        foreign key (organisation_id, review_id) references rights_review (organisation_id, id),
        foreign key (organisation_id, person_id) references person (organisation_id, id),
        foreign key (organisation_id, assignment_id) references role_assignment (organisation_id, id),
        foreign key (organisation_id, account_id) references account (organisation_id, id),
        foreign key (organisation_id, reviewer_person_id) references person (organisation_id, id),
        foreign key (organisation_id, signed_by) references account (organisation_id, id),
        check (num_nonnulls(assignment_id, account_id) = 1),
        check (num_nonnulls(outcome, signed_at, signed_by, signed_by_person_id) in (0, 4)),
        check (signed_at is null or signed_by_person_id is not distinct from reviewer_person_id),
        check (outcome <> 'withdrawn' or reason is not null)`,
      grants: ['insert'],
    });
    await runner.query(`
      grant update (version, reviewer_person_id, outcome, reason, signed_at, signed_by, signed_by_person_id)
        on rights_review_line to weerbaar_application`);
    await runner.query(`
      create policy rights_review_line_signed_once on rights_review_line as restrictive
        for update using (signed_at is null) with check (true)`);
    await runner.query(`
      create index rights_review_line_of_reviewer
        on rights_review_line (organisation_id, reviewer_person_id, signed_at)`);
    await runner.query(`
      create index rights_review_line_of_person on rights_review_line (organisation_id, person_id)`);
  }
}
