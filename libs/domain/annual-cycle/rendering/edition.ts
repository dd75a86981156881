import type {
  FigureColumn,
  FigureDefinition,
  FigureValue,
  Sensitivity,
  TakenFigure,
} from '@weerbaar/core/figures';

/** Who a rendering is for: inside the organisation, or everybody. */
export const editions = ['internal', 'public'] as const;
export type Edition = (typeof editions)[number];

/**
 * What may stand in an edition. Counts of people are in neither: they may leave only after disclosure
 * control, and as long as that is not there, silence is the safe answer.
 */
const permitted: Readonly<Record<Edition, ReadonlySet<Sensitivity>>> = {
  internal: new Set(['open', 'internal']),
  public: new Set(['open']),
};

/** The figures of a snapshot that an edition may show, without the columns it may not. */
export function figuresFor(edition: Edition, figures: readonly TakenFigure[]): readonly TakenFigure[] {
  const allowed = permitted[edition];
  return figures
    .filter(({ definition }) => allowed.has(definition.sensitivity))
    .map((figure) => withoutColumns(figure, (column) => !allowed.has(column.sensitivity ?? 'open')));
}

function withoutColumns(figure: TakenFigure, hidden: (column: FigureColumn) => boolean): TakenFigure {
  const { definition, value } = figure;
  const columns = definition.columns ?? [];
  if (value.kind !== 'table' || !columns.some(hidden)) return figure;
  const shown = columns.map((column) => !hidden(column));
  const definitionShown: FigureDefinition = {
    ...definition,
    columns: columns.filter((_, index) => shown[index]),
  };
  const valueShown: FigureValue = {
    kind: 'table',
    rows: value.rows.map((row) => row.filter((_, index) => shown[index])),
  };
  return { ...figure, definition: definitionShown, value: valueShown };
}
