import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** When an owner was last asked once more how their actions of a quarter go: one row for a person and quarter. */
export class ProgressReminders1795000000017 extends ForwardMigration {
  readonly name = 'ProgressReminders1795000000017';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'progress_reminder',
      columns: `
        id uuid not null,
        cycle_id uuid not null,
        quarter smallint not null check (quarter between 1 and 4),
        person_id uuid not null,
        reminded_at timestamptz not null,
        reminded_on date not null,
        unique (organisation_id, cycle_id, quarter, person_id),
        foreign key (organisation_id, cycle_id) references annual_cycle (organisation_id, id),
        foreign key (organisation_id, person_id) references person (organisation_id, id)`,
      grants: ['insert', 'update'],
    });
  }
}
