/** One page of a list, and how long the whole list is. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** A page of a list that can be very long, and is counted up to a bound. */
export interface BoundedPage<T> extends Page<T> {
  /** False: there are more than `total`. */
  readonly totalIsExact: boolean;
}

export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export function pageOf<T>(request: PageRequest, [items, total]: readonly [readonly T[], number]): Page<T> {
  return { items, page: request.page, pageSize: request.pageSize, total };
}

/** The same page with every item shown through a presenter. */
export function presentPage<T, U>(page: Page<T>, present: (item: T) => U): Page<U> {
  return { ...page, items: page.items.map(present) };
}

export function limits({ page, pageSize }: PageRequest): { skip: number; take: number } {
  return { skip: (page - 1) * pageSize, take: pageSize };
}
