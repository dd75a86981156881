import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OwnerColumns, ownerFrom, PersonDirectory, presentOwner } from '@weerbaar/people/contract';
import type {
  CountingRule,
  FigureCell,
  FigureColumn,
  FigurePeriod,
  FigureSource,
  Localised,
} from '@weerbaar/core/figures';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { aspectNames, judgementNames } from './assessment/assessment-scale.js';
import { CatalogueFigureQueries } from './catalogue-figures.repository.js';
import { themeNames } from './theme/theme.js';

const blockRegister: Localised = { nl: 'Bouwstenen', en: 'Building blocks' };
const assessmentRegister: Localised = {
  nl: 'Beoordelingen van bouwstenen',
  en: 'Assessments of building blocks',
};
const documentRegister: Localised = {
  nl: 'Beleidsstukken van bouwstenen',
  en: 'Policy documents of building blocks',
};

interface Words {
  readonly id: string;
  readonly title: Localised;
  readonly definition: Localised;
  readonly register: Localised;
  readonly countingRule?: CountingRule;
}

/** What the catalogue contributes to dashboards and reports. */
@Injectable()
export class CatalogueFigures implements OnModuleInit {
  constructor(
    private readonly registry: FigureRegistry,
    private readonly queries: CatalogueFigureQueries,
    private readonly persons: PersonDirectory,
  ) {}

  onModuleInit(): void {
    this.registry.register(...this.sources());
  }

  private sources(): FigureSource[] {
    return [
      ...this.numbersOfBlocks(),
      ...this.numbersOfAssessments(),
      this.stateOfBlocks(),
      this.stateByTheme(),
      this.policyDocuments(),
    ];
  }

  private numbersOfBlocks(): FigureSource[] {
    return [
      number((period) => this.queries.inForce(period), {
        id: 'catalogue.building-blocks',
        title: { nl: 'Bouwstenen', en: 'Building blocks' },
        definition: {
          nl: 'De bouwstenen die op de peildatum van kracht waren.',
          en: 'The building blocks in force on the reference date.',
        },
        register: blockRegister,
      }),
      number((period) => this.queries.withOwner(period), {
        id: 'catalogue.building-blocks-with-owner',
        title: { nl: 'Bouwstenen met een eigenaar', en: 'Building blocks with an owner' },
        definition: {
          nl: 'De bouwstenen van de peildatum waarvan een persoon of een rol eigenaar is, zoals vastgelegd toen het cijfer werd genomen.',
          en: 'The building blocks of the reference date that a person or a role owns, as recorded when the figure was taken.',
        },
        register: blockRegister,
      }),
      number((period) => this.queries.withPolicyDocument(period), {
        id: 'catalogue.building-blocks-with-policy-document',
        title: { nl: 'Bouwstenen met een vastgesteld stuk', en: 'Building blocks with an adopted document' },
        definition: {
          nl: 'De bouwstenen waarvoor op de peildatum ten minste één vastgesteld beleidsstuk gold.',
          en: 'The building blocks for which at least one adopted policy document applied on the reference date.',
        },
        register: documentRegister,
      }),
    ];
  }

  private numbersOfAssessments(): FigureSource[] {
    return [
      number((period) => this.queries.assessed(period), {
        id: 'catalogue.building-blocks-assessed',
        title: { nl: 'Beoordeelde bouwstenen', en: 'Building blocks assessed' },
        definition: {
          nl: 'De bouwstenen van de peildatum waarvan in de periode ten minste één keer de opzet, het bestaan of de werking is beoordeeld.',
          en: 'The building blocks of the reference date of which the design, existence or operation was assessed at least once in the period.',
        },
        register: assessmentRegister,
        countingRule: 'event-date',
      }),
      number((period) => this.queries.working(period), {
        id: 'catalogue.building-blocks-working',
        title: { nl: 'Bouwstenen die aantoonbaar werken', en: 'Building blocks shown to work' },
        definition: {
          nl: 'De bouwstenen waarvan de werking bij de laatste beoordeling tot en met de peildatum voldoende was.',
          en: 'The building blocks of which the operation was sufficient at the latest assessment up to the reference date.',
        },
        register: assessmentRegister,
      }),
      number((period) => this.queries.reviewsOverdue(period), {
        id: 'catalogue.reviews-overdue',
        title: { nl: 'Te late beoordelingen', en: 'Overdue reviews' },
        definition: {
          nl: 'De bouwstenen waarvan de beoordelingstermijn op de peildatum voorbij was, geteld vanaf de laatste beoordeling of anders de dag van vastlegging.',
          en: 'The building blocks of which the review interval had passed on the reference date, counted from the latest assessment or else the day of recording.',
        },
        register: assessmentRegister,
      }),
    ];
  }

