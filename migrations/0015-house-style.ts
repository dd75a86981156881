import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** Two colours and a logo for every organisation, those that are there already included. */
export class HouseStyle1795000000015 extends ForwardMigration {
  readonly name = 'HouseStyle1795000000015';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'house_style',
      columns: `
        id uuid not null default gen_random_uuid(),
        version integer not null default 1,
        brand_colour text not null default '#0b3a4f' check (brand_colour ~ '^#[0-9a-f]{6}$'),
        action_colour text not null default '#0b5a7a' check (action_colour ~ '^#[0-9a-f]{6}$'),
        logo_file_id uuid,
        unique (organisation_id),
        foreign key (organisation_id, logo_file_id) references file (organisation_id, id)`,
      grants: ['insert', 'update'],
    });
    const organisations = (await runner.query('select id from organisation')) as { id: string }[];
    for (const { id } of organisations) {
      await runner.query(`select set_config('app.organisation_id', $1, true)`, [id]);
      await runner.query(`insert into house_style default values`);
    }
  }
}
