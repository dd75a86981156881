import { Global, Module } from '@nestjs/common';
import { PersonalDataModule } from '@weerbaar/kernel/personal-data';
import { DatabaseFileStore } from './database-file-store.js';
import { FileStore } from './file-store.js';
import { FileRepository } from './file.repository.js';
import { FilesPersonalData } from './files.personal-data.js';
import { FilesPersonalDataQueries } from './files-personal-data.repository.js';

/** The place where the store of files is chosen. */
@Global()
@Module({
  imports: [PersonalDataModule],
  providers: [
    FileRepository,
    FilesPersonalDataQueries,
    FilesPersonalData,
    { provide: FileStore, useClass: DatabaseFileStore },
  ],
  exports: [FileStore],
})
export class FilesModule {}
