import { deepEqual } from '@tanstack/react-router';
import { get } from 'react-hook-form';

type Values = Readonly<Record<string, unknown>>;

/** What holds something else than it did to begin with. A list, or an owner, goes as a whole. */
export function changedIn<Given extends object>(given: Given, begun: Values): Partial<Given> {
  const changed = Object.entries(given).filter(([name, value]) => !deepEqual(value, begun[name]));
  return Object.fromEntries(changed) as Partial<Given>;
}

/** Where somebody else saved a record while it was being changed here. */
export interface Conflict {
  readonly begun: Values;
  readonly mine: Values;
  readonly theirs: Values;
}

/** What was changed here stays; everything else is as they left it. */
export const merged = ({ begun, mine, theirs }: Conflict): Values => ({
  ...theirs,
  ...changedIn(mine, begun),
});

/**
 * What the other made of a field of which what was typed here stays; nothing where they left it, or wrote the same.
 * @param path such as `steps.0.body`: as the steps go as a whole, what the other wrote in any of them is told.
 */
export function theirsAt({ begun, mine, theirs }: Conflict, path: string): unknown {
  const [name = path] = path.split('.');
  const [before, here, there] = [begun, mine, theirs].map((values): unknown => get(values, path));
  const stays = !deepEqual(begun[name], mine[name]);
  return stays && !deepEqual(before, there) && !deepEqual(here, there) ? there : undefined;
}
