import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '@weerbaar/kernel/database';

/**
 * One index for each way of asking the audit log. All end in the order of the answer, newest first: a page
 * is a short walk along one of them, however many entries there are.
 */
export class AuditReading1795000000009 extends ForwardMigration {
  readonly name = 'AuditReading1795000000009';

  async up(runner: QueryRunner): Promise<void> {
    // Codes are compared byte by byte: the actions of a part are then one range, whatever the language of the database.
    await runner.query(`alter table audit_entry alter column action type text collate "C"`);

    await runner.query(`
      create index audit_entry_by_time on audit_entry (organisation_id, occurred_at desc, id desc)`);
    await runner.query(`
      create index audit_entry_of_action on audit_entry (organisation_id, action, occurred_at desc, id desc)`);
    await runner.query(`
      create index audit_entry_of_actor
        on audit_entry (organisation_id, actor_account_id, occurred_at desc, id desc)
        where actor_account_id is not null`);
    await runner.query(`
      create index audit_entry_of_object_type
        on audit_entry (organisation_id, object_type, occurred_at desc, id desc)`);
    // By id first: an id is of one type, so this serves whoever asks with the type and whoever asks without.
    await runner.query(`drop index audit_entry_of_object`);
    await runner.query(`
      create index audit_entry_of_object on audit_entry (organisation_id, object_id, occurred_at desc, id desc)`);
    // Nearly everything is done; what was refused or failed is what one looks for.
    await runner.query(`
      create index audit_entry_not_done on audit_entry (organisation_id, result, occurred_at desc, id desc)
        where result <> 'done'`);
  }
}
