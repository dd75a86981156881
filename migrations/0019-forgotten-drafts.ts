import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '@weerbaar/kernel/database';

/** Drafts that a later one took the place of may be forgotten, and the figures that only they were made of. */
export class ForgottenDrafts1795000000019 extends ForwardMigration {
  readonly name = 'ForgottenDrafts1795000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant delete on rendering, rendered_file, figures_snapshot to weerbaar_application');
    // What was submitted, adopted or published stays, also when code has a fault: the database refuses.
    const isDraft = (rendering: string) => `${rendering}.content->>'status' = 'draft'`;
    await runner.query(`
      create policy rendering_forgotten_as_draft on rendering as restrictive for delete
        using (${isDraft('rendering')})`);
    await runner.query(`
      create policy rendered_file_forgotten_as_draft on rendered_file as restrictive for delete
        using (exists (select from rendering r where r.organisation_id = rendered_file.organisation_id
                          and r.id = rendered_file.rendering_id and ${isDraft('r')}))`);
    await runner.query(`
      create policy figures_snapshot_forgotten_when_unused on figures_snapshot as restrictive for delete
        using (not exists (select from rendering r where r.organisation_id = figures_snapshot.organisation_id
                              and r.content->>'snapshotId' = figures_snapshot.id::text))`);
  }
}
