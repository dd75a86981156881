import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '@weerbaar/kernel/database';

/** Who had a document made. Of what was made before it is not known. */
export class RenderingRequester1795000000018 extends ForwardMigration {
  readonly name = 'RenderingRequester1795000000018';

  async up(runner: QueryRunner): Promise<void> {
    // Not looked at in what is there: it is empty, and no organisation is at hand here.
    await runner.query(
      `alter table rendering
         add requested_by uuid,
         add foreign key (organisation_id, requested_by) references account not valid`,
    );
    await runner.query(
      `create index rendering_of_document on rendering (organisation_id, document_id, requested_at)`,
    );
  }
}
