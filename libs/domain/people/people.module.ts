import { Global, Module } from '@nestjs/common';
import { ServiceIdentification } from '@weerbaar/kernel/access';
import { ActorDirectory } from '@weerbaar/kernel/audit';
import { AccountController } from './account/account.controller.js';
import { AccountAdministration } from './account/account-administration.service.js';
import { AccountOverviewRepository } from './account/account-overview.repository.js';
import { DepartmentController } from './department/department.controller.js';
import { DepartmentPeriodRepository, DepartmentRepository } from './department/department.repository.js';
import { DepartmentService } from './department/department.service.js';
import { EmploymentDirectory } from './employment-directory.js';
import { EmploymentController } from './employment/employment.controller.js';
import { EmploymentDirectoryService } from './employment/employment-directory.service.js';
import { EmploymentPeriodRepository, EmploymentRepository } from './employment/employment.repository.js';
import { EmploymentService } from './employment/employment.service.js';
import { ManagerLines } from './employment/manager-lines.service.js';
import { ApplyImport } from './import/apply-import.job.js';
import { EmploymentImportController } from './import/employment-import.controller.js';
import { EmploymentImportRepository } from './import/employment-import.repository.js';
import { EmploymentImportService } from './import/employment-import.service.js';
import { ForgetImports } from './import/forget-imports.job.js';
import { ImportedPeopleRepository } from './import/imported-people.repository.js';
import { PlanImport } from './import/plan-import.job.js';
import { JobFunctionController } from './job-function/job-function.controller.js';
import {
  JobFunctionPeriodRepository,
  JobFunctionRepository,
} from './job-function/job-function.repository.js';
import { JobFunctionService } from './job-function/job-function.service.js';
import { PeopleFigureQueries } from './people-figures.repository.js';
import { PeopleFigures } from './people.figures.js';
import { PeopleNotices } from './people.notices.js';
import { PeoplePersonalData } from './people.personal-data.js';
import { PeoplePersonalDataQueries } from './people-personal-data.repository.js';
import { PeopleTasks } from './people.tasks.js';
import { PersonDirectory } from './person-directory.js';
import { ActorDirectoryService } from './person/actor-directory.service.js';
import { PersonController } from './person/person.controller.js';
import { PersonDirectoryService } from './person/person-directory.service.js';
import { PersonRepository } from './person/person.repository.js';
import { PersonService } from './person/person.service.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalDataExport } from './personal-data/personal-data-export.service.js';
import { DirectoryUserController } from './provisioning/directory-user.controller.js';
import { DirectoryUserRepository } from './provisioning/directory-user.repository.js';
import { DirectoryUserService } from './provisioning/directory-user.service.js';
import { DiscoveryController } from './provisioning/discovery.controller.js';
import { ProvisioningIdentification } from './provisioning/provisioning-identification.js';
import { ProvisioningTokenController } from './provisioning/provisioning-token.controller.js';
import { ProvisioningTokenRepository } from './provisioning/provisioning-token.repository.js';
import { ProvisioningTokenService } from './provisioning/provisioning-token.service.js';
import { Administrators } from './role-assignment/administrators.service.js';
import { RoleAssignmentController } from './role-assignment/role-assignment.controller.js';
import { RoleAssignmentRepository } from './role-assignment/role-assignment.repository.js';
import { RoleAssignmentService } from './role-assignment/role-assignment.service.js';
import { RightsReviewController } from './rights-review/rights-review.controller.js';
import { RightsReviewFigures } from './rights-review/rights-review.figures.js';
import { RightsReviewFigureQueries } from './rights-review/rights-review-figures.repository.js';
import {
  RightsReviewLineRepository,
  RightsReviewRepository,
} from './rights-review/rights-review.repository.js';
import { RightsReviewService } from './rights-review/rights-review.service.js';
import { StartRightsReviewsHandler } from './rights-review/start-rights-reviews.job.js';
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
    RightsReviewController,
    DepartmentController,
    JobFunctionController,
    EmploymentController,
    PersonalDataController,
    ProvisioningTokenController,
    DirectoryUserController,
    DiscoveryController,
    EmploymentImportController,
  ],
  providers: [
    PeopleNotices,
    PersonRepository,
    PersonService,
    AccountOverviewRepository,
    AccountAdministration,
    Administrators,
    RoleAssignmentRepository,
    RoleAssignmentService,
    SecondFactorRestorationRepository,
    SecondFactorRestorationService,
    RightsReviewRepository,
    RightsReviewLineRepository,
    RightsReviewService,
    RightsReviewFigureQueries,
    RightsReviewFigures,
    StartRightsReviewsHandler,
    DepartmentRepository,
    DepartmentPeriodRepository,
    DepartmentService,
    JobFunctionRepository,
    JobFunctionPeriodRepository,
    JobFunctionService,
    EmploymentRepository,
    EmploymentPeriodRepository,
    ManagerLines,
    EmploymentService,
    ProvisioningTokenRepository,
    ProvisioningTokenService,
    DirectoryUserRepository,
    DirectoryUserService,
    EmploymentImportRepository,
    ImportedPeopleRepository,
    EmploymentImportService,
    PlanImport,
    ApplyImport,
    ForgetImports,
    PeopleFigureQueries,
    PeopleFigures,
    PeoplePersonalDataQueries,
    PeoplePersonalData,
    PeopleTasks,
    PersonalDataExport,
    { provide: EmploymentDirectory, useClass: EmploymentDirectoryService },
    { provide: ServiceIdentification, useClass: ProvisioningIdentification },
    { provide: ActorDirectory, useClass: ActorDirectoryService },
    { provide: PersonDirectory, useClass: PersonDirectoryService },
  ],
  exports: [
    PersonService,
    RoleAssignmentService,
    RightsReviewService,
    DepartmentService,
    JobFunctionService,
    EmploymentService,
    ServiceIdentification,
    ActorDirectory,
    EmploymentDirectory,
    PersonDirectory,
  ],
})
export class PeopleModule {}
