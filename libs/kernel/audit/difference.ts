import { canonicalJson, fieldsOf, type JsonObject } from './json-value.js';

export interface Difference {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/**
 * Only the fields that changed between two states of a record, to record as `before` and `after`.
 * An absent field and an empty one (null) are the same.
 */
export function difference(before: object, after: object): Difference {
  const old = fieldsOf(before);
  const current = fieldsOf(after);
  const changed = [...new Set([...Object.keys(old), ...Object.keys(current)])].filter(
    (field) => canonicalJson(old[field] ?? null) !== canonicalJson(current[field] ?? null),
  );
  return { before: pick(old, changed), after: pick(current, changed) };
}

function pick(fields: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
