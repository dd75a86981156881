import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalDataColumn, PersonalDataRegistry } from '@weerbaar/kernel/personal-data';
import { AnnualCyclePersonalDataQueries } from './annual-cycle-personal-data.repository.js';
import { actionStatusNames } from './reference-content/code-names.js';

const year: PersonalDataColumn = { id: 'year', label: { nl: 'Jaar', en: 'Year' } };
const quarter: PersonalDataColumn = { id: 'quarter', label: { nl: 'Kwartaal', en: 'Quarter' } };
const action: PersonalDataColumn = { id: 'title', label: { nl: 'Actie', en: 'Action' } };
const status: PersonalDataColumn = {
  id: 'status',
  label: { nl: 'Status', en: 'Status' },
  codes: actionStatusNames,
};
const recordedAt: PersonalDataColumn = {
  id: 'recordedAt',
  label: { nl: 'Vastgelegd op', en: 'Recorded on' },
};

/** What somebody does in the yearly cycle. */
@Injectable()
export class AnnualCyclePersonalData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly queries: AnnualCyclePersonalDataQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(
      {
        id: 'annual-cycle.actions',
        title: { nl: 'Acties waarvan u eigenaar bent', en: 'Actions you own' },
        purpose: { nl: 'Om te weten wie een actie doet.', en: 'To know who does an action.' },
        covers: ['action.owner_person_id'],
        columns: [
          year,
          { id: 'number', label: { nl: 'Nummer', en: 'Number' } },
          action,
          { id: 'intendedResult', label: { nl: 'Beoogd resultaat', en: 'Intended result' } },
          quarter,
          status,
        ],
        read: (subject, batch) => this.queries.actions(subject, batch),
      },
      {
        id: 'annual-cycle.progress',
        title: { nl: 'Wat u meldde over acties', en: 'What you reported of actions' },
        purpose: { nl: 'Om te weten hoe acties verlopen.', en: 'To know how actions go.' },
        covers: ['action_progress.recorded_by'],
        columns: [
          action,
          year,
          quarter,
          status,
          { id: 'note', label: { nl: 'Tekst', en: 'Text' } },
          recordedAt,
        ],
        read: (subject, batch) => this.queries.progress(subject, batch),
      },
      {
        id: 'annual-cycle.reminders',
        title: {
          nl: 'Herinneringen aan u om voortgang te melden',
          en: 'Reminders to you to report progress',
        },
        purpose: {
          nl: 'Om niemand twee keer op een dag te herinneren.',
          en: 'To remind nobody twice on a day.',
        },
        covers: ['progress_reminder.person_id'],
        columns: [
          year,
          quarter,
          { id: 'remindedAt', label: { nl: 'Laatst herinnerd op', en: 'Last reminded on' } },
        ],
        read: (subject, batch) => this.queries.reminders(subject, batch),
      },
      {
        id: 'annual-cycle.decisions',
        title: { nl: 'Besluiten die u vastlegde', en: 'Decisions you recorded' },
        purpose: {
          nl: 'Om te weten wie een besluit heeft vastgelegd.',
          en: 'To know who recorded a decision.',
        },
        covers: ['adoption_decision.recorded_by'],
        columns: [
          year,
          {
            id: 'kind',
            label: { nl: 'Document', en: 'Document' },
            codes: {
              plan: { nl: 'Jaarplan', en: 'Annual plan' },
              report: { nl: 'Jaarverslag', en: 'Annual report' },
            },
          },
          {
            id: 'outcome',
            label: { nl: 'Uitkomst', en: 'Outcome' },
            codes: {
              approved: { nl: 'Goedgekeurd', en: 'Approved' },
              discussed: { nl: 'Besproken', en: 'Discussed' },
              informed: { nl: 'Ter kennis genomen', en: 'Informed' },
              'sent-back': { nl: 'Teruggestuurd', en: 'Sent back' },
            },
          },
          { id: 'decidedOn', label: { nl: 'Besloten op', en: 'Decided on' }, isDay: true },
          recordedAt,
        ],
        read: (subject, batch) => this.queries.decisions(subject, batch),
      },
    );
  }
}
