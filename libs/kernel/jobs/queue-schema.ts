import { runMigrations } from 'bullmq';
import type { Client } from 'pg';
import { queueRole } from '@weerbaar/kernel/database';

export const queueSchema = 'queue';

/**
 * Makes or updates the schema of the queue, as the owner of the database. Connections of api and
 * worker never do this: the role of the queue may use its tables and make none.
 */
export async function prepareQueueSchema(client: Client): Promise<void> {
  await runMigrations(client, queueSchema);
  await client.query(`grant usage on schema ${queueSchema} to ${queueRole}`);
  for (const [kind, rights] of Object.entries({
    tables: 'select, insert, update, delete',
    sequences: 'usage, select',
    functions: 'execute',
  })) {
    await client.query(`grant ${rights} on all ${kind} in schema ${queueSchema} to ${queueRole}`);
    await client.query(
      `alter default privileges in schema ${queueSchema} grant ${rights} on ${kind} to ${queueRole}`,
    );
  }
}
