import { Global, Module } from '@nestjs/common';
import { OrganisationCreation } from './organisation-creation.repository.js';
import { OrganisationDirectory } from './organisation-directory.repository.js';
import { OrganisationSetup } from './organisation-setup.js';

@Global()
@Module({
  providers: [OrganisationDirectory, OrganisationCreation, OrganisationSetup],
  exports: [OrganisationDirectory, OrganisationCreation, OrganisationSetup],
})
export class OrganisationsModule {}
