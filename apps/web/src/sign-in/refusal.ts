/** Why the way by the identity provider came to nothing, as the server names it in the address. */
const refusals = [
  'account-of-another',
  'again',
  'cancelled',
  'invitation-ended',
  'not-strong-enough',
  'too-often',
  'unknown',
  'unproven',
  'unreachable',
] as const;

export type Refusal = (typeof refusals)[number];

export const isRefusal = (value: unknown): value is Refusal => refusals.some((known) => known === value);
