import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.js';
import { Differences } from './differences.js';

/** A field of a record as its page calls it, and what its value is in words; left out: as it was typed. */
export interface FieldWords {
  readonly label: string;
  readonly wordsOf?: (value: unknown) => ReactNode;
}

const asTyped = (value: unknown): ReactNode =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

interface ChangesProps {
  readonly entry: Schemas['HistoryEntryView'];
  /** By the name of the field, in the order of the page; of others nothing is told. */
  readonly fields: Readonly<Record<string, FieldWords>>;
}

/** What a change made of a record that was there already. */
export function Changes({ entry: { before, after }, fields }: ChangesProps) {
  const told = Object.entries(fields).flatMap(([name, { label, wordsOf = asTyped }]) => {
    if (!before || !(name in before)) return [];
    const words = (value: unknown): ReactNode => (isEmpty(value) ? undefined : wordsOf(value));
    return [{ name, label, before: words(before[name]), after: words(after?.[name]) }];
  });
  return told.length > 0 && <Differences of={told} />;
}
