import { Module } from '@nestjs/common';
import type { EntityClass } from '@weerbaar/kernel/database';
import { OrganisationProfileController } from './organisation-profile.controller.js';
import { OrganisationProfile } from './organisation-profile.entity.js';
import { OrganisationProfileRepository } from './organisation-profile.repository.js';
import { OrganisationProfileService } from './organisation-profile.service.js';

export const organisationProfileEntities: readonly EntityClass[] = [OrganisationProfile];

@Module({
  controllers: [OrganisationProfileController],
  providers: [OrganisationProfileRepository, OrganisationProfileService],
  exports: [OrganisationProfileService],
})
export class OrganisationProfileModule {}
