import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { AdoptionRoute } from './adoption-route.entity.js';

@Injectable()
export class AdoptionRouteRepository extends VersionedRepository<AdoptionRoute> {
  constructor(transactions: TransactionRunner) {
    super(AdoptionRoute, transactions);
  }

  /** An organisation has one route, from its first day. */
  async current(): Promise<AdoptionRoute> {
    const [route] = await this.rows.find({ take: 1 });
    if (!route) throw new Problem('not-found');
    return route;
  }
}
