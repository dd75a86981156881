import type { Localised } from '@weerbaar/core/figures';
import { type ProblemType, problemTypes } from './problem-types.js';

/** One fault in the input. `path` is dotted as in the request body: `actions.0.quarter`. */
export interface Fault {
  readonly path: string;
  /** Stable and kebab-case, for programs. */
  readonly code: string;
  readonly message: Localised;
}

/** Something a caller did or met that is not a fault in Weerbaar. Becomes problem details (RFC 9457). */
export class Problem extends Error {
  readonly type: ProblemType;
  readonly detail: Localised | undefined;
  readonly faults: readonly Fault[];
  /** When it makes sense to try again; with `too-many-requests`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    type: ProblemType,
    options: { detail?: Localised; faults?: readonly Fault[]; retryAfterSeconds?: number } = {},
  ) {
    super(options.detail?.en ?? problemTypes[type].title.en);
    this.name = 'Problem';
    this.type = type;
    this.detail = options.detail;
    this.faults = options.faults ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return problemTypes[this.type].status;
  }

  /** Invalid input with its faults, all at once. */
  static invalid(...faults: readonly Fault[]): Problem {
    return new Problem('invalid-input', { faults });
  }

  static conflict(nl: string, en: string): Problem {
    return new Problem('conflict', { detail: { nl, en } });
  }
}
