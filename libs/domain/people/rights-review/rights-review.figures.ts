import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FigureColumn, FigureSource, Localised } from '@weerbaar/core/figures';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import type { ReviewKind } from './review-period.js';
import { RightsReviewFigureQueries } from './rights-review-figures.repository.js';

const kindNames: Readonly<Record<ReviewKind, Localised>> = {
  yearly: { nl: 'Alle rechten, per jaar', en: 'All rights, each year' },
  quarterly: { nl: 'Bijzondere rechten, per kwartaal', en: 'Special rights, each quarter' },
};

const columns: readonly FigureColumn[] = [
  { id: 'kind', label: { nl: 'Controle', en: 'Review' }, measure: 'text', codes: kindNames, weight: 3 },
  { id: 'due', label: { nl: 'Nodig', en: 'Due' }, measure: 'count' },
  { id: 'done', label: { nl: 'Afgerond', en: 'Done' }, measure: 'count' },
  { id: 'lines', label: { nl: 'Rechten', en: 'Rights' }, measure: 'count' },
  { id: 'signed', label: { nl: 'Afgetekend', en: 'Signed' }, measure: 'count' },
  { id: 'kept', label: { nl: 'Behouden', en: 'Kept' }, measure: 'count' },
  { id: 'withdrawn', label: { nl: 'Ingetrokken', en: 'Withdrawn' }, measure: 'count' },
  { id: 'in-time', label: { nl: 'Op tijd', en: 'In time' }, measure: 'percentage' },
];

/** Whether rights are really looked at again: the operation of information security. */
@Injectable()
export class RightsReviewFigures implements OnModuleInit {
  constructor(
    private readonly registry: FigureRegistry,
    private readonly queries: RightsReviewFigureQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(this.reviewsOfYear());
  }

  private reviewsOfYear(): FigureSource {
    return {
      definition: {
        id: 'people.rights-reviews',
        buildingBlock: '5a',
        title: { nl: 'Rechtencontroles', en: 'Rights reviews' },
        definition: {
          nl: 'De controles van rechten in Weerbaar die in het jaar nodig waren tot de peildatum, en wat ervan kwam. Op tijd: het deel van de rechten waarvan de uiterste dag voorbij was, dat op of voor die dag is afgetekend (BIO2, maatregelen 5.18.02 en 8.02.01).',
          en: 'The reviews of rights in Weerbaar that were due in the year up to the reference date, and what came of them. In time: the share of the rights whose due day had passed that were signed on or before that day (BIO2, measures 5.18.02 and 8.02.01).',
        },
        register: { nl: 'Rechtencontroles', en: 'Rights reviews' },
        countingRule: 'state-at-reference-date',
        sensitivity: 'internal',
        measure: 'count',
        columns,
      },
      take: async (period) => ({
        kind: 'table',
        rows: (await this.queries.ofYear(period)).map((review) => [
          review.kind,
          review.due,
          review.done,
          review.lines,
          review.signed,
          review.kept,
          review.withdrawn,
          review.inTime,
        ]),
      }),
    };
  }
}
