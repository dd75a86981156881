import type { ImportFault } from './import-fault.js';
import type { ImportRow } from './import-row.js';

/** What comes of a row, or of an employment that is not in the file any more. */
export const lineKinds = ['added', 'changed', 'ended', 'unchanged', 'fault'] as const;

export type LineKind = (typeof lineKinds)[number];

/** What is different afterwards. Departments and functions by code, people by personnel number. */
export interface Difference {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface ImportLine {
  /** Row of the file; null: not in the file, or about the file as a whole. */
  readonly row: number | null;
  readonly personnelNumber: string | null;
  readonly name: string | null;
  /** Of somebody we knew already. */
  readonly personId: string | null;
  readonly kind: LineKind;
  readonly differences: readonly Difference[];
  readonly faults: readonly ImportFault[];
  /** Who leaves, and still has an account or roles: those are for an administrator to end. */
  readonly accountRemains: boolean;
}

/** How many lines there are of each kind. */
export type ImportTotals = Readonly<Record<LineKind, number>> & {
  readonly accountsRemaining: number;
  /** Of `ended` those who are not in the file any more. */
  readonly missing: number;
  /** Employments of earlier imports that run on the reference day: of these `missing` is a part. */
  readonly running: number;
};

/** With what was read of the row, so that it can be compared once more before it is applied. */
export interface StoredLine extends ImportLine {
  readonly values: ImportRow | null;
}
