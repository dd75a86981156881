import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog, difference } from '@weerbaar/kernel/audit';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { OrganisationDirectory, OrganisationSetup } from '@weerbaar/kernel/organisations';
import type { OrganisationProfileChange } from './organisation-profile.dto.js';
import type { OrganisationProfile } from './organisation-profile.entity.js';
import { OrganisationProfileRepository } from './organisation-profile.repository.js';

@Injectable()
export class OrganisationProfileService implements OnModuleInit {
  constructor(
    private readonly profiles: OrganisationProfileRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly setup: OrganisationSetup,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.setup.register({ part: 'organisation-profile', setUp: () => this.begin() });
  }

  current(): Promise<OrganisationProfile> {
    return this.transactions.run(() => this.profiles.current());
  }

  change(actor: Actor, version: number, change: OrganisationProfileChange): Promise<OrganisationProfile> {
    return this.transactions.run(async () => {
      const before = await this.profiles.current();
      const after = await this.profiles.change(before.id, version, { ...change });
      await this.audit.record(actor, {
        action: 'organisation-profile.changed',
        objectType: 'organisation-profile',
        objectId: after.id,
        ...difference(before, after),
      });
      return after;
    });
  }

  private async begin(): Promise<void> {
    const { name } = await this.organisations.own();
    const nobody = { contactName: null, contactPhone: null, contactEmail: null };
    await this.profiles.add({ id: newId(), version: 1, name, ...nobody });
  }
}
