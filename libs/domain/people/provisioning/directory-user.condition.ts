import { type Filter, type FilterValue, invalidFilter } from '../scim/filter.js';
import { pathOf, standingOf } from '../scim/user-attributes.js';

/** A filter as a condition on `u` (directory_user) and `a` (account); every value is a parameter. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | boolean)[];
}

interface Column {
  readonly sql: string;
  readonly kind: 'text' | 'exact' | 'flag';
}

const columns: Readonly<Record<string, Column>> = {
  id: { sql: 'u.id::text', kind: 'exact' },
  externalid: { sql: 'u.external_id', kind: 'exact' },
  username: { sql: 'u.user_name_key', kind: 'text' },
  active: { sql: '(a.deactivated_at is null)', kind: 'flag' },
  displayname: { sql: 'lower(u.display_name)', kind: 'text' },
  'name.formatted': { sql: 'lower(u.formatted_name)', kind: 'text' },
  'name.givenname': { sql: 'lower(u.given_name)', kind: 'text' },
  'name.familyname': { sql: 'lower(u.family_name)', kind: 'text' },
  emails: { sql: 'lower(u.email)', kind: 'text' },
  'emails.value': { sql: 'lower(u.email)', kind: 'text' },
  'emails.type': { sql: `case when u.email is not null then 'work' end`, kind: 'text' },
  'emails.primary': { sql: '(u.email is not null)', kind: 'flag' },
  'enterprise.employeenumber': { sql: 'u.employee_number', kind: 'exact' },
};

/** @throws ScimProblem `invalidFilter` for what can't be searched by. */
export function conditionOf(filter: Filter): Condition {
  const parameters: (string | boolean)[] = [];
  const parameter = (value: string | boolean): string => `$${parameters.push(value)}`;
  return { sql: sqlOf(filter, parameter), parameters };
}

type Parameter = (value: string | boolean) => string;

function sqlOf(filter: Filter, parameter: Parameter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.parts.map((part) => sqlOf(part, parameter)).join(` ${filter.kind} `)})`;
    case 'not':
      return `(not coalesce(${sqlOf(filter.part, parameter)}, false))`;
    case 'present': {
      const column = columnOf(filter.path);
      return column ? `(${column.sql} is not null)` : 'false';
    }
    case 'compare': {
      const column = columnOf(filter.path);
      return column ? compared(column, filter.by, filter.value, parameter) : 'false';
    }
  }
}

/** Undefined: an attribute that is not kept, so nobody has it. */
function columnOf(name: string): Column | undefined {
  const path = pathOf(name);
  if (Object.hasOwn(columns, path)) return columns[path];
  if (standingOf(path) === 'not-kept') return undefined;
  throw invalidFilter({ nl: 'Hierop kan niet worden gezocht.', en: 'This can not be searched by.' });
}

type Comparison = Extract<Filter, { kind: 'compare' }>['by'];

function compared(column: Column, by: Comparison, value: FilterValue, parameter: Parameter): string {
  if (value === null) return nullCompared(column, by);
  if (column.kind === 'flag') return flagCompared(column, by, value, parameter);
  if (typeof value === 'boolean') throw invalid();
  const text = String(value).normalize('NFC');
  // What the database can't hold nobody is called.
  if (/[\p{Surrogate}\0]/u.test(text)) return by === 'ne' ? 'true' : 'false';
  return textCompared(column, by, parameter(column.kind === 'text' ? text.toLowerCase() : text));
}

function nullCompared({ sql }: Column, by: Comparison): string {
  if (by === 'eq') return `(${sql} is null)`;
  if (by === 'ne') return `(${sql} is not null)`;
  throw invalid();
}

function flagCompared({ sql }: Column, by: Comparison, value: FilterValue, parameter: Parameter): string {
  const word = String(value).toLowerCase();
  if ((by !== 'eq' && by !== 'ne') || (word !== 'true' && word !== 'false')) throw invalid();
  return `(${sql} = ${parameter((word === 'true') === (by === 'eq'))}::boolean)`;
}

function textCompared({ sql }: Column, by: Comparison, value: string): string {
  switch (by) {
    case 'eq':
      return `(${sql} = ${value}::text)`;
    case 'ne':
      return `(${sql} is distinct from ${value}::text)`;
    case 'co':
      return `(position(${value}::text in ${sql}) > 0)`;
    case 'sw':
      return `starts_with(${sql}, ${value}::text)`;
    case 'ew':
      return `(right(${sql}, char_length(${value}::text)) = ${value}::text)`;
  }
}

function invalid() {
  return invalidFilter({
    nl: 'Zo kan hierop niet worden gezocht.',
    en: 'This can not be searched like that.',
  });
}
