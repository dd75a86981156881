/**
 * A backup is lines of JSON, compressed with gzip, so that it can be read without Weerbaar: a header, then for each
 * table a line that names it and a line for each row (an array of the values as PostgreSQL writes them, or null),
 * and at the end a seal over everything before it.
 */
export const backupFormatVersion = 1;

export interface BackupHeader {
  readonly weerbaarBackup: number;
  readonly productVersion: string;
  /** Moment in UTC, ISO 8601. */
  readonly madeAt: string;
  /** Those the database had had, in order: a restore begins with the same ones. */
  readonly migrations: readonly string[];
}

export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface BackupSeal {
  /** Rows of all tables. */
  readonly rows: number;
  /** Checksum in hexadecimal of all lines before this one. Tells of damage; it is no signature. */
  readonly sha256: string;
}

/**
 * Not in a backup: the list of migrations is made by restoring, and a session or a link that was used up after the
 * backup must not come back to life.
 */
export const tablesLeftOut: readonly string[] = [
  'migration',
  'session',
  'one_time_link',
  'link_request',
  'provider_sign_in',
  'attempt_count',
];

/** Both sides must write and read values alike, whatever the server is set to. */
export const exactValues = `
  set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`;
