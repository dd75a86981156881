import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, Select } from '../ui.js';
import { type Column, type Sort, Table, type TableProps } from './table.js';

export interface SortableColumn<Row> extends Column<Row> {
  /** What its rows are put in order by. Absent: they can't be. */
  readonly sortBy?: (row: Row) => string | number | undefined;
}

/** By which column, and whether from the end. */
export interface Order {
  readonly key: string;
  readonly isReversed: boolean;
}

interface SortableTableProps<Row> extends TableProps<Row> {
  readonly columns: readonly SortableColumn<Row>[];
  /** For a page that keeps the order in its address. Absent: the table keeps it itself. */
  readonly order?: Order | undefined;
  readonly reorder?: (order: Order | undefined) => void;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns: {} });

/** A table whose rows are all here, and that is put in another order by its heads; on a phone by a list above it. */
export function SortableTable<Row extends RowData>({
  columns,
  rows,
  order,
  reorder,
  ...rest
}: SortableTableProps<Row>) {
  const { t } = useTranslation();
  const list = useId();
  const [own, keep] = useState<Order>();
  const current = reorder ? order : own;
  const change = reorder ?? keep;
  const sorting: SortingState = current ? [{ id: current.key, desc: current.isReversed }] : [];
  const table = useTable({
    features,
    data: rows,
    columns: columns.map(({ key, sortBy }): ColumnDef<typeof features, Row> => ({
      id: key,
      accessorFn: (row: Row) => sortBy?.(row),
      enableSorting: sortBy !== undefined,
      sortDescFirst: false,
      sortUndefined: 'last',
      sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
    })),
    state: { sorting },
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      change(next && { key: next.id, isReversed: next.desc });
    },
    enableMultiSort: false,
  });

  const sortOf = (key: string): Sort | undefined => {
    const column = table.getColumn(key);
    if (!column?.getCanSort()) return undefined;
    return { direction: column.getIsSorted(), toggle: () => column.toggleSorting() };
  };
  const sortable = columns.filter(({ sortBy }) => sortBy);
  const head = columns.find(({ key }) => key === current?.key)?.head;
  return (
    <>
      <div className="filter order-choice">
        <Label htmlFor={list}>{t('forms.sort')}</Label>
        <Select
          id={list}
          value={current?.key ?? ''}
          onChange={({ target: { value } }) => change(value ? { key: value, isReversed: false } : undefined)}
        >
          <option value="">{t('forms.usualOrder')}</option>
          {sortable.map((column) => (
            <option key={column.key} value={column.key}>
              {column.head}
            </option>
          ))}
        </Select>
      </div>
      <p role="status" className="ams-visually-hidden">
        {head && t(current?.isReversed ? 'forms.sortedBack' : 'forms.sorted', { head })}
      </p>
      <Table
        {...rest}
        columns={columns}
        rows={table.getRowModel().rows.map(({ original }) => original)}
        sortOf={sortOf}
      />
    </>
  );
}

/** Words as a Dutch reader looks them up, with 2a before 10a. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'nl', { numeric: true });
}
