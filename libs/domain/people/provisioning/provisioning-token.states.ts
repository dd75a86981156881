export const provisioningTokenStates = ['counts', 'ended', 'withdrawn'] as const;

export type ProvisioningTokenState = (typeof provisioningTokenStates)[number];

/** @param today the day on which it is looked at. */
export function stateOn(
  { withdrawnAt, lastDay }: { readonly withdrawnAt: Date | null; readonly lastDay: string },
  today: string,
): ProvisioningTokenState {
  if (withdrawnAt) return 'withdrawn';
  return lastDay < today ? 'ended' : 'counts';
}
