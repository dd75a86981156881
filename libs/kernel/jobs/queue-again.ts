import type { Client } from 'pg';

/**
 * Puts unfinished jobs in line for an empty queue: of a restored database, whose queue is not in the backup.
 * What can't be handed over any more has failed, so that it can be asked for again.
 *
 * @param client past row-level security: for all organisations.
 */
export async function queueUnfinishedJobsAgain(client: Client, moment: Date): Promise<void> {
  await client.query(
    `update outbox_event set relayed_at = null
      where job_run_id in (select id from job_run where state in ('queued', 'running'))`,
  );
  await client.query(
    `update job_run set state = 'failed', step = null, error_code = 'unexpected-error', finished_at = $1
      where state in ('queued', 'running')
        and not exists (select from outbox_event where job_run_id = job_run.id)`,
    [moment],
  );
}
