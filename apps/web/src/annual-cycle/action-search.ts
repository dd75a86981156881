import type { Schemas } from '../api/client.js';
import { isOwnedBy } from '../organisation/owned.js';
import type { Order } from '../shell/sortable-table.js';

export type Action = Schemas['ActionView'];
export type Status = Schemas['ActionStatus'];
export type Quarter = (typeof quarters)[number];

export const quarters = [1, 2, 3, 4] as const;
export const priorities = ['high', 'normal', 'low'] as const;

export const statuses = [
  'planned',
  'running',
  'continuous',
  'periodic',
  'delayed',
  'done',
  'stopped',
] as const;

/** What the table of actions shows, as it stands in the address. */
export interface ActionSearch {
  readonly quarter?: Quarter;
  readonly status?: Status;
  /** `mine`, `none`, or the name of an owner. */
  readonly owner?: string;
  /** Id of a building block. */
  readonly block?: string;
  /** A column, from its end with a minus before it. */
  readonly sort?: string;
}

/** Whatever somebody types in the address bar: what means nothing is left out. */
export function actionSearch({ quarter, status, owner, block, sort }: Record<string, unknown>): ActionSearch {
  return {
    ...(isQuarter(quarter) && { quarter }),
    ...(isStatus(status) && { status }),
    ...(typeof owner === 'string' && owner !== '' && { owner }),
    ...(typeof block === 'string' && block !== '' && { block }),
    ...(typeof sort === 'string' && sort !== '' && { sort }),
  };
}

export function isQuarter(value: unknown): value is Quarter {
  return quarters.some((quarter) => quarter === value);
}

export function isStatus(value: unknown): value is Status {
  return statuses.some((status) => status === value);
}

/** @param me whoever looks, for `mine`. */
export function matches(
  action: Action,
  search: ActionSearch,
  me: { readonly personId: string | undefined; readonly roles: readonly string[] },
): boolean {
  const { quarter, status, owner, block } = search;
  if (quarter !== undefined && action.quarter !== quarter) return false;
  if (status !== undefined && action.status !== status) return false;
  if (block !== undefined && action.buildingBlockId !== block) return false;
  if (owner === 'none') return !action.owner;
  if (owner === 'mine') return isOwnedBy(action, me);
  return owner === undefined || action.owner?.name === owner;
}

export function orderIn({ sort }: ActionSearch): Order | undefined {
  const isReversed = sort?.startsWith('-') ?? false;
  return sort ? { key: isReversed ? sort.slice(1) : sort, isReversed } : undefined;
}

export const sortFor = (order: Order | undefined): string | undefined =>
  order && `${order.isReversed ? '-' : ''}${order.key}`;
