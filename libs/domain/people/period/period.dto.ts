import { Day } from '@weerbaar/kernel/http';

export class DayQuery {
  @Day({ omittable: true, description: 'As it is on this day; today when left out' })
  on?: string;
}

/** On which days something changes. */
export class ChangePeriod {
  @Day({ description: 'First day on which it is so' })
  from: string;

  @Day({ optional: true, description: 'Last day on which it is so; absent: for good' })
  until?: string | null;
}

export class Ending {
  @Day({ optional: true, description: 'Last day; null: no end is known any more' })
  lastDay?: string | null;
}
