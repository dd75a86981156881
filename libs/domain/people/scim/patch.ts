import { Problem } from '@weerbaar/kernel/problems';
import { type AttributePath, type Filter, invalidPath, parsePath } from './filter.js';
import { schemaIds } from './schemas.js';
import { invalidValue, ScimProblem } from './scim-error.js';
import {
  type Changes,
  changesBy,
  complete,
  objectIn,
  pathOf,
  requireSchema,
  standingOf,
  type UserAttributes,
  withoutParts,
} from './user-attributes.js';

/** No client comes near. */
const mostOperations = 100;

interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string | undefined;
  readonly value: unknown;
}

/**
 * Changes a user as PATCH says (RFC 7644, 3.5.2), all of it or nothing. What is known to the RFC and not kept here
 * changes nothing.
 * @throws ScimProblem
 */
export function patchUser(before: UserAttributes, body: unknown): UserAttributes {
  const after = operationsIn(body).reduce<Changes>(
    (draft, operation) => ({ ...draft, ...changesOf(draft, operation) }),
    before,
  );
  return complete(after);
}

function operationsIn(body: unknown): Operation[] {
  const request = objectIn('body', body);
  requireSchema(request, schemaIds.patch);
  const [, operations] = Object.entries(request).find(([name]) => name.toLowerCase() === 'operations') ?? [];
  if (!Array.isArray(operations) || operations.length === 0)
    throw invalidValue('Operations', 'geef een lijst', 'give a list');
  if (operations.length > mostOperations) throw new Problem('too-large');
  return operations.map(operationIn);
}

function operationIn(given: unknown): Operation {
  const { op, path, value } = objectIn('Operations', given);
  const name = typeof op === 'string' ? op.toLowerCase() : '';
  if (name !== 'add' && name !== 'replace' && name !== 'remove')
    throw invalidValue('op', 'kies uit add, replace, remove', 'choose from add, replace, remove');
  if (path !== undefined && path !== null && typeof path !== 'string') throw invalidPath();
  return { op: name, path: path ?? undefined, value };
}

function changesOf(draft: Changes, { op, path, value }: Operation): Changes {
  if (path !== undefined) return changesAt(draft, op, parsePath(path), value);
  if (op === 'remove')
    throw new ScimProblem('noTarget', { nl: 'Zeg in path wat weg moet.', en: 'Say in path what to remove.' });
  // Each name may be a whole path: so Entra ID writes it.
  return Object.entries(objectIn('value', value)).reduce<Changes>((changed, [name, part]) => {
    const target = parsePath(name);
    const takes = standingOf(pathWithin(target)) === 'kept';
    return takes ? { ...changed, ...changesAt({ ...draft, ...changed }, op, target, part) } : changed;
  }, {});
}

function pathWithin({ attribute, subAttribute }: AttributePath): string {
  return pathOf(subAttribute === undefined ? attribute : `${attribute}.${subAttribute}`);
}

function changesAt(draft: Changes, op: Operation['op'], target: AttributePath, value: unknown): Changes {
  const path = pathWithin(target);
  const standing = standingOf(path);
  if (standing === 'unknown') throw invalidPath();
  if (standing === 'read-only')
    throw new ScimProblem('mutability', { nl: 'Dit kan niet veranderen.', en: 'This can not be changed.' });
  if (standing === 'not-kept') return {};
  if (path === 'emails' || path.startsWith('emails.')) return mailChanges(draft, op, target, value);
  if (target.filter) throw invalidPath();
  if (op !== 'remove') return changesBy(path, value ?? null);
  return path === 'name' || path === 'enterprise' ? withoutParts(path) : removed(path);
}

function removed(path: string): Changes {
  // Whether somebody may sign in is never unsaid.
  if (path === 'active' || path === 'username') {
    throw new ScimProblem('mutability', { nl: 'Dit kan niet weg.', en: 'This can not be removed.' });
  }
  return changesBy(path, null);
}

/** There is one address, of the kind `work`; what is meant for another one is not kept. */
function mailChanges(
  draft: Changes,
  op: Operation['op'],
  { filter, subAttribute }: AttributePath,
  value: unknown,
): Changes {
  const meant = filter === undefined || matches(filter, draft.email ?? null);
  if (!meant) {
    if (isByKind(filter)) return {};
    throw new ScimProblem('noTarget', { nl: 'Dit adres is er niet.', en: 'There is no such address.' });
  }
  if (subAttribute !== undefined && subAttribute !== 'value') return {};
  if (op === 'remove') return { email: null };
  if (subAttribute === 'value') return changesBy('emails.value', value ?? null);
  const { email } = changesBy('emails', value ?? null);
  return email === null && op === 'add' ? {} : { email: email ?? null };
}

/** Whether it chooses by what an address is for, and not by the address. */
function isByKind(filter: Filter): boolean {
  switch (filter.kind) {
    case 'compare':
    case 'present':
      return filter.path === 'type' || filter.path === 'primary';
    case 'not':
      return isByKind(filter.part);
    default:
      return filter.parts.every(isByKind);
  }
}

function matches(filter: Filter, email: string | null): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(part, email));
    case 'or':
      return filter.parts.some((part) => matches(part, email));
    case 'not':
      return !matches(filter.part, email);
    case 'present':
      return partOf(filter.path, email) !== null;
    case 'compare':
      return compares(partOf(filter.path, email), filter.by, String(filter.value).toLowerCase());
  }
}

function partOf(path: string, email: string | null): string | null {
  const parts: Readonly<Record<string, string | null>> = { type: 'work', primary: 'true', value: email };
  return Object.hasOwn(parts, path) ? (parts[path]?.toLowerCase() ?? null) : null;
}

function compares(part: string | null, by: 'eq' | 'ne' | 'co' | 'sw' | 'ew', value: string): boolean {
  switch (by) {
    case 'eq':
      return part === value;
    case 'ne':
      return part !== value;
    case 'co':
      return part?.includes(value) ?? false;
    case 'sw':
      return part?.startsWith(value) ?? false;
    case 'ew':
      return part?.endsWith(value) ?? false;
  }
}
