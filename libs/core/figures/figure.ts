/** A text in the two languages of the product. Dutch comes first: it is the language of the people. */
export interface Localised {
  readonly nl: string;
  readonly en: string;
}

export type Language = keyof Localised;

/**
 * What a number or a column means, so that every format prints it the same way. A `percentage` runs from 0 to
 * 100; a `day` is ISO `yyyy-mm-dd`; a `quarter` is `yyyy-Qn`.
 */
export type Measure = 'count' | 'percentage' | 'euro' | 'hours' | 'day' | 'quarter' | 'text';

/**
 * Who a figure may reach. `open`: counts of instruments, documents and actions.
 * `internal`: open in content, but not for the public edition (names of owners, explanations of findings, notes).
 * `personal`: counts of people or of their cases; leaves the system only after disclosure control.
 */
export type Sensitivity = 'open' | 'internal' | 'personal';

/** How events fall inside a period: by their own date, as recorded at the reference date, or by overlap. */
export type CountingRule = 'event-date' | 'state-at-reference-date' | 'period-overlap';

export interface FigureColumn {
  readonly id: string;
  readonly label: Localised;
  readonly measure: Measure;
  /** Columns stricter than their figure are left out of editions they may not reach. */
  readonly sensitivity?: Sensitivity;
  /** Where cells are codes: the words to print for them. */
  readonly codes?: Readonly<Record<string, Localised>>;
  /** Room the column wants in print, relative to the others; default 1. */
  readonly weight?: number;
}

/** A cell is plain data; `null` prints as an empty mark with a spoken alternative. */
export type FigureCell = string | number | null;

export type FigureValue =
  | { readonly kind: 'number'; readonly value: number | null }
  | { readonly kind: 'table'; readonly rows: readonly (readonly FigureCell[])[] };

/**
 * What a figure is, apart from any value: the words, the register, the rule by which is counted.
 * Printed in the annex of the report, so that a reader can trace every number.
 */
export interface FigureDefinition {
  /** Stable and dotted: `<part>.<name>`, for example `annual-cycle.actions-by-status`. */
  readonly id: string;
  readonly title: Localised;
  /** What is counted and what is not, in words a council member understands. */
  readonly definition: Localised;
  /** The register the number is taken from. */
  readonly register: Localised;
  /** Code of the building block whose operation the figure shows, when there is one. */
  readonly buildingBlock?: string;
  readonly countingRule: CountingRule;
  readonly sensitivity: Sensitivity;
  /** For a number: its measure. */
  readonly measure: Measure;
  /** For a table: its columns, dimensions first. */
  readonly columns?: readonly FigureColumn[];
}

/** The period a figure is about and the day on which states are taken. Days are ISO `yyyy-mm-dd`, both inclusive. */
export interface FigurePeriod {
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly referenceDate: string;
}

/** One figure as taken: definition, value, and the run that took it. */
export interface TakenFigure {
  readonly definition: FigureDefinition;
  readonly value: FigureValue;
  readonly period: FigurePeriod;
  /** Identifies the query run; the audit trail and the snapshot carry the same id. */
  readonly runId: string;
}

/** Where a register hands in a figure: the definition, and how to take it for a period. */
export interface FigureSource {
  readonly definition: FigureDefinition;
  /** Reads inside the caller's transaction, so that all figures of a snapshot see the same moment. */
  take(period: FigurePeriod): Promise<FigureValue>;
}
