import { pathOf } from './user-attributes.js';

/** Which attributes of a resource are asked for (RFC 7644, 3.9). */
export interface Projection {
  readonly attributes?: readonly string[] | undefined;
  readonly excludedAttributes?: readonly string[] | undefined;
}

/** Always there. */
const always = new Set(['schemas', 'id']);

type Resource = Readonly<Record<string, unknown>>;

export function project(resource: Resource, { attributes, excludedAttributes }: Projection): Resource {
  if (attributes) return keep(resource, attributes.map(pathOf));
  return excludedAttributes ? drop(resource, excludedAttributes.map(pathOf)) : resource;
}

function keep(resource: Resource, wanted: readonly string[]): Resource {
  return perAttribute(resource, (path, value) => {
    if (always.has(path) || wanted.includes(path)) return value;
    const parts = partsOf(path, wanted);
    return parts.length > 0 ? perPart(value, (part) => parts.includes(part)) : undefined;
  });
}

function drop(resource: Resource, unwanted: readonly string[]): Resource {
  return perAttribute(resource, (path, value) => {
    if (always.has(path)) return value;
    if (unwanted.includes(path)) return undefined;
    const parts = partsOf(path, unwanted);
    return parts.length > 0 ? perPart(value, (part) => !parts.includes(part)) : value;
  });
}

function perAttribute(resource: Resource, choose: (path: string, value: unknown) => unknown): Resource {
  return Object.fromEntries(
    Object.entries(resource)
      .map(([name, value]) => [name, choose(pathOf(name), value)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function partsOf(path: string, named: readonly string[]): string[] {
  return named.filter((name) => name.startsWith(`${path}.`)).map((name) => name.slice(path.length + 1));
}

function perPart(value: unknown, isKept: (part: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => perPart(one, isKept));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([part]) => isKept(part.toLowerCase())));
}
