import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { OrganisationProfile } from './organisation-profile.entity.js';

@Injectable()
export class OrganisationProfileRepository extends VersionedRepository<OrganisationProfile> {
  constructor(transactions: TransactionRunner) {
    super(OrganisationProfile, transactions);
  }

  async current(): Promise<OrganisationProfile> {
    const [profile] = await this.rows.find({ take: 1 });
    if (!profile) throw new Problem('not-found');
    return profile;
  }
}
