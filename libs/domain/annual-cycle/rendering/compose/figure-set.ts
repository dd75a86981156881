import {
  type FigureCell,
  formatCell,
  formatDay,
  type Language,
  type Localised,
  type TakenFigure,
} from '@weerbaar/core/figures';
import type { DocumentBlock, DocumentTable, KeyFigure } from '@weerbaar/kernel/documents';
import type { Edition } from '../edition.js';

type Row = readonly FigureCell[];

/** The figures of a document, ready to be printed in its language. */
export class FigureSet {
  private readonly byId: ReadonlyMap<string, TakenFigure>;

  constructor(
    readonly all: readonly TakenFigure[],
    readonly language: Language,
    readonly edition: Edition,
  ) {
    this.byId = new Map(all.map((figure) => [figure.definition.id, figure]));
  }

  say(text: Localised): string {
    return text[this.language];
  }

  get(id: string): TakenFigure | undefined {
    return this.byId.get(id);
  }

  /** A number as printed in running text; undefined when the edition does not have it. */
  numberText(id: string): string | undefined {
    const figure = this.get(id);
    if (figure?.value.kind !== 'number') return undefined;
    return formatCell(figure.value.value, figure.definition.measure, this.language);
  }

  keyFigures(...ids: readonly string[]): DocumentBlock[] {
    const items = ids.flatMap((id): KeyFigure[] => {
      const value = this.numberText(id);
      const figure = this.get(id);
      if (!value || !figure) return [];
      const { title, definition } = figure.definition;
      return [{ label: this.say(title), value, note: this.say(definition) }];
    });
    return items.length > 0 ? [{ kind: 'key-figures', items }] : [];
  }

  rows(id: string): readonly Row[] {
    const value = this.get(id)?.value;
    return value?.kind === 'table' ? value.rows : [];
  }

  /** Place of a column, or -1 when the edition does not have it. */
  column(id: string, column: string): number {
    return (this.get(id)?.definition.columns ?? []).findIndex((candidate) => candidate.id === column);
  }

  /** A table of the figure; nothing when the edition does not have the figure. */
  table(id: string, options: TableOptions = {}): DocumentBlock[] {
    const figure = this.get(id);
    if (!figure) return [];
    return [{ kind: 'table', table: this.documentTable(figure, options) }];
  }

  private documentTable(figure: TakenFigure, options: TableOptions): DocumentTable {
    const { definition, value } = figure;
    const caption = this.say(options.caption ?? definition.title);
    const all = definition.columns ?? [];
    const shown = all
      .map((column, index) => ({ column, index }))
      .filter(({ column }) => !options.without?.includes(column.id));
    const rows = value.kind === 'table' ? value.rows : [];
    return {
      caption,
      columns: shown.map(({ column }) => ({
        label: this.say(column.label),
        measure: column.codes ? 'text' : column.measure,
        ...(column.weight === undefined ? {} : { weight: column.weight }),
      })),
      rows: rows
        .filter((row) => options.where?.(row) ?? true)
        .map((row) => shown.map(({ column, index }) => this.cell(row[index] ?? null, column.codes))),
      source: this.sourceOf(figure, caption),
      ...(options.whenEmpty ? { whenEmpty: this.say(options.whenEmpty) } : {}),
    };
  }

  private cell(value: FigureCell, codes: Readonly<Record<string, Localised>> | undefined): FigureCell {
    const name = codes && typeof value === 'string' ? codes[value] : undefined;
    return name ? this.say(name) : value;
  }

  /**
   * By which a reader traces a number: register, day and what the annex explains it under. Inside the organisation
   * that is its id; for everybody its title, unless that stands above the table already. Without "Source:".
   */
  sourceOf({ definition, period }: TakenFigure, caption: string): string {
    const day = formatDay(period.referenceDate, this.language);
    const register = this.say(definition.register);
    const title = this.say(definition.title);
    const key = this.edition === 'internal' ? definition.id : title;
    const inAnnex = key === caption ? '' : ` (${key})`;
    return this.say({
      nl: `${register}, peildatum ${day}${inAnnex}.`,
      en: `${register}, reference date ${day}${inAnnex}.`,
    });
  }
}

export interface TableOptions {
  readonly caption?: Localised;
  readonly where?: (row: Row) => boolean;
  readonly without?: readonly string[];
  /** Printed instead of an empty table. */
  readonly whenEmpty?: Localised;
}
