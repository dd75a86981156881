import type { Localised } from '@weerbaar/core/figures';

/** Somebody who asks what is recorded of them. */
export interface DataSubject {
  readonly personId: string;
  /** All accounts they ever had. */
  readonly accountIds: readonly string[];
  /** When it was asked: what is recorded later is left out, so that reading comes to an end. */
  readonly askedAt: Date;
}

export type PersonalDataCell = string | number | boolean | Date | null;

/** By id of the column. */
export type PersonalDataRow = Readonly<Record<string, PersonalDataCell>>;

export interface PersonalDataColumn {
  readonly id: string;
  readonly label: Localised;
  /** Cells are days, `yyyy-mm-dd`. Moments are dates and need no saying. */
  readonly isDay?: boolean;
  /** Where cells are codes: the words for them. */
  readonly codes?: Readonly<Record<string, Localised>>;
}

export interface Batch {
  readonly skip: number;
  readonly take: number;
}

/**
 * What one register knows of a person, for who asks it of their own data (AVG article 15). No secrets, and no names
 * of others: who manages, approves or reviews is told by what they do.
 */
export interface PersonalDataSource {
  /** Stable and dotted: `<part>.<name>`, for example `people.employments`. */
  readonly id: string;
  readonly title: Localised;
  /** What it is kept for. */
  readonly purpose: Localised;
  readonly columns: readonly PersonalDataColumn[];
  /** The columns of the database, as `table.column`, that point at the person or their account. */
  readonly covers: readonly string[];
  /** Some of the rows, in an order that stays the same. Inside a transaction. */
  read(subject: DataSubject, batch: Batch): Promise<readonly PersonalDataRow[]>;
}

/** What was found in one register, to be taken in as fast as it can be sent. */
export interface PersonalDataPart {
  readonly source: PersonalDataSource;
  readonly batches: AsyncIterable<readonly PersonalDataRow[]>;
}

/** All of it, for one person. */
export interface PersonalDataOverview {
  readonly organisation: string;
  readonly name: string;
  readonly askedAt: Date;
  readonly parts: Iterable<PersonalDataPart>;
}
