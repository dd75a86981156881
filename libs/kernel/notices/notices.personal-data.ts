import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataRegistry } from '@weerbaar/kernel/personal-data';
import { NoticesPersonalDataQueries } from './notices-personal-data.repository.js';

const purpose = { nl: 'Om u te laten weten wat er op u wacht.', en: 'To tell you what waits for you.' };
const createdAt = { id: 'createdAt', label: { nl: 'Gemaakt op', en: 'Made on' } };
const sentAt = { id: 'sentAt', label: { nl: 'Gemaild op', en: 'Mailed on' } };

/** What somebody was told. */
@Injectable()
export class NoticesPersonalData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly queries: NoticesPersonalDataQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(
      {
        id: 'notices.notices',
        title: { nl: 'Meldingen aan u', en: 'Notices to you' },
        purpose,
        covers: ['notice.person_id'],
        columns: [
          { id: 'kind', label: { nl: 'Soort', en: 'Kind' } },
          { id: 'dueOn', label: { nl: 'Uiterlijk op', en: 'Due on' }, isDay: true },
          createdAt,
          sentAt,
        ],
        read: (subject, batch) => this.queries.notices(subject, batch),
      },
      {
        id: 'notices.mails',
        title: { nl: 'Mails met meldingen aan u', en: 'Mails with notices to you' },
        purpose,
        covers: ['notice_mail.person_id'],
        columns: [
          { id: 'digestOf', label: { nl: 'Overzicht van', en: 'Digest of' }, isDay: true },
          createdAt,
          sentAt,
        ],
        read: (subject, batch) => this.queries.mails(subject, batch),
      },
    );
  }
}
