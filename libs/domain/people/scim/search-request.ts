import { ScimProblem } from './scim-error.js';
import { type Filter, parseFilter } from './filter.js';
import type { Projection } from './projection.js';
import { mostResults } from './schemas.js';

/** What of a list is asked for. */
export interface SearchRequest extends Projection {
  readonly filter: Filter | undefined;
  /** From 1. */
  readonly startIndex: number;
  readonly count: number;
}

export type Query = Readonly<Record<string, unknown>>;

const defaultCount = 100;
const furthest = 2_000_000_000;

/** @throws ScimProblem */
export function readSearch(query: Query): SearchRequest {
  const filter = single(query, 'filter');
  return {
    ...readProjection(query),
    filter: filter === undefined ? undefined : parseFilter(filter),
    startIndex: Math.max(1, wholeNumber(query, 'startIndex') ?? 1),
    count: Math.min(mostResults, Math.max(0, wholeNumber(query, 'count') ?? defaultCount)),
  };
}

/** @throws ScimProblem */
export function readProjection(query: Query): Projection {
  return { attributes: names(query, 'attributes'), excludedAttributes: names(query, 'excludedAttributes') };
}

function names(query: Query, parameter: string): readonly string[] | undefined {
  const list = single(query, parameter)
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return list && list.length > 0 ? list.slice(0, 100) : undefined;
}

function wholeNumber(query: Query, parameter: string): number | undefined {
  const text = single(query, parameter);
  if (text === undefined || text === '') return undefined;
  const number = /^-?\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) throw wrong(parameter);
  return Math.min(number, furthest);
}

function single(query: Query, parameter: string): string | undefined {
  const value = query[parameter];
  if (value === undefined || typeof value === 'string') return value;
  throw wrong(parameter);
}

function wrong(parameter: string): ScimProblem {
  return new ScimProblem(parameter === 'filter' ? 'invalidFilter' : 'invalidValue', {
    nl: `${parameter}: dit klopt niet.`,
    en: `${parameter}: this is not right.`,
  });
}
