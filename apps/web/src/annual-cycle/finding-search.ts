import type { Schemas } from '../api/client.js';

export type Source = Schemas['FindingSource'];

export const sources = [
  'previous-report',
  'developments',
  'own-instruments',
  'adviser-reports',
  'audits-and-investigations',
] as const;

/** What came of a finding: it waits for an action, has one, or is at rest with a reason. */
export type FollowUp = (typeof followUps)[number];

export const followUps = ['waits', 'answered', 'atRest'] as const;

export function followUpOf({ actionCount, reasonForNoAction }: Schemas['FindingView']): FollowUp {
  if (actionCount > 0) return 'answered';
  return reasonForNoAction ? 'atRest' : 'waits';
}

/** Which findings are shown, as it stands in the address. */
export interface FindingSearch {
  readonly source?: Source;
  readonly followUp?: FollowUp;
}

export function findingSearch({ source, followUp }: Record<string, unknown>): FindingSearch {
  return {
    ...(isSource(source) ? { source } : {}),
    ...(isFollowUp(followUp) ? { followUp } : {}),
  };
}

export function isFollowUp(value: unknown): value is FollowUp {
  return followUps.some((followUp) => followUp === value);
}

export function isSource(value: unknown): value is Source {
  return sources.some((source) => source === value);
}
