export interface ReportingOfWeaknesses {
  /** `mailto:` or `https:`, the preferred one first. */
  readonly contacts: readonly string[];
  /** The page that tells how reports are handled. */
  readonly policy?: string | undefined;
  /** Where this text is found; only with https, which RFC 9116 (2.5.2) demands. */
  readonly canonical?: string | undefined;
}

/** How long a copy of the text may be relied on; RFC 9116 (2.5.5) advises less than a year. */
const validDays = 90;
const dayMilliseconds = 86_400_000;

/**
 * Where somebody who finds a weakness can report it (RFC 9116; BIO2 5.24.08).
 *
 * The day on which it expires moves along with the clock. That is honest, because the text is made for each
 * request anew from the settings of the process that answers: as long as it answers, they hold. What grows old
 * are copies elsewhere, and those end by themselves.
 */
export function securityText({ contacts, policy, canonical }: ReportingOfWeaknesses, now: Date): string {
  const expires = new Date(now.getTime() + validDays * dayMilliseconds);
  const fields = [
    ...contacts.map((contact) => ['Contact', contact]),
    ['Expires', `${expires.toISOString().slice(0, 10)}T00:00:00Z`],
    ['Preferred-Languages', 'nl, en'],
    ...(canonical ? [['Canonical', canonical]] : []),
    ...(policy ? [['Policy', policy]] : []),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}
