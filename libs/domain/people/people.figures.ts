import { Injectable, type OnModuleInit } from '@nestjs/common';
import type {
  CountingRule,
  FigureColumn,
  FigurePeriod,
  FigureSource,
  Localised,
} from '@weerbaar/core/figures';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { PeopleFigureQueries } from './people-figures.repository.js';

const register: Localised = { nl: 'Dienstverbanden', en: 'Employments' };

interface Words {
  readonly id: string;
  readonly title: Localised;
  readonly definition: Localised;
  readonly countingRule?: CountingRule;
}

/** The denominators of the report: how many people there are, and of how many more is asked. */
@Injectable()
export class PeopleFigures implements OnModuleInit {
  constructor(
    private readonly registry: FigureRegistry,
    private readonly queries: PeopleFigureQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(
      ...this.strength(),
      ...this.comingAndGoing(),
      ...this.designations(),
      this.byDepartment(),
    );
  }

  private strength(): FigureSource[] {
    return [
      number((period) => this.queries.headcount(period), {
        id: 'people.headcount',
        title: { nl: 'Medewerkers in dienst', en: 'Employees' },
        definition: {
          nl: 'De mensen die op de peildatum in dienst waren, elk eenmaal geteld.',
          en: 'The people employed on the reference date, each counted once.',
        },
      }),
      number((period) => this.queries.fullTimes(period), {
        id: 'people.full-time-equivalents',
        title: { nl: 'Formatie in fte', en: 'Full-time equivalents' },
        definition: {
          nl: 'De uren per week van wie op de peildatum in dienst was, gedeeld door 36.',
          en: 'The hours a week of those employed on the reference date, divided by 36.',
        },
      }),
    ];
  }

  private comingAndGoing(): FigureSource[] {
    return [
      number((period) => this.queries.joined(period), {
        id: 'people.joined',
        title: { nl: 'In dienst gekomen', en: 'Joined' },
        definition: {
          nl: 'De keren dat iemand in het jaar, tot en met de peildatum, in dienst kwam. Een tweede dienstverband telt niet.',
          en: 'The times that somebody was newly employed in the year, up to the reference date. A second employment does not count.',
        },
        countingRule: 'event-date',
      }),
      number((period) => this.queries.left(period), {
        id: 'people.left',
        title: { nl: 'Uit dienst gegaan', en: 'Left' },
        definition: {
          nl: 'De keren dat iemand in het jaar, tot en met de peildatum, de laatste dag in dienst was.',
          en: 'The times that somebody had their last day as an employee in the year, up to the reference date.',
        },
        countingRule: 'event-date',
      }),
    ];
  }

  private designations(): FigureSource[] {
    return [
      number((period) => this.queries.designated('publishes_side_activities', period), {
        id: 'people.publishing-side-activities',
        buildingBlock: '3a',
        title: {
          nl: 'Mensen van wie nevenwerkzaamheden openbaar worden',
          en: 'People whose side activities are made public',
        },
        definition: {
          nl: 'De mensen die op de peildatum een functie hadden waarvan de nevenwerkzaamheden openbaar worden gemaakt (Ambtenarenwet 2017, artikel 5).',
          en: 'The people who on the reference date had a function of which side activities are made public (Ambtenarenwet 2017, article 5).',
        },
      }),
      number((period) => this.queries.designated('reports_financial_interests', period), {
        id: 'people.reporting-financial-interests',
        buildingBlock: '3b',
        title: {
          nl: 'Mensen die financiële belangen moeten melden',
          en: 'People who must report financial interests',
        },
        definition: {
          nl: 'De mensen die op de peildatum een functie hadden die is aangewezen voor het melden van financiële belangen (Ambtenarenwet 2017, artikel 5).',
          en: 'The people who on the reference date had a function designated for reporting financial interests (Ambtenarenwet 2017, article 5).',
        },
      }),
      number((period) => this.queries.designated('is_vulnerable', period), {
        id: 'people.in-vulnerable-functions',
        buildingBlock: '8e',
        title: { nl: 'Mensen in een kwetsbare functie', en: 'People in a vulnerable function' },
        definition: {
          nl: 'De mensen die op de peildatum een functie hadden die als kwetsbaar is aangemerkt.',
          en: 'The people who on the reference date had a function that is marked as vulnerable.',
        },
      }),
    ];
  }

  private byDepartment(): FigureSource {
    const columns: FigureColumn[] = [
      { id: 'code', label: { nl: 'Code', en: 'Code' }, measure: 'text' },
      { id: 'department', label: { nl: 'Afdeling', en: 'Department' }, measure: 'text', weight: 3 },
      { id: 'employed', label: { nl: 'In dienst', en: 'Employed' }, measure: 'count' },
      { id: 'full-time-equivalents', label: { nl: 'Fte', en: 'Full-time equivalents' }, measure: 'count' },
      { id: 'others', label: { nl: 'Niet in dienst', en: 'Not employed' }, measure: 'count' },
    ];
    return {
      definition: {
        id: 'people.by-department',
        title: { nl: 'Mensen per afdeling', en: 'People by department' },
        definition: {
          nl: 'Per afdeling van de peildatum de mensen die er zelf werkten, zonder die van de afdelingen eronder. Niet in dienst: ingehuurd, zelfstandig, stage, werkervaringsplaats of vrijwillig.',
          en: 'By department of the reference date the people who worked in it, without those of the departments below it. Not employed: hired, self-employed, trainees, work placements or volunteers.',
        },
        register,
        countingRule: 'state-at-reference-date',
        sensitivity: 'personal',
        measure: 'count',
        columns,
      },
      take: async (period) => ({
        kind: 'table',
        rows: (await this.queries.byDepartment(period)).map(({ code, name, employed, fullTimes, others }) => [
          code,
          name,
          employed,
          fullTimes,
          others,
        ]),
      }),
    };
  }
}

/** Counts of people: they leave the system only after disclosure control. */
function number(
  count: (period: FigurePeriod) => Promise<number>,
  words: Words & { readonly buildingBlock?: string },
): FigureSource {
  return {
    definition: {
      countingRule: 'state-at-reference-date',
      ...words,
      register,
      sensitivity: 'personal',
      measure: 'count',
    },
    take: async (period) => ({ kind: 'number', value: await count(period) }),
  };
}
