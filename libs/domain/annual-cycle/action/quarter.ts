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

/** The quarter that a day (`yyyy-mm-dd`) falls in. */
export function quarterOf(day: string): Quarter {
  const year = Number(day.slice(0, 4));
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const lastDay = `${year}-${lastDays[index]}`;
  const daysLeft = (Date.parse(lastDay) - Date.parse(day)) / 86_400_000;
  return { year, quarter: index + 1, lastDay, isAlmostOver: daysLeft < announcedDays };
}
