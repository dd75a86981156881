/** An employment on one day. */
export interface Ranked {
  readonly personId: string;
  readonly hoursPerWeek: number | null;
  readonly personnelNumber: string;
}

/**
 * By person the employment that counts where they have several: the one of the most hours, and of equals the one
 * with the lowest personnel number, so that everybody finds the same.
 */
export function mainByPerson<Employment extends Ranked>(
  employments: readonly Employment[],
): ReadonlyMap<string, Employment> {
  const mains = new Map<string, Employment>();
  for (const employment of employments) {
    const known = mains.get(employment.personId);
    if (!known || comesBefore(employment, known)) mains.set(employment.personId, employment);
  }
  return mains;
}

function comesBefore(one: Ranked, other: Ranked): boolean {
  const more = (one.hoursPerWeek ?? 0) - (other.hoursPerWeek ?? 0);
  return more === 0 ? one.personnelNumber < other.personnelNumber : more > 0;
}
