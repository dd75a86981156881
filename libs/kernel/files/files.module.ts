import { Global, Module } from '@nestjs/common';
import { DatabaseFileStore } from './database-file-store.js';
import { FileStore } from './file-store.js';
import { FileRepository } from './file.repository.js';

/** The place where the store of files is chosen. */
@Global()
@Module({
  providers: [FileRepository, { provide: FileStore, useClass: DatabaseFileStore }],
  exports: [FileStore],
})
export class FilesModule {}
