import type { DatabaseUrls } from '@weerbaar/kernel/embedded-postgres';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
}

/** What the demo has to know of the installation it is started in. */
export interface DemoStart {
  readonly urls: DatabaseUrls;
  readonly accounts: readonly DemoAccount[];
  /** Of the api, without a slash at the end. */
  readonly address: string;
  readonly signal: AbortSignal;
}
