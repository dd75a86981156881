import type { Schemas } from '../api/client.js';

export type Source = Schemas['FindingSource'];

export const sources = [
  'previous-report',
  'developments',
  'own-instruments',
  'adviser-reports',
  'audits-and-investigations',
] as const;

/** Which findings are shown, as it stands in the address. */
export interface FindingSearch {
  readonly source?: Source;
}

export function findingSearch({ source }: Record<string, unknown>): FindingSearch {
  return isSource(source) ? { source } : {};
}

export function isSource(value: unknown): value is Source {
  return sources.some((source) => source === value);
}
