import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '@weerbaar/kernel/database';

/** Why nothing is done about a finding in the year of the plan; without a reason it waits for an action. */
export class FindingsWithoutAction1795000000020 extends ForwardMigration {
  readonly name = 'FindingsWithoutAction1795000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table finding add reason_for_no_action text
        check (char_length(reason_for_no_action) between 1 and 1000)`);
  }
}
