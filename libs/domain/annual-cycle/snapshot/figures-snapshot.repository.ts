import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import type { FiguresSnapshot } from './figures-snapshot.js';

@Injectable()
export class FiguresSnapshotRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async add(snapshot: FiguresSnapshot): Promise<void> {
    await this.transactions.manager.query(
      `insert into figures_snapshot (id, year, reference_date, taken_at, hash, figures) values ($1, $2, $3, $4, $5, $6)`,
      [
        snapshot.id,
        snapshot.year,
        snapshot.referenceDate,
        snapshot.takenAt,
        snapshot.hash,
        // Serialised here and not by the driver: an array would become a PostgreSQL array.
        JSON.stringify(snapshot.figures),
      ],
    );
  }

  /** Those that were taken before a moment, and of which no document and no rendering is made. */
  async forgetUnused(before: Date): Promise<void> {
    await this.transactions.manager.query(
      `delete from figures_snapshot s
        where s.taken_at < $1
          and not exists (select from annual_document d where d.snapshot_id = s.id)
          and not exists (select from rendering r where r.content->>'snapshotId' = s.id::text)`,
      [before],
    );
  }

  /** @throws Problem `not-found`. */
  async get(id: string): Promise<FiguresSnapshot> {
    const [snapshot] = await this.transactions.manager.query<FiguresSnapshot[]>(
      `select id, year, to_char(reference_date, 'YYYY-MM-DD') as "referenceDate", taken_at as "takenAt", hash, figures
         from figures_snapshot where id = $1`,
      [id],
    );
    if (!snapshot) throw new Problem('not-found');
    return snapshot;
  }
}
