import type { RunAs } from './run-as.js';

/** What a guard has to do; the one argument of its process, as JSON. */
export interface GuardOrder {
  readonly postgres: string;
  readonly pgControl: string;
  readonly clusterFolder: string;
  readonly arguments: readonly string[];
  readonly runAs?: RunAs;
  /** Folders to remove once the server has stopped: for databases that only a test needs. */
  readonly removeAfterwards: readonly string[];
}

/** The one message a guard sends. */
export interface GuardMessage {
  readonly postgresPid: number;
}