  private stateOfBlocks(): FigureSource {
    const words: Words = {
      id: 'catalogue.state-of-building-blocks',
      title: { nl: 'Stand van de bouwstenen', en: 'State of the building blocks' },
      definition: {
        nl: 'Per bouwsteen van de peildatum het laatste oordeel over opzet, bestaan en werking. Onbekend betekent: nog niet beoordeeld. Naam en eigenaar zoals vastgelegd toen het cijfer werd genomen.',
        en: 'Per building block of the reference date the latest judgement of design, existence and operation. Not known means: not assessed yet. Name and owner as recorded when the figure was taken.',
      },
      register: assessmentRegister,
    };
    const columns: FigureColumn[] = [
      { id: 'code', label: { nl: 'Code', en: 'Code' }, measure: 'text' },
      { id: 'name', label: { nl: 'Bouwsteen', en: 'Building block' }, measure: 'text' },
      { id: 'theme', label: { nl: 'Thema', en: 'Theme' }, measure: 'text', codes: themeNames },
      {
        id: 'owner',
        label: { nl: 'Eigenaar', en: 'Owner' },
        measure: 'text',
        sensitivity: 'internal',
      },
      judgementColumn('design'),
      judgementColumn('existence'),
      judgementColumn('operation'),
      {
        id: 'next-review',
        label: { nl: 'Volgende beoordeling', en: 'Next review' },
        measure: 'day',
      },
    ];
    return table(words, columns, async (period) => {
      const states = await this.queries.states(period);
      const nameOfOwner = await this.ownerNames(states);
      return states.map((state) => [
        state.code,
        state.name,
        state.theme,
        nameOfOwner(state),
        state.design,
        state.existence,
        state.operation,
        state.nextReviewOn,
      ]);
    });
  }

  private stateByTheme(): FigureSource {
    const words: Words = {
      id: 'catalogue.state-by-theme',
      title: { nl: 'Stand per thema', en: 'State by theme' },
      definition: {
        nl: 'Per thema en aspect het aantal bouwstenen van de peildatum, verdeeld naar het laatste oordeel. Onbekend betekent: nog niet beoordeeld.',
        en: 'By theme and aspect the number of building blocks of the reference date, divided by the latest judgement. Not known means: not assessed yet.',
      },
      register: assessmentRegister,
    };
    const columns: FigureColumn[] = [
      { id: 'theme', label: { nl: 'Thema', en: 'Theme' }, measure: 'text', codes: themeNames },
      { id: 'aspect', label: { nl: 'Aspect', en: 'Aspect' }, measure: 'text', codes: aspectNames },
      { id: 'sufficient', label: judgementNames.sufficient, measure: 'count' },
      { id: 'partial', label: judgementNames.partial, measure: 'count' },
      { id: 'insufficient', label: judgementNames.insufficient, measure: 'count' },
      { id: 'unknown', label: judgementNames.unknown, measure: 'count' },
    ];
    return table(words, columns, async (period) =>
      (await this.queries.statesByTheme(period)).map(
        ({ theme, aspect, sufficient, partial, insufficient, unknown }) => [
          theme,
          aspect,
          sufficient,
          partial,
          insufficient,
          unknown,
        ],
      ),
    );
  }

  private policyDocuments(): FigureSource {
    const words: Words = {
      id: 'catalogue.policy-documents',
      title: { nl: 'Vastgestelde beleidsstukken', en: 'Adopted policy documents' },
      definition: {
        nl: 'De beleidsstukken die op de peildatum golden, elk in de versie van die dag.',
        en: 'The policy documents that applied on the reference date, each in the version of that day.',
      },
      register: documentRegister,
    };
    const columns: FigureColumn[] = [
      {
        id: 'building-block',
        label: { nl: 'Bouwsteen', en: 'Building block' },
        measure: 'text',
        weight: 0.8,
      },
      { id: 'title', label: { nl: 'Titel', en: 'Title' }, measure: 'text', weight: 3 },
      { id: 'adopted-on', label: { nl: 'Vastgesteld op', en: 'Adopted on' }, measure: 'day', weight: 1.4 },
      { id: 'adopted-by', label: { nl: 'Vastgesteld door', en: 'Adopted by' }, measure: 'text', weight: 2 },
    ];
    return table(words, columns, async (period) =>
      (await this.queries.policyDocuments(period)).map(({ code, title, adoptedOn, adoptedBy }) => [
        code,
        title,
        adoptedOn,
        adoptedBy,
      ]),
    );
  }

  private async ownerNames(
    owned: readonly OwnerColumns[],
  ): Promise<(columns: OwnerColumns) => string | null> {
    const persons = await this.persons.byIds(
      owned.flatMap(({ ownerPersonId }) => (ownerPersonId ? [ownerPersonId] : [])),
    );
    return (columns) => presentOwner(ownerFrom(columns), persons)?.name ?? null;
  }
}

function number(count: (period: FigurePeriod) => Promise<number>, words: Words): FigureSource {
  return {
    definition: { countingRule: 'state-at-reference-date', ...words, sensitivity: 'open', measure: 'count' },
    take: async (period) => ({ kind: 'number', value: await count(period) }),
  };
}

function table(
  words: Words,
  columns: readonly FigureColumn[],
  rows: (period: FigurePeriod) => Promise<FigureCell[][]>,
): FigureSource {
  return {
    definition: {
      countingRule: 'state-at-reference-date',
      ...words,
      sensitivity: 'open',
      measure: 'count',
      columns,
    },
    take: async (period) => ({ kind: 'table', rows: await rows(period) }),
  };
}

function judgementColumn(aspect: 'design' | 'existence' | 'operation'): FigureColumn {
  return { id: aspect, label: aspectNames[aspect], measure: 'text', codes: judgementNames };
}
