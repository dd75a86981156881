import { Global, Module } from '@nestjs/common';
import { ActorDirectory } from '@weerbaar/kernel/audit';
import { AccountController } from './account/account.controller.js';
import { AccountAdministration } from './account/account-administration.service.js';
import { AccountOverviewRepository } from './account/account-overview.repository.js';
import { PersonDirectory } from './person-directory.js';
import { ActorDirectoryService } from './person/actor-directory.service.js';
import { PersonController } from './person/person.controller.js';
import { PersonDirectoryService } from './person/person-directory.service.js';
import { PersonRepository } from './person/person.repository.js';
import { PersonService } from './person/person.service.js';
import { Administrators } from './role-assignment/administrators.service.js';
import { RoleAssignmentController } from './role-assignment/role-assignment.controller.js';
import { RoleAssignmentRepository } from './role-assignment/role-assignment.repository.js';
import { RoleAssignmentService } from './role-assignment/role-assignment.service.js';
import { SecondFactorRestorationController } from './second-factor-restoration/second-factor-restoration.controller.js';
import { SecondFactorRestorationRepository } from './second-factor-restoration/second-factor-restoration.repository.js';
import { SecondFactorRestorationService } from './second-factor-restoration/second-factor-restoration.service.js';

@Global()
@Module({
  controllers: [
    PersonController,
    AccountController,
    RoleAssignmentController,
    SecondFactorRestorationController,
  ],
  providers: [
    PersonRepository,
    PersonService,
    AccountOverviewRepository,
    AccountAdministration,
    Administrators,
    RoleAssignmentRepository,
    RoleAssignmentService,
    SecondFactorRestorationRepository,
    SecondFactorRestorationService,
    { provide: ActorDirectory, useClass: ActorDirectoryService },
    { provide: PersonDirectory, useClass: PersonDirectoryService },
  ],
  exports: [PersonService, RoleAssignmentService, ActorDirectory, PersonDirectory],
})
export class PeopleModule {}
