import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { SecondFactorRestoration } from './second-factor-restoration.entity.js';

@Injectable()
export class SecondFactorRestorationRepository extends VersionedRepository<SecondFactorRestoration> {
  constructor(transactions: TransactionRunner) {
    super(SecondFactorRestoration, transactions);
  }

  list(page: PageRequest): Promise<[SecondFactorRestoration[], number]> {
    return this.rows.findAndCount({ order: { requestedAt: 'desc', id: 'asc' }, ...limits(page) });
  }

  open(): Promise<SecondFactorRestoration[]> {
    return this.rows.findBy({ confirmedAt: IsNull(), withdrawnAt: IsNull() });
  }

  openOf(accountId: string): Promise<SecondFactorRestoration | null> {
    return this.rows.findOneBy({ accountId, confirmedAt: IsNull(), withdrawnAt: IsNull() });
  }
}
