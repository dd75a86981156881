import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { Problem } from '@weerbaar/kernel/problems';
import { BuildingBlockDirectory, type KnownBuildingBlock } from '../building-block-directory.js';
import type { BuildingBlock } from './building-block.entity.js';
import { BuildingBlockRepository } from './building-block.repository.js';

@Injectable()
export class BuildingBlockDirectoryService extends BuildingBlockDirectory {
  constructor(
    private readonly blocks: BuildingBlockRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, KnownBuildingBlock>> {
    const blocks = await this.blocks.byIds([...new Set(ids)]);
    return new Map(blocks.map((block) => [block.id, known(block)]));
  }

  async requireInForce(buildingBlockId: string, path: string): Promise<void> {
    const block = await this.blocks.find(buildingBlockId);
    if (!block) {
      throw Problem.invalid({
        path,
        code: 'unknown-building-block',
        message: { nl: 'Deze bouwsteen kennen wij niet.', en: 'We do not know this building block.' },
      });
    }
    if (this.hasEnded(block)) {
      throw Problem.invalid({
        path,
        code: 'ended-building-block',
        message: { nl: 'Deze bouwsteen is beëindigd.', en: 'This building block has ended.' },
      });
    }
  }

  async ended(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const blocks = await this.blocks.byIds([...new Set(ids)]);
    return new Set(blocks.filter((block) => this.hasEnded(block)).map(({ id }) => id));
  }

  async inForceOn(day: string): Promise<readonly KnownBuildingBlock[]> {
    return (await this.blocks.inForceOn(day)).map(known);
  }

  private hasEnded({ validTo }: BuildingBlock): boolean {
    return validTo !== null && validTo < this.clock.today();
  }
}

function known({ id, code, name, theme }: BuildingBlock): KnownBuildingBlock {
  return { id, code, name, theme };
}
