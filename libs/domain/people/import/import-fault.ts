import type { Localised } from '@weerbaar/core/figures';

export interface ImportFault {
  /** The heading in the file; null: the whole row, or the whole file. */
  readonly column: string | null;
  /** Stable and kebab-case, for programs. */
  readonly code: string;
  readonly message: Localised;
}

export function columnFault(column: string | null, code: string, nl: string, en: string): ImportFault {
  return { column, code, message: { nl, en } };
}
