import { Global, Module } from '@nestjs/common';
import { PersonDirectory } from './person-directory.js';
import { PersonController } from './person/person.controller.js';
import { PersonDirectoryService } from './person/person-directory.service.js';
import { PersonRepository } from './person/person.repository.js';
import { PersonService } from './person/person.service.js';

@Global()
@Module({
  controllers: [PersonController],
  providers: [
    PersonRepository,
    PersonService,
    { provide: PersonDirectory, useClass: PersonDirectoryService },
  ],
  exports: [PersonService, PersonDirectory],
})
export class PeopleModule {}
