import { Module } from '@nestjs/common';
import type { EntityClass } from '@weerbaar/kernel/database';
import { HouseStyleController } from './house-style.controller.js';
import { HouseStyle } from './house-style.entity.js';
import { HouseStyleRepository } from './house-style.repository.js';
import { HouseStyleService } from './house-style.service.js';

export const houseStyleEntities: readonly EntityClass[] = [HouseStyle];

@Module({
  controllers: [HouseStyleController],
  providers: [HouseStyleRepository, HouseStyleService],
  exports: [HouseStyleService],
})
export class HouseStyleModule {}
