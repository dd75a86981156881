/** What JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [field: string]: JsonValue };

/**
 * The value as JSON can hold it and the database gives it back unchanged: dates as ISO text, absent
 * fields left out. NUL and halves of characters, which the database refuses, become U+FFFD, so that a
 * strange text never stops the work that is recorded.
 * @throws TypeError for what has no meaning in JSON (a Map, bytes, a function, not-a-number).
 */
export function toJsonValue(value: unknown): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : toJsonValue(item)));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && !isOpaque(value)) return fieldsOf(value);
  throw new TypeError(`${Object.prototype.toString.call(value)} can't be recorded as JSON`);
}

/** The fields of a record as JSON; see `toJsonValue`. */
export function fieldsOf(record: object): JsonObject {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [storable(field), toJsonValue(value)]),
  );
}

/** Their content is not in their fields: `{}` would be recorded. */
function isOpaque(value: object): boolean {
  return (
    value instanceof Map || value instanceof Set || ArrayBuffer.isView(value) || value instanceof ArrayBuffer
  );
}

function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * One spelling for one value, to hash: the JSON Canonicalization Scheme (RFC 8785). Fields are ordered by
 * their UTF-16 code units; numbers and texts are written as JavaScript writes them.
 */
export function canonicalJson(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([field, item]) => `${JSON.stringify(field)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
