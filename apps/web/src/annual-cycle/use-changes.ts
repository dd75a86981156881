import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client.js';
import { seen, type Versioned } from '../shell/version.js';
import type { Action } from './action-search.js';

/** Changes an action as it was seen; a newer one of somebody else is left as it is. */
export async function changeAction(
  actionId: string,
  body: Schemas['ActionChanges'],
  of: Versioned,
): Promise<Action> {
  return answerOf(
    api.PATCH('/actions/{actionId}', {
      params: { path: { actionId }, header: seen(of) },
      body,
    }),
  );
}

/** Asks anew for all that a changed action stands in. */
export function useActionsOutdated(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['annual-cycles'] }),
      client.invalidateQueries({ queryKey: ['actions'] }),
    ]);
}
