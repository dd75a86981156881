import type { DatabaseUrls } from '@weerbaar/kernel/embedded-postgres';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  /** What the authenticator app of this account is set up with, in base 32; absent: it needs none. */
  readonly authenticatorSecret?: string;
}

/** The database of the installation, and the key under which secrets in it are sealed. */
export interface DemoDatabase extends DatabaseUrls {
  readonly WEERBAAR_SECRET: string | undefined;
}

/** What the demo has to know of the installation it is started in. */
export interface DemoStart {
  readonly database: DemoDatabase;
  readonly accounts: readonly DemoAccount[];
  /** Of the api, without a slash at the end. */
  readonly address: string;
  readonly signal: AbortSignal;
}
