import { Problem } from '@weerbaar/kernel/problems';
import type { Localised } from '@weerbaar/core/figures';

/** What a policy answers: allowed, or why not in words for the person. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Localised };

export const allow: Decision = { allowed: true };

export function deny(nl: string, en: string): Decision {
  return { allowed: false, reason: { nl, en } };
}

/** The first refusal of several decisions, or allowed. */
export function all(...decisions: readonly Decision[]): Decision {
  return decisions.find(({ allowed }) => !allowed) ?? allow;
}

/** @throws Problem `not-permitted` with the reason of the policy. */
export function requireAllowed(decision: Decision): void {
  if (!decision.allowed) throw new Problem('not-permitted', { detail: decision.reason });
}
