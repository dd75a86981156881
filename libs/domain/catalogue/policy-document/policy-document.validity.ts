/** What decides which of several adopted texts applies. */
export interface Adopted {
  readonly number: number;
  readonly validFrom: string;
}

/** The text that applies on a day: the one that began last; of two that began together, the later number. */
export function versionInForce<V extends Adopted>(versions: readonly V[], day: string): V | undefined {
  return versions
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((a, b) =>
      a.validFrom === b.validFrom ? b.number - a.number : a.validFrom < b.validFrom ? 1 : -1,
    )[0];
}
