/** The package comes without types. */
declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** For `client.query`: what is written to it is copied into the table. */
  export function from(sql: string): Writable & Submittable;
}
