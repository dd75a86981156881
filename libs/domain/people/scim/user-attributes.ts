import { cleanLine } from '@weerbaar/core/richtext';
import { isPlainMailAddress } from '@weerbaar/kernel/config';
import { schemaIds } from './schemas.js';
import { invalidValue, ScimProblem } from './scim-error.js';

/** What the directory says of somebody, as far as it is kept. */
export interface UserAttributes {
  readonly userName: string;
  /** Who it is in the directory, by a name that never changes. */
  readonly externalId: string | null;
  readonly active: boolean;
  readonly displayName: string | null;
  readonly formattedName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** At work. Where somebody is reached at home is not kept. */
  readonly email: string | null;
  readonly employeeNumber: string | null;
}

/** Attributes of the RFC of which nothing is done: they are taken and not kept. Nobody gets a role by them. */
const notKept = new Set([
  'nickname',
  'profileurl',
  'title',
  'usertype',
  'preferredlanguage',
  'locale',
  'timezone',
  'password',
  'phonenumbers',
  'ims',
  'photos',
  'addresses',
  'entitlements',
  'roles',
  'x509certificates',
  'name.middlename',
  'name.honorificprefix',
  'name.honorificsuffix',
  'enterprise.costcenter',
  'enterprise.organization',
  'enterprise.division',
  'enterprise.department',
  'enterprise.manager',
]);

/** Decided here, not by the directory. */
const readOnly = new Set(['id', 'meta', 'schemas', 'groups']);

export type Standing = 'kept' | 'not-kept' | 'read-only' | 'unknown';

/** @param path by `pathOf`. */
export function standingOf(path: string): Standing {
  if (path in fields || path === 'name' || path === 'enterprise' || /^emails(\.\w+)?$/.test(path))
    return 'kept';
  const attribute = path
    .split('.')
    .slice(0, path.startsWith('enterprise.') ? 2 : 1)
    .join('.');
  if (notKept.has(path) || notKept.has(attribute)) return 'not-kept';
  return readOnly.has(attribute) ? 'read-only' : 'unknown';
}

/** The one way to write the name of an attribute: in small letters, without the name of the schema of users. */
export function pathOf(name: string): string {
  const path = name.toLowerCase();
  const user = `${schemaIds.user.toLowerCase()}:`;
  const enterprise = schemaIds.enterpriseUser.toLowerCase();
  if (path.startsWith(user)) return path.slice(user.length);
  if (path === enterprise) return 'enterprise';
  return path.startsWith(`${enterprise}:`) ? `enterprise.${path.slice(enterprise.length + 1)}` : path;
}

/** What was said; `userName` may have been taken away by it, which is refused in the end. */
export type Changes = Omit<Partial<UserAttributes>, 'userName'> & { readonly userName?: string | null };

const fields: Readonly<Record<string, (value: unknown) => Changes>> = {
  username: (value) => ({ userName: identifier('userName', value, 254) }),
  externalid: (value) => ({ externalId: identifier('externalId', value, 255) }),
  active: (value) => ({ active: flag('active', value) }),
  displayname: (value) => ({ displayName: line('displayName', value) }),
  'name.formatted': (value) => ({ formattedName: line('name.formatted', value) }),
  'name.givenname': (value) => ({ givenName: line('name.givenName', value) }),
  'name.familyname': (value) => ({ familyName: line('name.familyName', value) }),
  'emails.value': (value) => ({ email: mail(value) }),
  'enterprise.employeenumber': (value) => ({ employeeNumber: identifier('employeeNumber', value, 50) }),
};

/** What a value says when it is set at an attribute. What is not kept says nothing. */
export function changesBy(path: string, value: unknown): Changes {
  if (path === 'emails') return { email: workMail(value) };
  if (path === 'name' || path === 'enterprise') return changesByParts(path, value);
  return Object.hasOwn(fields, path) ? (fields[path]?.(value) ?? {}) : {};
}

function changesByParts(path: string, value: unknown): Changes {
  if (value === null) return withoutParts(path);
  return changesIn(objectIn(path, value), `${path}.`);
}

/** All parts of an attribute taken away. */
export function withoutParts(path: string): Changes {
  const parts = Object.keys(fields).filter((field) => field.startsWith(`${path}.`));
  return Object.assign({}, ...parts.map((part) => fields[part]?.(null))) as Changes;
}

