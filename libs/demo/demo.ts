import { type Clock, SystemClock } from '@weerbaar/kernel/clock';
import type { Settings } from '@weerbaar/kernel/config';
import { accountHolders } from './account-holders.js';
import type { DemoAccount, DemoDatabase, DemoStart } from './demo-start.js';
import { publishedDocuments, untilPublished } from './first-documents.js';

/** The demo organisation, made at the first start of an installation on this machine. */
export class Demo {
  readonly usernames = Object.keys(accountHolders);
  /** Reading in all parts takes a second: begun at once, while the database is still being made. */
  private readonly making = import('./make-demo.js');
  private isNew = false;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock = new SystemClock(),
  ) {}

  async prepare({ database, accounts }: DemoStart): Promise<void> {
    this.isNew = await this.makeOnce(database, accounts);
  }

  /** Makes the demo organisation, whole or not at all. @returns whether it was not there yet. */
  async makeOnce(database: DemoDatabase, accounts: readonly DemoAccount[]): Promise<boolean> {
    const { makeDemo } = await this.making;
    return makeDemo({ ...this.settings, ...database }, accounts, this.clock.now());
  }

  /** Waits for the first plan and report. @returns their addresses; none when they were made at an earlier start. */
  async firstDocuments({ address, signal }: DemoStart): Promise<readonly string[]> {
    if (!this.isNew && (await publishedDocuments(address, signal))) return [];
    return untilPublished(address, signal);
  }
}
