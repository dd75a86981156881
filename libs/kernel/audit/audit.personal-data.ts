import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalDataColumn, PersonalDataRegistry } from '@weerbaar/kernel/personal-data';
import { AuditPersonalDataQueries } from './audit-personal-data.repository.js';

const columns: readonly PersonalDataColumn[] = [
  { id: 'occurredAt', label: { nl: 'Tijdstip', en: 'Time' } },
  { id: 'action', label: { nl: 'Handeling', en: 'Action' } },
  { id: 'objectType', label: { nl: 'Soort object', en: 'Kind of object' } },
  { id: 'result', label: { nl: 'Resultaat', en: 'Result' } },
  { id: 'origin', label: { nl: 'Oorsprong', en: 'Origin' } },
];

const purpose = {
  nl: 'Om achteraf te kunnen zien wie wat deed (BIO2, maatregel 8.15.01).',
  en: 'To see afterwards who did what (BIO2, measure 8.15.01).',
};

/** What the log holds of what somebody did, and of what was done to them; never by whom. */
@Injectable()
export class AuditPersonalData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly queries: AuditPersonalDataQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(
      {
        id: 'audit.done-by-you',
        title: { nl: 'Wat u in Weerbaar deed', en: 'What you did in Weerbaar' },
        purpose,
        covers: ['audit_entry.actor_account_id'],
        columns,
        read: (subject, batch) => this.queries.doneBy(subject, batch),
      },
      {
        id: 'audit.done-to-you',
        title: {
          nl: 'Wat anderen met uw gegevens of account deden',
          en: 'What others did with your data or account',
        },
        purpose,
        covers: [],
        columns,
        read: (subject, batch) => this.queries.doneTo(subject, batch),
      },
    );
  }
}
