import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui.js';
import { Empty, Fault, Loading } from './states.js';

interface OnePage<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

interface GrowingListProps<Row> {
  readonly query: UseInfiniteQueryResult<InfiniteData<OnePage<Row>>>;
  /** What is said when there is nothing. */
  readonly empty: string;
  readonly children: (row: Row) => ReactNode;
  readonly keyOf: (row: Row) => string;
}

/** The newest few, and more on request: ten years are much to load and to scroll past. */
export function GrowingList<Row>({ query, empty, children, keyOf }: GrowingListProps<Row>) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages.at(-1)?.total ?? 0;
  /** How many there were when more was asked for. */
  const before = useRef<number>(undefined);

  useEffect(() => {
    if (before.current === undefined || rows.length <= before.current) return;
    // The button that was pressed may be gone: reading goes on at the first one that is new.
    const first = list.current?.children[before.current];
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    before.current = undefined;
  }, [rows.length]);

  if (!query.data) {
    if (query.error) return <Fault error={query.error} again={() => void query.refetch()} />;
    return <Loading rows={3} />;
  }
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  const more = (): void => {
    before.current = rows.length;
    void query.fetchNextPage();
  };
  return (
    <>
      <ol ref={list} className="plain-list timeline">
        {rows.map((row) => (
          <li key={keyOf(row)} tabIndex={-1}>
            {children(row)}
          </li>
        ))}
      </ol>
      {rows.length < total && (
        <div className="tools">
          <Button variant="secondary" onClick={more}>
            {t('lists.more')}
          </Button>
          <p role="status" className="muted">
            {t('lists.shown', { shown: rows.length, total })}
          </p>
        </div>
      )}
      {query.isFetchNextPageError && <Fault error={query.error} again={more} />}
    </>
  );
}
