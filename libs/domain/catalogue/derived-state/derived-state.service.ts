import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { BuildingBlockRepository } from '../building-block/building-block.repository.js';
import { type DerivedAspect, deriveState } from './derived-state.js';
import type { DerivedState } from './derived-state.entity.js';
import { DerivedStateRepository } from './derived-state.repository.js';

/** Keeps the state that follows from the records in step with them. */
@Injectable()
export class DerivedStateService {
  constructor(
    private readonly states: DerivedStateRepository,
    private readonly blocks: BuildingBlockRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks again at blocks after a change, in the transaction of that change.
   * @returns the blocks of which the state changed. Doing it twice changes nothing the second time.
   */
  async refresh(buildingBlockIds: readonly string[]): Promise<readonly string[]> {
    const today = this.clock.today();
    const known = new Set((await this.states.current(buildingBlockIds)).map(keyOf));
    const derived = await this.states.evidenceOf(buildingBlockIds, today);
    const changed = derived.flatMap(({ buildingBlockId, evidence }) =>
      deriveState(evidence, today)
        .filter((aspect) => !known.has(keyOf({ buildingBlockId, ...aspect })))
        .map((aspect) => ({ id: newId(), buildingBlockId, recordedOn: today, ...aspect })),
    );
    await this.states.addAll(changed);
    return [...new Set(changed.map(({ buildingBlockId }) => buildingBlockId))];
  }

  /** Looks again at every block in force: states also change because time passes. */
  refreshAll(_actor: Actor): Promise<void> {
    return this.transactions.run(async () => {
      const blocks = await this.blocks.inForceOn(this.clock.today());
      const changed = await this.refresh(blocks.map(({ id }) => id));
      for (const id of changed) await this.blocks.touch(id);
    });
  }

  /** The states a block went through, the latest first. */
  history(_actor: Actor, buildingBlockId: string, page: PageRequest): Promise<Page<DerivedState>> {
    return this.transactions.run(async () => {
      await this.blocks.get(buildingBlockId);
      return pageOf(page, await this.states.ofBlock(buildingBlockId, page));
    });
  }
}

function keyOf({
  buildingBlockId,
  aspect,
  judgement,
  grounds,
}: DerivedAspect & { buildingBlockId: string }): string {
  return [buildingBlockId, aspect, judgement, grounds].join(' ');
}
