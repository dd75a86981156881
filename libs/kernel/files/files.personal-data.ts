import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataRegistry } from '@weerbaar/kernel/personal-data';
import { FilesPersonalDataQueries } from './files-personal-data.repository.js';

@Injectable()
export class FilesPersonalData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly queries: FilesPersonalDataQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      id: 'files.uploaded',
      title: { nl: 'Bestanden die u toevoegde', en: 'Files you added' },
      purpose: {
        nl: 'Om te weten wie een bestand heeft toegevoegd.',
        en: 'To know who added a file.',
      },
      covers: ['file.created_by'],
      columns: [
        { id: 'name', label: { nl: 'Naam', en: 'Name' } },
        { id: 'createdAt', label: { nl: 'Toegevoegd op', en: 'Added on' } },
      ],
      read: (subject, batch) => this.queries.uploaded(subject, batch),
    });
  }
}
