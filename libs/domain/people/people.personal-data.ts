import { Injectable, type OnModuleInit } from '@nestjs/common';
import { roleNames } from '@weerbaar/kernel/context';
import {
  type PersonalDataColumn,
  PersonalDataRegistry,
  type PersonalDataSource,
} from '@weerbaar/kernel/personal-data';
import { employmentKinds } from './employment/employment.entity.js';
import { PeoplePersonalDataQueries } from './people-personal-data.repository.js';
import { outcomeNames } from './rights-review/rights-review-line.entity.js';

const validity: readonly PersonalDataColumn[] = [
  { id: 'validFrom', label: { nl: 'Eerste dag', en: 'First day' }, isDay: true },
  { id: 'validTo', label: { nl: 'Laatste dag', en: 'Last day' }, isDay: true },
];
const role: PersonalDataColumn = { id: 'role', label: { nl: 'Rol', en: 'Role' }, codes: roleNames };
const endedAt: PersonalDataColumn = { id: 'endedAt', label: { nl: 'Beëindigd op', en: 'Ended on' } };
const reviewed: readonly PersonalDataColumn[] = [
  { id: 'period', label: { nl: 'Periode', en: 'Period' } },
  { id: 'role', label: { nl: 'Rol; leeg: uw account', en: 'Role; empty: your account' }, codes: roleNames },
  { id: 'outcome', label: { nl: 'Uitkomst', en: 'Outcome' }, codes: outcomeNames },
  { id: 'signedAt', label: { nl: 'Afgetekend op', en: 'Signed on' } },
];

