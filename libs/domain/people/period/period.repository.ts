import type { TransactionRunner } from '@weerbaar/kernel/database';
import type { Period, Timeline } from './timeline.js';

export interface PeriodTable<State extends object> {
  readonly name: string;
  /** The column that says of which record a period is. */
  readonly record: string;
  readonly columns: Readonly<Record<keyof State & string, string>>;
}

interface WithTimeline<State extends object> {
  readonly id: string;
  readonly timeline: Timeline<State>;
}

/** So many periods go in one statement. */
const rowsAtOnce = 2000;

/**
 * Timelines of records of one kind. The database keeps periods as ranges and refuses those that overlap; days are
 * `yyyy-mm-dd`, as everywhere.
 */
export abstract class PeriodRepository<State extends object> {
  /** Of the table `p`, as the fields of a period. */
  protected readonly fields: string;

  protected constructor(
    private readonly table: PeriodTable<State>,
    protected readonly transactions: TransactionRunner,
  ) {
    const states = Object.entries(table.columns).map(
      ([field, column]) => `p.${String(column)} as "${field}"`,
    );
    this.fields = [
      'lower(p.during)::text as "validFrom"',
      '(upper(p.during) - 1)::text as "validTo"',
      ...states,
    ].join(', ');
  }

  async of(id: string): Promise<Timeline<State>> {
    return (await this.ofAll([id])).get(id) ?? [];
  }

  /** Timelines by id of the record. */
  async ofAll(ids: readonly string[]): Promise<ReadonlyMap<string, Timeline<State>>> {
    if (ids.length === 0) return new Map();
    const { name, record } = this.table;
    return this.timelines(
      `select p.${record} as "recordId", ${this.fields} from ${name} p
        where p.${record} = any ($1::uuid[]) order by p.during`,
      [[...new Set(ids)]],
    );
  }

  /** Of every record. */
  all(): Promise<ReadonlyMap<string, Timeline<State>>> {
    const { name, record } = this.table;
    return this.timelines(
      `select p.${record} as "recordId", ${this.fields} from ${name} p order by p.during`,
      [],
    );
  }

  async add(records: readonly WithTimeline<State>[]): Promise<void> {
    const rows = records.flatMap(({ id, timeline }) => timeline.map((period) => this.rowOf(id, period)));
    const columns = [this.table.record, 'during', ...Object.values(this.table.columns)].join(', ');
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      await this.transactions.manager.query(
        `insert into ${this.table.name} (${columns})
         select ${columns} from jsonb_populate_recordset(null::${this.table.name}, $1)`,
        [JSON.stringify(rows.slice(start, start + rowsAtOnce))],
      );
    }
  }

  replace(id: string, timeline: Timeline<State>): Promise<void> {
    return this.replaceAll([{ id, timeline }]);
  }

  async replaceAll(records: readonly WithTimeline<State>[]): Promise<void> {
    if (records.length === 0) return;
    const { name, record } = this.table;
    await this.transactions.manager.query(`delete from ${name} where ${record} = any ($1::uuid[])`, [
      records.map(({ id }) => id),
    ]);
    await this.add(records);
  }

  /** Whether another record has the same value on one of these days. */
  async isTaken(
    field: keyof State & string,
    value: string,
    { validFrom, validTo }: Period,
    except: string | null,
  ): Promise<boolean> {
    if (validTo !== null && validTo < validFrom) return false;
    const { name, record, columns } = this.table;
    const [found] = await this.transactions.manager.query<{ taken: boolean }[]>(
      `select exists (select from ${name}
                       where ${columns[field]} = $1 and during && daterange($2, $3, '[]')
                         and ${record} is distinct from $4) as taken`,
      [value, validFrom, validTo, except],
    );
    return found?.taken ?? false;
  }

  /** @param sql gives `recordId` and the fields of periods, in order of time. */
  protected async timelines(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<ReadonlyMap<string, Timeline<State>>> {
    const rows = await this.transactions.manager.query<
      (Timeline<State>[number] & { readonly recordId: string })[]
    >(sql, [...parameters]);
    const found = new Map<string, Timeline<State>[number][]>();
    for (const { recordId, ...period } of rows) {
      const known = found.get(recordId) ?? [];
      known.push(period as unknown as Timeline<State>[number]);
      found.set(recordId, known);
    }
    return found;
  }

  private rowOf(id: string, period: Timeline<State>[number]): Record<string, unknown> {
    const { validFrom, validTo } = period;
    const row: Record<string, unknown> = {
      [this.table.record]: id,
      during: validTo === null ? `[${validFrom},)` : `[${validFrom},${validTo}]`,
    };
    for (const [field, column] of Object.entries<string>(this.table.columns))
      row[column] = period[field as keyof State];
    return row;
  }
}
