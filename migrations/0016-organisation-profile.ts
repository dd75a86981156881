import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** How an organisation calls itself and whom people ask about Weerbaar; for those that are there already as well. */
export class OrganisationProfile1795000000016 extends ForwardMigration {
  readonly name = 'OrganisationProfile1795000000016';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'organisation_profile',
      columns: `
        id uuid not null default gen_random_uuid(),
        version integer not null default 1,
        name text not null check (char_length(name) between 1 and 200),
        contact_name text check (char_length(contact_name) between 1 and 200),
        contact_phone text check (char_length(contact_phone) between 1 and 30),
        contact_email text check (char_length(contact_email) between 1 and 254),
        unique (organisation_id)`,
      grants: ['insert', 'update'],
    });
    const organisations = (await runner.query('select id, name from organisation')) as {
      id: string;
      name: string;
    }[];
    for (const { id, name } of organisations) {
      await runner.query(`select set_config('app.organisation_id', $1, true)`, [id]);
      await runner.query(`insert into organisation_profile (name) values ($1)`, [name]);
    }
  }
}
