/** Versions of a resource as SCIM writes them: weak, because what is shown may leave parts out (RFC 7644, 3.14). */

export function entityTag(version: string): string {
  return `W/"${version}"`;
}

/** Whether a header names this version, or any. A header that is not there names none. */
export function namesVersion(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const named = header.split(',').map((one) => one.trim());
  return named.some((one) => one === '*' || withoutWeakness(one) === withoutWeakness(tag));
}

function withoutWeakness(tag: string): string {
  return tag.replace(/^W\//, '');
}
