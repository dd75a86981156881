interface Period {
  readonly validFrom: string;
  readonly validTo?: string | null;
}

/** The period that holds on a day; the last one that is known when none does. */
export function periodOn<Found extends Period>(periods: readonly Found[], day: string): Found | undefined {
  const holds = ({ validFrom, validTo }: Found): boolean => validFrom <= day && (!validTo || day <= validTo);
  return periods.find(holds) ?? periods.at(-1);
}
