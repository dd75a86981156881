/** A public body: its data is its own and nobody else's. */
export interface Organisation {
  readonly id: string;
  /** Short name in addresses: `voorbeeld` in `voorbeeld.localhost`. */
  readonly slug: string;
  readonly name: string;
}

/** What a host name is for: a reporters' address shows nothing of staff, and the other way round. */
export type HostPurpose = 'staff' | 'reporters' | 'public';