/** Who somebody is here, where they work and which roles they hold. */
@Injectable()
export class PeoplePersonalData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly queries: PeoplePersonalDataQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(...this.work(), ...this.sources(), ...this.rights(), ...this.reviews());
  }

  private work(): readonly PersonalDataSource[] {
    return [
      {
        id: 'people.person',
        title: { nl: 'Wie u bent', en: 'Who you are' },
        purpose: { nl: 'Om te weten wie hier werkt.', en: 'To know who works here.' },
        covers: ['person_name_word.person_id'],
        columns: [
          { id: 'name', label: { nl: 'Naam', en: 'Name' } },
          { id: 'jobTitle', label: { nl: 'Functie', en: 'Job title' } },
          { id: 'email', label: { nl: 'E-mailadres', en: 'Mail address' } },
        ],
        read: (subject, batch) => this.queries.person(subject, batch),
      },
      {
        id: 'people.employments',
        title: { nl: 'Waar u werkt en werkte', en: 'Where you work and worked' },
        purpose: {
          nl: 'Om te weten wie waar en onder wie werkte, ook later.',
          en: 'To know who worked where and under whom, also afterwards.',
        },
        covers: ['employment.person_id', 'employment_period.person_id'],
        columns: [
          { id: 'personnelNumber', label: { nl: 'Personeelsnummer', en: 'Personnel number' } },
          { id: 'kind', label: { nl: 'Soort', en: 'Kind' }, codes: employmentKinds },
          { id: 'department', label: { nl: 'Afdeling', en: 'Department' } },
          { id: 'jobFunction', label: { nl: 'Functie', en: 'Function' } },
          { id: 'hoursPerWeek', label: { nl: 'Uren per week', en: 'Hours a week' } },
          { id: 'hasOwnManager', label: { nl: 'Eigen leidinggevende', en: 'Manager of your own' } },
          ...validity,
        ],
        read: (subject, batch) => this.queries.employments(subject, batch),
      },
      {
        id: 'people.departments-managed',
        title: { nl: 'Afdelingen die u leidt of leidde', en: 'Departments you manage or managed' },
        purpose: { nl: 'Om te weten wie waarover ging.', en: 'To know who was in charge.' },
        covers: ['department_period.manager_person_id'],
        columns: [{ id: 'name', label: { nl: 'Afdeling', en: 'Department' } }, ...validity],
        read: (subject, batch) => this.queries.departmentsManaged(subject, batch),
      },
    ];
  }

  /** From where others tell us of people. */
  private sources(): readonly PersonalDataSource[] {
    return [
      {
        id: 'people.directory-users',
        title: { nl: 'Wat de directory over u doorgeeft', en: 'What the directory tells of you' },
        purpose: { nl: 'Om uw account bij te houden.', en: 'To keep your account up to date.' },
        covers: ['directory_user.person_id', 'directory_user.account_id'],
        columns: [
          { id: 'userName', label: { nl: 'Gebruikersnaam', en: 'User name' } },
          { id: 'externalId', label: { nl: 'Kenmerk in de directory', en: 'Identifier in the directory' } },
          { id: 'formattedName', label: { nl: 'Volledige naam', en: 'Formatted name' } },
          { id: 'givenName', label: { nl: 'Voornaam', en: 'Given name' } },
          { id: 'familyName', label: { nl: 'Achternaam', en: 'Family name' } },
          { id: 'displayName', label: { nl: 'Weergavenaam', en: 'Display name' } },
          { id: 'email', label: { nl: 'E-mailadres', en: 'Mail address' } },
          { id: 'employeeNumber', label: { nl: 'Personeelsnummer', en: 'Personnel number' } },
          { id: 'createdAt', label: { nl: 'Eerst doorgegeven op', en: 'First told on' } },
          { id: 'changedAt', label: { nl: 'Laatst gewijzigd op', en: 'Last changed on' } },
          { id: 'removedAt', label: { nl: 'Verwijderd op', en: 'Removed on' } },
        ],
        read: (subject, batch) => this.queries.directoryUsers(subject, batch),
      },
      {
        id: 'people.import-lines',
        title: { nl: 'Importregels over u', en: 'Import lines about you' },
        purpose: {
          nl: 'Om bij te houden wat uit het personeelssysteem kwam.',
          en: 'To keep what came from the HR system.',
        },
        covers: ['employment_import_line.person_id'],
        columns: [
          { id: 'referenceDay', label: { nl: 'Peildatum', en: 'Reference day' }, isDay: true },
          { id: 'state', label: { nl: 'Stand van de import', en: 'State of the import' } },
          { id: 'row', label: { nl: 'Regel', en: 'Row' } },
          { id: 'personnelNumber', label: { nl: 'Personeelsnummer', en: 'Personnel number' } },
          { id: 'name', label: { nl: 'Naam', en: 'Name' } },
          { id: 'kind', label: { nl: 'Uitkomst', en: 'Outcome' } },
          { id: 'fields', label: { nl: 'Gewijzigde velden', en: 'Changed fields' } },
        ],
        read: (subject, batch) => this.queries.importLines(subject, batch),
      },
    ];
  }

  private rights(): readonly PersonalDataSource[] {
    const purpose = { nl: 'Om te bepalen wat u mag.', en: 'To decide what you may do.' };
    return [
      {
        id: 'people.roles',
        title: { nl: 'Uw rollen', en: 'Your roles' },
        purpose,
        covers: ['role_assignment.person_id'],
        columns: [
          role,
          ...validity,
          { id: 'asSubstitute', label: { nl: 'Als vervanger', en: 'As a substitute' } },
          { id: 'givenAt', label: { nl: 'Gegeven op', en: 'Given on' } },
          {
            id: 'confirmedAt',
            label: { nl: 'Bevestigd door een tweede persoon op', en: 'Confirmed by a second person on' },
          },
          endedAt,
        ],
        read: (subject, batch) => this.queries.roles(subject, batch),
      },
      {
        id: 'people.substitutes',
        title: { nl: 'Wanneer iemand u vervangt', en: 'When somebody stands in for you' },
        purpose,
        covers: ['role_assignment.substitute_for'],
        columns: [role, ...validity, endedAt],
        read: (subject, batch) => this.queries.substitutes(subject, batch),
      },
      {
        id: 'people.second-factor-restorations',
        title: { nl: 'Herstel van uw tweede factor', en: 'Restoring your second factor' },
        purpose: {
          nl: 'Om u weer te laten inloggen, met controle door een tweede persoon.',
          en: 'To let you sign in again, checked by a second person.',
        },
        covers: ['second_factor_restoration.person_id', 'second_factor_restoration.account_id'],
        columns: [
          { id: 'requestedAt', label: { nl: 'Aangevraagd op', en: 'Asked for on' } },
          { id: 'confirmedAt', label: { nl: 'Bevestigd op', en: 'Confirmed on' } },
          { id: 'withdrawnAt', label: { nl: 'Ingetrokken op', en: 'Withdrawn on' } },
        ],
        read: (subject, batch) => this.queries.restorations(subject, batch),
      },
    ];
  }

  private reviews(): readonly PersonalDataSource[] {
    const purpose = {
      nl: 'Om te controleren of rechten nog nodig zijn (BIO2, maatregelen 5.18.02 en 8.02.01).',
      en: 'To check whether rights are still needed (BIO2, measures 5.18.02 and 8.02.01).',
    };
    return [
      {
        id: 'people.rights-reviewed',
        title: { nl: 'Controles van uw rechten', en: 'Reviews of your rights' },
        purpose,
        covers: ['rights_review_line.person_id', 'rights_review_line.account_id'],
        columns: [...reviewed, { id: 'reason', label: { nl: 'Reden', en: 'Reason' } }],
        read: (subject, batch) => this.queries.rightsReviewed(subject, batch),
      },
      {
        id: 'people.rights-to-review',
        title: {
          nl: 'Rechten van anderen die u controleert of controleerde',
          en: 'Rights of others that you review or reviewed',
        },
        purpose,
        covers: [
          'rights_review_line.reviewer_person_id',
          'rights_review_line.signed_by',
          'rights_review_line.signed_by_person_id',
        ],
        columns: reviewed.map((column) =>
          column.id === 'role'
            ? { ...column, label: { nl: 'Rol; leeg: een account', en: 'Role; empty: an account' } }
            : column,
        ),
        read: (subject, batch) => this.queries.rightsToReview(subject, batch),
      },
    ];
  }
}
