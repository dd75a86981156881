import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';

export interface AttemptCount {
  readonly attempts: number;
  readonly endsAt: Date;
}

@Injectable()
export class AttemptCountRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /**
   * Adds one to each count, all in one statement; a count whose time is over begins anew.
   * @returns the counts as they are now, by key in hexadecimal.
   */
  async add(
    counts: readonly { readonly key: Buffer; readonly endsAt: Date }[],
    now: Date,
  ): Promise<ReadonlyMap<string, AttemptCount>> {
    // In order of key, so that two attempts that share two counts never wait for each other.
    const rows = await this.transactions.manager.query<(AttemptCount & { key: Buffer })[]>(
      `insert into attempt_count as known (key, attempts, ends_at)
       select k, 1, e from unnest($1::bytea[], $2::timestamptz[]) as wanted (k, e) order by k
       on conflict (organisation_id, key) do update
          set attempts = case when known.ends_at <= $3 then 1 else known.attempts + 1 end,
              ends_at = case when known.ends_at <= $3 then excluded.ends_at else known.ends_at end
       returning key, attempts, ends_at as "endsAt"`,
      [counts.map(({ key }) => key), counts.map(({ endsAt }) => endsAt), now],
    );
    return new Map(rows.map(({ key, attempts, endsAt }) => [key.toString('hex'), { attempts, endsAt }]));
  }

  async takeBack(keys: readonly Buffer[]): Promise<void> {
    await this.transactions.manager.query(
      `with wanted as (select key from attempt_count where key = any ($1::bytea[]) order by key for update)
       update attempt_count set attempts = greatest(0, attempts - 1) where key in (select key from wanted)`,
      [[...keys]],
    );
  }

  async removeEnded(now: Date): Promise<void> {
    // Waits for nobody: an attempt that holds one count and wants another can't be waiting for this.
    await this.transactions.manager.query(
      `delete from attempt_count
        where key in (select key from attempt_count where ends_at <= $1 for update skip locked)`,
      [now],
    );
  }
}
