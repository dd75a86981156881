import type { Schemas } from '../api/client.js';

export type Action = Schemas['ActionView'];
export type Status = Schemas['ActionStatus'];
export type Quarter = (typeof quarters)[number];

export const quarters = [1, 2, 3, 4] as const;
export const statuses = [
  'planned',
  'running',
  'continuous',
  'periodic',
  'delayed',
  'done',
  'stopped',
] as const;
export const orders = ['number', 'quarter', 'owner', 'status', 'block', 'hours'] as const;
export type Order = (typeof orders)[number];

/** What the table of actions shows, as it stands in the address. */
export interface ActionSearch {
  readonly quarter?: Quarter;
  readonly status?: Status;
  /** `mine`, `none`, or the name of an owner. */
  readonly owner?: string;
  /** Id of a building block. */
  readonly block?: string;
  readonly sort?: Order;
}

/** Whatever somebody types in the address bar: what means nothing is left out. */
export function actionSearch({ quarter, status, owner, block, sort }: Record<string, unknown>): ActionSearch {
  return {
    ...(isQuarter(quarter) && { quarter }),
    ...(isStatus(status) && { status }),
    ...(typeof owner === 'string' && owner !== '' && { owner }),
    ...(typeof block === 'string' && block !== '' && { block }),
    ...(isOrder(sort) && sort !== 'number' && { sort }),
  };
}

export function isQuarter(value: unknown): value is Quarter {
  return quarters.some((quarter) => quarter === value);
}

export function isStatus(value: unknown): value is Status {
  return statuses.some((status) => status === value);
}

export function isOrder(value: unknown): value is Order {
  return orders.some((order) => order === value);
}

/** @param personId of whoever looks, for `mine`. */
export function matches(action: Action, search: ActionSearch, personId: string): boolean {
  const { quarter, status, owner, block } = search;
  if (quarter !== undefined && action.quarter !== quarter) return false;
  if (status !== undefined && action.status !== status) return false;
  if (block !== undefined && action.buildingBlockId !== block) return false;
  if (owner === 'none') return !action.owner;
  if (owner === 'mine') return action.owner?.personId === personId;
  return owner === undefined || action.owner?.name === owner;
}

/** @param blockOf the code of the building block of an action. */
export function sorted(
  actions: readonly Action[],
  order: Order,
  blockOf: (action: Action) => string,
): readonly Action[] {
  const compare: Readonly<Record<Order, (a: Action, b: Action) => number>> = {
    number: () => 0,
    quarter: (a, b) => a.quarter - b.quarter,
    owner: (a, b) => (a.owner?.name ?? '').localeCompare(b.owner?.name ?? '', 'nl'),
    status: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
    block: (a, b) => blockOf(a).localeCompare(blockOf(b), 'nl', { numeric: true }),
    hours: (a, b) => (b.hours ?? 0) - (a.hours ?? 0),
  };
  return actions.toSorted((a, b) => compare[order](a, b) || a.number - b.number);
}
