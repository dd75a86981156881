import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalDataColumn, PersonalDataRegistry } from '@weerbaar/kernel/personal-data';
import { aspectNames, judgementNames } from './assessment/assessment-scale.js';
import { CataloguePersonalDataQueries } from './catalogue-personal-data.repository.js';

const block: readonly PersonalDataColumn[] = [
  { id: 'code', label: { nl: 'Code', en: 'Code' } },
  { id: 'name', label: { nl: 'Bouwsteen', en: 'Building block' } },
];

/** What somebody has to do with building blocks. */
@Injectable()
export class CataloguePersonalData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly queries: CataloguePersonalDataQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(
      {
        id: 'catalogue.owned',
        title: { nl: 'Bouwstenen waarvan u eigenaar bent', en: 'Building blocks you own' },
        purpose: { nl: 'Om te weten wie erover gaat.', en: 'To know who answers for them.' },
        covers: ['building_block.owner_person_id'],
        columns: block,
        read: (subject, batch) => this.queries.owned(subject, batch),
      },
      {
        id: 'catalogue.memberships',
        title: {
          nl: 'Bouwstenen waaraan u meewerkt of meewerkte',
          en: 'Building blocks you work or worked on',
        },
        purpose: { nl: 'Om te weten wie eraan meewerkt.', en: 'To know who works on them.' },
        covers: ['building_block_member.person_id'],
        columns: [
          ...block,
          { id: 'validFrom', label: { nl: 'Eerste dag', en: 'First day' }, isDay: true },
          { id: 'validTo', label: { nl: 'Laatste dag', en: 'Last day' }, isDay: true },
        ],
        read: (subject, batch) => this.queries.memberships(subject, batch),
      },
      {
        id: 'catalogue.assessments',
        title: { nl: 'Toetsen die u vastlegde', en: 'Assessments you recorded' },
        purpose: { nl: 'Om te weten wie iets heeft beoordeeld.', en: 'To know who judged something.' },
        covers: ['assessment.assessed_by'],
        columns: [
          ...block,
          { id: 'aspect', label: { nl: 'Aspect', en: 'Aspect' }, codes: aspectNames },
          { id: 'judgement', label: { nl: 'Oordeel', en: 'Judgement' }, codes: judgementNames },
          { id: 'assessedOn', label: { nl: 'Getoetst op', en: 'Assessed on' }, isDay: true },
          { id: 'reason', label: { nl: 'Reden', en: 'Reason' } },
        ],
        read: (subject, batch) => this.queries.assessments(subject, batch),
      },
      {
        id: 'catalogue.document-versions',
        title: { nl: 'Beleidsdocumenten die u vastlegde', en: 'Policy documents you recorded' },
        purpose: { nl: 'Om te weten wie iets heeft vastgelegd.', en: 'To know who recorded something.' },
        covers: ['policy_document_version.recorded_by'],
        columns: [
          { id: 'title', label: { nl: 'Titel', en: 'Title' } },
          { id: 'number', label: { nl: 'Versie', en: 'Version' } },
          { id: 'changeNote', label: { nl: 'Toelichting', en: 'Note' } },
          { id: 'recordedAt', label: { nl: 'Vastgelegd op', en: 'Recorded on' } },
        ],
        read: (subject, batch) => this.queries.documentVersions(subject, batch),
      },
    );
  }
}
