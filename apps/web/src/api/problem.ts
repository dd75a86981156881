import type { components } from './schema.js';

export type ProblemDetails = components['schemas']['Problem'];

/** What the server says went wrong (RFC 9457), in words for people. */
export class ProblemError extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(problem.title);
    this.name = 'ProblemError';
  }

  /** The slug at the end of the type: `not-permitted`. */
  get slug(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }
}

/** No answer at all: the network, or the server, is gone. */
export class UnreachableError extends Error {
  constructor() {
    super('unreachable');
    this.name = 'UnreachableError';
  }
}

export function isProblem(error: unknown, ...slugs: readonly string[]): error is ProblemError {
  return error instanceof ProblemError && (slugs.length === 0 || slugs.includes(error.slug));
}
