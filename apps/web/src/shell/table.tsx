import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** The one by which a row is known. */
  readonly isName?: boolean;
  readonly isNumber?: boolean;
  /** Says by itself what it is: its head is left out where a row is short. */
  readonly isPlain?: boolean;
}

/** How the rows stand by a column, and what puts them in another order. */
export interface Sort {
  readonly direction: 'asc' | 'desc' | false;
  readonly toggle: () => void;
}

export interface TableProps<Row> {
  /** Says what the table is of, to whoever does not see the heading above it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** On a phone each row is a few short lines, for a list that is long. */
  readonly isCompact?: boolean;
}

interface SortedTableProps<Row> extends TableProps<Row> {
  /** By which columns the rows can be put in order. */
  readonly sortOf?: (key: string) => Sort | undefined;
}

/**
 * A table, of which the rows are cards on a phone. The roles are there because a row that is drawn as a block is no
 * row any more for a screen reader.
 */
export function Table<Row>({
  label,
  columns,
  rows,
  keyOf,
  isCompact = false,
  sortOf,
}: SortedTableProps<Row>) {
  return (
    <table role="table" className={isCompact ? 'table table-compact' : 'table'} aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, head, isNumber }) => (
            <Head key={key} head={head} isNumber={isNumber} sort={sortOf?.(key)} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ key, head, cell, isName, isNumber, isPlain }) =>
              isName ? (
                <th key={key} role="rowheader" scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} role="cell" className={isNumber ? 'number' : undefined}>
                  <span className={isPlain ? 'cell-head cell-head-plain' : 'cell-head'} aria-hidden="true">
                    {head}
                  </span>
                  <span className="cell-body">{cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps extends Pick<Column<never>, 'head' | 'isNumber'> {
  readonly sort: Sort | undefined;
}

const directions = { asc: 'ascending', desc: 'descending' } as const;

function Head({ head, isNumber, sort }: HeadProps) {
  const { t } = useTranslation();
  const Icon =
    sort?.direction === 'asc' ? IconArrowUp : sort?.direction === 'desc' ? IconArrowDown : IconArrowsSort;
  return (
    <th
      role="columnheader"
      scope="col"
      className={isNumber ? 'number' : undefined}
      aria-sort={sort?.direction ? directions[sort.direction] : undefined}
    >
      {head}
      {sort && (
        <button type="button" className="sort" onClick={sort.toggle}>
          <Icon aria-hidden />
          <span className="ams-visually-hidden">{t('forms.sortBy', { head })}</span>
        </button>
      )}
    </th>
  );
}
