import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { HouseStyle } from './house-style.entity.js';

@Injectable()
export class HouseStyleRepository extends VersionedRepository<HouseStyle> {
  constructor(transactions: TransactionRunner) {
    super(HouseStyle, transactions);
  }

  async current(): Promise<HouseStyle> {
    const [style] = await this.rows.find({ take: 1 });
    if (!style) throw new Problem('not-found');
    return style;
  }
}
