import { Injectable } from '@nestjs/common';
import type { TakenFigure } from '@weerbaar/core/figures';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { type FiguresSnapshot, hashOfFigures, periodOf } from './figures-snapshot.js';
import { FiguresSnapshotRepository } from './figures-snapshot.repository.js';

@Injectable()
export class FiguresSnapshotService {
  constructor(
    private readonly registry: FigureRegistry,
    private readonly snapshots: FiguresSnapshotRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Takes every figure of every register, all at the same moment: in no other transaction, and kept by nobody yet. */
  take(_actor: Actor, year: number): Promise<FiguresSnapshot> {
    const period = periodOf(year, this.clock.today());
    return this.transactions.runFrozen(async () => {
      const figures: TakenFigure[] = [];
      // One after another: they share the connection of the transaction.
      for (const source of this.registry.all()) {
        figures.push({
          definition: source.definition,
          value: await source.take(period),
          period,
          runId: newId(),
        });
      }
      return {
        id: newId(),
        year,
        referenceDate: period.referenceDate,
        takenAt: this.clock.now(),
        hash: hashOfFigures(figures),
        figures,
      };
    });
  }

  /** Keeps what was taken, together with what refers to it. */
  keep(actor: Actor, snapshot: FiguresSnapshot): Promise<void> {
    return this.transactions.run(async () => {
      const { id, year, referenceDate, hash } = snapshot;
      await this.snapshots.add(snapshot);
      await this.audit.record(actor, {
        action: 'annual-cycle.figures-taken',
        objectType: 'figures-snapshot',
        objectId: id,
        after: { year, referenceDate, hash },
      });
    });
  }
}
