import type { FailureFormat } from '@weerbaar/kernel/http';
import { Problem, type ProblemType, problemTypes } from '@weerbaar/kernel/problems';
import type { Localised } from '@weerbaar/core/figures';
import { mediaType, schemaIds } from './schemas.js';

/** Why, in the words of RFC 7644, table 9. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue';

/** A request that SCIM has a word of its own for. */
export class ScimProblem extends Problem {
  constructor(
    readonly scimType: ScimType,
    detail: Localised,
    type: ProblemType = 'invalid-input',
  ) {
    super(type, { detail });
  }
}

/** @param what of the request: the name of an attribute, never its value. */
export function invalidValue(what: string, nl: string, en: string): ScimProblem {
  return new ScimProblem('invalidValue', { nl: `${what}: ${nl}`, en: `${what}: ${en}` });
}

/** How failures look to a SCIM client (RFC 7644, 3.12). */
export const scimFailures: FailureFormat = {
  below: '/scim/v2/',
  mediaType,

  headers({ status }): Record<string, string> {
    return status === 401 ? { 'www-authenticate': 'Bearer realm="scim"' } : {};
  },

  present(problem, language) {
    const faults = problem.faults.map(({ path, message }) => `${path}: ${message[language]}`);
    const said = problem.detail?.[language] ?? problemTypes[problem.type].title[language];
    return {
      schemas: [schemaIds.error],
      status: String(problem.status),
      ...scimTypeOf(problem),
      detail: [said, ...faults].join(' '),
    };
  },
};

function scimTypeOf(problem: Problem): { scimType?: ScimType } {
  if (problem instanceof ScimProblem) return { scimType: problem.scimType };
  return problem.type === 'malformed-request' ? { scimType: 'invalidSyntax' } : {};
}
