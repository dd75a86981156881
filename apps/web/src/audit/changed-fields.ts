/** A field that something was done to, as it was and as it became. */
export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type Recorded = Readonly<Record<string, unknown>> | null | undefined;

/** What an entry says of what it changed, field by field, in words. Nothing is an empty text. */
export function changedFields(before: Recorded, after: Recorded): readonly ChangedField[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].map((name) => ({
    name,
    before: asText(before?.[name]),
    after: asText(after?.[name]),
  }));
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${asText(part)}`)
    .join('; ');
}
