export interface Quarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
  /** `yyyy-mm-dd` */
  readonly lastDay: string;
  /** The last two weeks of it have begun. */
  readonly isAlmostOver: boolean;
}

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const;
const announcedDays = 14;

/** As `yyyy-mm-dd`. */
export function firstDayOf(year: number, quarter: number): string {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
}

/** As `yyyy-mm-dd`. */
export function lastDayOf(year: number, quarter: number): string {
  return `${year}-${lastDays[quarter - 1]}`;
}

export function quarterBefore({ year, quarter }: Pick<Quarter, 'year' | 'quarter'>) {
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 };
}

/** The quarter that a day (`yyyy-mm-dd`) falls in. */
export function quarterOf(day: string): Quarter {
  const year = Number(day.slice(0, 4));
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  const lastDay = lastDayOf(year, quarter);
  const daysLeft = (Date.parse(lastDay) - Date.parse(day)) / 86_400_000;
  return { year, quarter, lastDay, isAlmostOver: daysLeft < announcedDays };
}
