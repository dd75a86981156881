import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language, Localised } from '@weerbaar/core/figures';

/**
 * Plumbing that travels with a request or a job without being passed by hand: which organisation,
 * which correlation, which open transaction. Who acts is business and is passed by hand (see Actor).
 */
export interface Context {
  readonly organisationId: string;
  /** The account on whose behalf, for row-level security on confidential tables; null for the system itself. */
  actorId: string | null;
  /** Binds audit entries, problems and jobs that come from one cause. */
  readonly correlationId: string;
  /** Where the work came from: an address class, never an IP address of a reporter. */
  readonly origin: Origin;
  /** In which the answer is read; absent where nobody reads one. */
  readonly language?: Language;
}

export type Origin = 'web' | 'job' | 'command' | 'setup';

const storage = new AsyncLocalStorage<Context>();

/** Runs `work` with a context of its own. */
export function runInContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work);
}

/** From here on the work is for this account; known only after the session was read. */
export function actAs(accountId: string | null): void {
  currentContext().actorId = accountId;
}

/** @throws Error when there is none: work without an organisation is a fault in the code, never a default. */
export function currentContext(): Context {
  const context = storage.getStore();
  if (!context) throw new Error('no context: work on an organisation must run inside runInContext()');
  return context;
}

/** What things are called that Weerbaar names itself, such as roles: in the language of whoever reads it, and else in Dutch. */
export function inReadersLanguage(text: Localised): string {
  return text[currentContext().language ?? 'nl'];
}