function changesIn(value: Readonly<Record<string, unknown>>, within = ''): Changes {
  const changes = Object.entries(value).map(([name, part]) => changesBy(pathOf(`${within}${name}`), part));
  return Object.assign({}, ...changes) as Changes;
}

/** For somebody of whom nothing was said yet. */
const nothing: Omit<UserAttributes, 'userName'> = {
  externalId: null,
  active: true,
  displayName: null,
  formattedName: null,
  givenName: null,
  familyName: null,
  email: null,
  employeeNumber: null,
};

/**
 * A whole user, as in POST and PUT: what is not in it is not there any more.
 * @param active when it is not said: it is no small thing to forget.
 * @throws ScimProblem
 */
export function readUser(body: unknown, active: boolean): UserAttributes {
  const resource = objectIn('body', body);
  requireSchema(resource, schemaIds.user);
  return complete({ ...nothing, active, ...changesIn(resource) });
}

/** @throws ScimProblem when the body does not say that it is in this schema. */
export function requireSchema(body: Readonly<Record<string, unknown>>, wanted: string): void {
  const { schemas } = body;
  if (Array.isArray(schemas) && schemas.some((id) => String(id).toLowerCase() === wanted.toLowerCase()))
    return;
  throw invalidValue('schemas', `noem ${wanted}`, `name ${wanted}`);
}

/** @throws ScimProblem when there is no name to sign in with, or nothing to say whether they may. */
export function complete(changed: Changes): UserAttributes {
  const { userName, active } = changed;
  if (!userName) throw invalidValue('userName', 'dit is nodig', 'this is required');
  if (typeof active !== 'boolean') throw invalidValue('active', 'geef true of false', 'give true or false');
  return { ...nothing, ...changed, userName, active };
}

export function objectIn(what: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new ScimProblem('invalidSyntax', {
    nl: `${what}: dit is geen object.`,
    en: `${what}: this is no object.`,
  });
}

/** Of several addresses the one at work, or one that does not say what it is for. */
function workMail(value: unknown): string | null {
  if (value === null) return null;
  const given = Array.isArray(value) ? (value as unknown[]) : [value];
  if (given.length > 50) throw invalidValue('emails', 'geef er hoogstens 50', 'give 50 at most');
  const addresses = given.map((one) => valuesByName(objectIn('emails', one)));
  const rank = (one: Readonly<Record<string, unknown>>): number =>
    (one['type'] === undefined ? 2 : 0) + (isTrue(one['primary']) ? 0 : 1);
  const atWork = addresses
    .filter(({ type }) => type === undefined || (typeof type === 'string' && type.toLowerCase() === 'work'))
    .toSorted((one, other) => rank(one) - rank(other));
  return mail(atWork[0]?.['value'] ?? null);
}

/** Names of attributes know no capitals. */
function valuesByName(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toLowerCase(), part]));
}

function isTrue(value: unknown): boolean {
  return value === true || String(value).toLowerCase() === 'true';
}

/** Entra ID writes "True" and "False". */
function flag(what: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (word === 'true' || word === 'false') return word === 'true';
  throw invalidValue(what, 'geef true of false', 'give true or false');
}

function text(what: string, value: unknown, max: number, clean: (text: string) => string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw invalidValue(what, 'dit is geen tekst', 'this is no text');
  const cleaned = clean(value).trim();
  if ([...cleaned].length > max)
    throw invalidValue(what, `gebruik hoogstens ${max} tekens`, `use ${max} characters at most`);
  return cleaned === '' ? null : cleaned;
}

function line(what: string, value: unknown): string | null {
  return text(what, value, 200, cleanLine);
}

/** By which somebody is recognised: nothing is taken out of it, or two could become one. */
function identifier(what: string, value: unknown, max: number): string | null {
  const found = text(what, value, max, (given) => {
    if (cleanLine(given) !== given.normalize('NFC'))
      throw invalidValue(what, 'dit kan hier niet in staan', 'this can not stand in it');
    return given.normalize('NFC');
  });
  // Some letters become two when they lose their capital.
  if (found !== null && [...found.toLowerCase()].length > max)
    throw invalidValue(what, `gebruik hoogstens ${max} tekens`, `use ${max} characters at most`);
  return found;
}

function mail(value: unknown): string | null {
  const address = identifier('emails.value', value, 254);
  if (address !== null && !isPlainMailAddress(address))
    throw invalidValue('emails.value', 'dit is geen mailadres', 'this is no mail address');
  return address;
}
